// The examples name what an administrator has configured: @NAME@ is replaced by the test. FIXED leads runs to the stand-in.
import com.cloudbees.plugins.credentials.CredentialsScope
import com.cloudbees.plugins.credentials.SystemCredentialsProvider
import com.cloudbees.plugins.credentials.domains.Domain
import hudson.util.Secret
import jenkins.model.Jenkins

def jenkins = Jenkins.get()
def classes = jenkins.pluginManager.uberClassLoader
def ours = { String name -> classes.loadClass("dev.codexrunner.jenkins.$name") }
def services = new File('@SERVICES@')
def text = { String name -> new File(services, name).text.trim() }
['vault-ci': 'runner', 'vault-checker': 'checker'].each { id, role ->
    SystemCredentialsProvider.instance.store.addCredentials(Domain.global(), ours('credentials.VaultAppRoleCredentials').newInstance(
        CredentialsScope.GLOBAL, id, '', text("logins/$role-id"), Secret.fromString(text("logins/$role-secret-id"))))
}

def codex = ours('configuration.CodexInstallation')
jenkins.getDescriptor(codex).setInstallations(codex.newInstance('codex', '@CODEX@', []))
def vault = ours('configuration.VaultOptions').newInstance()
vault.address = '@VAULT@'
vault.auth = 'approle'
vault.path = 'secret/ci/codex#access_token'
vault.credentialsId = 'vault-ci'
def defaults = ours('configuration.CodexDefaults').newInstance()
defaults.vault = vault
defaults.codex = 'codex'
defaults.caBundle = ours('configuration.ControllerFileCaBundle').newInstance("$services/backend/ca.pem".toString())
def policy = ours('configuration.CodexPolicy').newInstance()
policy.sandboxes = ['read-only', 'workspace-write']
policy.vaultPaths = ['secret/ci/codex#access_token']
policy.codexPaths = ['PATH']
policy.label = 'codex && linux'
policy.longestTimeout = '2h'
def configuration = jenkins.getDescriptor('dev.codexrunner.jenkins.configuration.CodexGlobalConfiguration')
configuration.defaults = defaults
configuration.policy = policy
configuration.fixedSettings = '''@FIXED@'''

def mailer = jenkins.getDescriptor('hudson.tasks.Mailer')
mailer.smtpHost = '127.0.0.1'
mailer.smtpPort = '@SMTP@'
println 'configured'
