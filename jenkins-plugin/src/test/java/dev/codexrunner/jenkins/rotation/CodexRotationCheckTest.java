package dev.codexrunner.jenkins.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.SystemCredentialsProvider;
import dev.codexrunner.jenkins.configuration.VaultOptions;
import dev.codexrunner.jenkins.credentials.VaultTokenCredentials;
import hudson.model.FreeStyleProject;
import hudson.model.Result;
import hudson.util.Secret;
import java.util.List;
import java.util.UUID;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class CodexRotationCheckTest {

    /** Nobody listens there. */
    private static final String NOWHERE = "https://127.0.0.1:1";

    private JenkinsRule jenkins;

    @BeforeEach
    void set(JenkinsRule rule) throws Exception {
        jenkins = rule;
        SystemCredentialsProvider.getInstance()
                .getCredentials()
                .add(new VaultTokenCredentials(
                        CredentialsScope.GLOBAL,
                        "vault",
                        "",
                        Secret.fromString(UUID.randomUUID().toString())));
        SystemCredentialsProvider.getInstance().save();
    }

    @Test
    void a_vault_that_is_not_there_fails_the_build_and_is_said_to_be() throws Exception {
        WorkflowRun run = jenkins.buildAndAssertStatus(Result.FAILURE, pipeline("", ""));
        jenkins.assertLogContains("codexRotationCheck ended with connectivity (exit code 5)", run);
    }

    @Test
    void the_step_returns_what_the_check_found() throws Exception {
        WorkflowRun run =
                jenkins.buildAndAssertStatus(Result.UNSTABLE, pipeline(", unstableOn: ['connectivity']", "def r = "));
        jenkins.assertLogContains("kind connectivity 5", run);
    }

    @Test
    void without_a_vault_it_does_not_run() throws Exception {
        WorkflowJob job = jenkins.createProject(WorkflowJob.class);
        job.setDefinition(new CpsFlowDefinition("node { codexRotationCheck() }", true));
        WorkflowRun run = jenkins.buildAndAssertStatus(Result.FAILURE, job);
        jenkins.assertLogContains("codexRotationCheck does not run (config, exit code 2)", run);
    }

    @Test
    void a_freestyle_job_has_it_too() throws Exception {
        FreeStyleProject job = jenkins.createFreeStyleProject();
        CodexRotationCheckStep step = step();
        job.getBuildersList().add(new CodexRotationCheckBuilder(step));
        jenkins.assertLogContains(
                "codexRotationCheck ended with connectivity", jenkins.buildAndAssertStatus(Result.FAILURE, job));
    }

    @Test
    void its_form_gives_back_what_it_was_given() throws Exception {
        CodexRotationCheckStep step = step();
        step.setPaths(List.of("secret/a#b", "secret/c"));
        CodexRotationCheckBuilder back = jenkins.configRoundtrip(new CodexRotationCheckBuilder(step));
        jenkins.assertEqualDataBoundBeans(step, back.getStep());
        assertThat(back.getStep().getPaths()).containsExactly("secret/a#b", "secret/c");
    }

    private static CodexRotationCheckStep step() {
        VaultOptions vault = new VaultOptions();
        vault.setAddress(NOWHERE);
        vault.setAuth("token");
        vault.setPath("secret/ci/codex#access_token");
        vault.setCredentialsId("vault");
        CodexRotationCheckStep step = new CodexRotationCheckStep();
        step.setVault(vault);
        step.setConfig("vault-timeout: 3s");
        return step;
    }

    private WorkflowJob pipeline(String arguments, String before) throws Exception {
        WorkflowJob job = jenkins.createProject(WorkflowJob.class);
        job.setDefinition(new CpsFlowDefinition(
                "node { " + before + "codexRotationCheck(vault: [address: '" + NOWHERE
                        + "', auth: 'token', path: 'secret/ci/codex#access_token', credentialsId: 'vault'], config: 'vault-timeout: 3s'"
                        + arguments + ")\n" + (before.isEmpty() ? "" : "echo \"kind ${r.kind} ${r.exitCode}\"") + " }",
                true));
        return job;
    }
}
