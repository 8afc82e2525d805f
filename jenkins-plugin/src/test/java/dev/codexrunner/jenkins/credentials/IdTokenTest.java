package dev.codexrunner.jenkins.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import com.cloudbees.plugins.credentials.CredentialsScope;
import dev.codexrunner.jenkins.request.SecretVariables;
import hudson.model.FreeStyleBuild;
import io.jenkins.plugins.oidc_provider.IdTokenStringCredentials;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import net.sf.json.JSONObject;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** With the real oidc-provider installed. */
@WithJenkins
class IdTokenTest {

    @Test
    void an_id_token_is_issued_for_the_build_that_names_it(JenkinsRule jenkins) throws Exception {
        IdTokenStringCredentials idToken = new IdTokenStringCredentials(CredentialsScope.GLOBAL, "id-token", "");
        idToken.setAudience("https://vault.example.com");
        CredentialLookupTest.inSystem(idToken);
        FreeStyleBuild build = jenkins.buildAndAssertSuccess(jenkins.createFreeStyleProject("reviewed"));

        RunSecrets secrets = CredentialLookup.secrets(CredentialLookupTest.vault("jwt", "id-token"), build);

        String jwt = secrets.variables().get(SecretVariables.VAULT_JWT).reveal();
        JSONObject claims = JSONObject.fromObject(
                new String(Base64.getUrlDecoder().decode(jwt.split("\\.")[1]), StandardCharsets.UTF_8));
        assertThat(claims.getString("aud")).isEqualTo("https://vault.example.com");
        assertThat(claims.getString("sub")).endsWith("/job/reviewed/");
        assertThat(claims.getInt("build_number")).isEqualTo(1);
    }
}
