// What an administrator would have configured. @NAME@ is replaced by the test.
import com.cloudbees.plugins.credentials.CredentialsScope
import com.cloudbees.plugins.credentials.SystemCredentialsProvider
import com.cloudbees.plugins.credentials.domains.Domain
import hudson.util.Secret
import jenkins.model.Jenkins
import org.jenkinsci.plugins.plaincredentials.impl.StringCredentialsImpl

def jenkins = Jenkins.get()
def classes = jenkins.pluginManager.uberClassLoader
def services = new File('@SERVICES@')
def text = { String name -> new File(services, name).text.trim() }
def secret = { String name -> Secret.fromString(text(name)) }
def store = SystemCredentialsProvider.instance.store
def add = { credential -> store.addCredentials(Domain.global(), credential) }
def appRole = classes.loadClass('dev.codexrunner.jenkins.credentials.VaultAppRoleCredentials')
def role = { String id -> add(appRole.newInstance(CredentialsScope.GLOBAL, "vault-$id".toString(), "AppRole $id".toString(), text("logins/$id-id"), secret("logins/$id-secret-id"))) }
role('runner')
role('checker')
add(new StringCredentialsImpl(CredentialsScope.GLOBAL, 'access-token', '', secret('backend/token')))
add(new StringCredentialsImpl(CredentialsScope.GLOBAL, 'bad-token', '', secret('backend/token-bad-signature')))

def policy = classes.loadClass('dev.codexrunner.jenkins.configuration.CodexPolicy').newInstance()
policy.sandboxes = ['read-only', 'workspace-write']
policy.codexPaths = ['@CODEX@']
policy.configKeys = ['codex-config', 'allow-override', 'pass-env', 'skip-git-repo-check', 'ca-bundle']
policy.vaultPaths = ['secret/ci/**', 'secret/ci/codex#access_token']
def vault = classes.loadClass('dev.codexrunner.jenkins.configuration.VaultOptions').newInstance()
vault.address = '@VAULT@'
def defaults = classes.loadClass('dev.codexrunner.jenkins.configuration.CodexDefaults').newInstance()
defaults.vault = vault
def configuration = jenkins.getDescriptor('dev.codexrunner.jenkins.configuration.CodexGlobalConfiguration')
configuration.defaults = defaults
configuration.policy = policy

println 'configured'
