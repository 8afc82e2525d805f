package dev.codexrunner.jenkins.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import com.cloudbees.plugins.credentials.Credentials;
import com.cloudbees.plugins.credentials.CredentialsMatchers;
import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.common.StandardCredentials;
import hudson.security.ACL;
import hudson.util.Secret;
import java.nio.file.Files;
import java.util.List;
import org.htmlunit.html.HtmlForm;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.JenkinsRule.WebClient;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class CredentialFormsTest {

    private static final String PAGE = "credentials/store/system/domain/_/credential/";

    private JenkinsRule jenkins;

    @BeforeEach
    void a_controller(JenkinsRule rule) {
        jenkins = rule;
    }

    @Test
    void an_approle_keeps_its_fields() throws Exception {
        VaultAppRoleCredentials before = new VaultAppRoleCredentials(
                CredentialsScope.GLOBAL, "role", "AppRole of the CI", "role-id", Secret.fromString("the-secret-id"));
        before.setWrapped(true);
        CredentialLookupTest.inSystem(before);

        submit("role");

        VaultAppRoleCredentials after = (VaultAppRoleCredentials) credentials("role");
        assertThat(after).isNotSameAs(before);
        jenkins.assertEqualDataBoundBeans(before, after);
    }

    @Test
    void a_token_keeps_its_fields() throws Exception {
        Credentials before = new VaultTokenCredentials(
                CredentialsScope.GLOBAL, "token", "Token of the CI", Secret.fromString("the-token"));
        CredentialLookupTest.inSystem(before);

        submit("token");

        assertThat(credentials("token")).isNotSameAs(before);
        jenkins.assertEqualDataBoundBeans(before, credentials("token"));
    }

    @Test
    void neither_the_page_nor_the_file_shows_the_secret() throws Exception {
        CredentialLookupTest.inSystem(CredentialLookupTest.appRole("role", "the-secret-id"));

        try (WebClient browser = jenkins.createWebClient()) {
            assertThat(browser.goTo(PAGE + "role/update").getWebResponse().getContentAsString())
                    .contains("role-id")
                    .doesNotContain("the-secret-id");
        }
        assertThat(Files.readString(jenkins.jenkins.getRootDir().toPath().resolve("credentials.xml")))
                .contains("role-id")
                .doesNotContain("the-secret-id");
    }

    private void submit(String id) throws Exception {
        try (WebClient browser = jenkins.createWebClient()) {
            HtmlPage page = browser.goTo(PAGE + id + "/update");
            HtmlForm form = page.getFormByName("update");
            jenkins.submit(form);
        }
    }

    private static StandardCredentials credentials(String id) {
        return CredentialsMatchers.firstOrNull(
                CredentialsProvider.lookupCredentialsInItemGroup(
                        StandardCredentials.class, null, ACL.SYSTEM2, List.of()),
                CredentialsMatchers.withId(id));
    }
}
