// For the Jenkinsfile that needs no plugin: the secret id as Jenkins' own kind of credential.
import com.cloudbees.plugins.credentials.CredentialsScope
import com.cloudbees.plugins.credentials.SystemCredentialsProvider
import com.cloudbees.plugins.credentials.domains.Domain
import hudson.util.Secret
import org.jenkinsci.plugins.plaincredentials.impl.StringCredentialsImpl

def add = { String id, String file -> SystemCredentialsProvider.instance.store.addCredentials(Domain.global(),
    new StringCredentialsImpl(CredentialsScope.GLOBAL, id, '', Secret.fromString(new File('@SERVICES@', file).text.trim()))) }
add('codex-secret-id', 'logins/runner-secret-id')
add('codex-access-token', 'backend/token')
println 'configured'
