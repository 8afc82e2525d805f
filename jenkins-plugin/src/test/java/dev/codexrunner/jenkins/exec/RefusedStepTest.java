package dev.codexrunner.jenkins.exec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.jenkins.report.RunSummaries;
import hudson.EnvVars;
import hudson.model.FreeStyleBuild;
import hudson.model.FreeStyleProject;
import hudson.model.Label;
import hudson.model.Result;
import hudson.model.Run;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** What the plugin itself has against a run is judged, kept and shown like the end of one. */
@WithJenkins
class RefusedStepTest {

    private JenkinsRule jenkins;

    @BeforeEach
    void set(JenkinsRule rule) throws Exception {
        jenkins = rule;
        Scene.set();
    }

    @Test
    void a_missing_credential_is_of_the_kind_secret_source() throws Exception {
        WorkflowRun run = run("credentialsId: 'nobody-has-it', unstableOn: ['secret_source']", Result.UNSTABLE);
        jenkins.assertLogContains("codexExec does not run (secret_source, exit code 3): The job ", run);
        jenkins.assertLogContains("nobody-has-it", run);
        jenkins.assertLogContains("as one of the type: Secret text (the access token)", run);
        jenkins.assertLogContains("result: failure, secret_source, credential-not-visible, 3", run);
        assertKept(run, "credential-not-visible");
        jenkins.assertLogContains(run.getUrl() + "codex-runner/run/", run);
    }

    @Test
    void an_unknown_tool_fails_the_build_by_default_and_its_code_is_in_the_last_line() throws Exception {
        WorkflowRun run = run("credentialsId: 'access-token', codex: 'codex-9'", Result.FAILURE);
        jenkins.assertLogContains("ERROR: codexExec does not run (config, exit code 2): There is no codex", run);
        jenkins.assertLogContains("choose another one. [codex-tool-unknown]", run);
        assertKept(run, "codex-tool-unknown");
    }

    @Test
    void what_the_policy_refuses_makes_the_build_unstable_where_that_is_asked_for() throws Exception {
        WorkflowRun run =
                run("credentialsId: 'access-token', acceptedRisks: ['fork'], unstableOn: ['policy']", Result.UNSTABLE);
        jenkins.assertLogContains("result: failure, policy, step-refused, 12", run);
        jenkins.assertLogContains("accepted risk \"fork\"", run);
        assertKept(run, "step-refused");
    }

    @Test
    void no_list_lets_a_build_go_on_whose_codex_was_not_even_started() throws Exception {
        run("credentialsId: 'access-token', acceptedRisks: ['fork'], failOn: ['config']", Result.FAILURE);
        run("credentialsId: 'access-token', failOn: ['turn_faild'], unstableOn: ['config']", Result.FAILURE);
    }

    @Test
    void a_freestyle_build_is_judged_alike() throws Exception {
        CodexExecStep step = new CodexExecStep();
        step.setPrompt("x");
        step.setCredentialsId("nobody-has-it");
        FreeStyleProject job = jenkins.createFreeStyleProject();
        job.getBuildersList().add(new CodexExecBuilder(step));
        FreeStyleBuild run = jenkins.buildAndAssertStatus(Result.FAILURE, job);
        jenkins.assertLogContains("codexExec does not run (secret_source, exit code 3)", run);
        assertKept(run, "credential-not-visible");
    }

    @Test
    void an_agent_without_a_shell_is_told_in_words() throws Exception {
        jenkins.createOnlineSlave(Label.get("bare"), new EnvVars("PATH", "/nonexistent"));
        WorkflowRun run = jenkins.buildAndAssertStatus(
                Result.FAILURE,
                Scene.pipeline(jenkins, "node('bare') { codexExec(prompt: 'x', credentialsId: 'access-token') }"));
        jenkins.assertLogContains("codexExec does not run (config, exit code 2): No shell can be started on", run);
        jenkins.assertLogContains("[agent-without-shell]", run);
        jenkins.assertLogNotContains("\tat ", run);
    }

    @Test
    void an_agent_with_another_system_is_told_in_words() throws Exception {
        String system = System.getProperty("os.name");
        System.setProperty("os.name", "Windows 11");
        try {
            WorkflowRun run = run("credentialsId: 'access-token'", Result.FAILURE);
            jenkins.assertLogContains("runs on Linux agents only", run);
            jenkins.assertLogContains("runs Windows 11", run);
            jenkins.assertLogContains("[agent-not-linux]", run);
            jenkins.assertLogNotContains("\tat ", run);
        } finally {
            System.setProperty("os.name", system);
        }
    }

    private static void assertKept(Run<?, ?> run, String code) {
        assertThat(RunSummaries.of(run).values()).singleElement().satisfies(summary -> {
            assertThat(summary.success()).isFalse();
            assertThat(summary.code()).isEqualTo(code);
        });
    }

    private WorkflowRun run(String arguments, Result expected) throws Exception {
        return jenkins.buildAndAssertStatus(
                expected,
                Scene.pipeline(
                        jenkins,
                        "node { def r = codexExec(prompt: 'x', " + arguments + ")\n"
                                + "echo \"result: ${r.verdict}, ${r.kind}, ${r.code}, ${r.exitCode}\" }"));
    }
}
