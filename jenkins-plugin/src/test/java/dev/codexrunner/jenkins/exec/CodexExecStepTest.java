package dev.codexrunner.jenkins.exec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.jenkins.report.RunSummaries;
import dev.codexrunner.jenkins.report.StoredReports;
import dev.codexrunner.jenkins.result.ReportView;
import hudson.model.Result;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jenkinsci.plugins.workflow.cps.Snippetizer;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class CodexExecStepTest {

    private JenkinsRule jenkins;

    @BeforeEach
    void set(JenkinsRule rule) throws Exception {
        jenkins = rule;
        Scene.set();
    }

    @Test
    void a_pipeline_gets_the_verdict_and_the_final_message() throws Exception {
        WorkflowRun run = run(ScriptedCodex.SUCCEEDS, "", Result.SUCCESS);
        jenkins.assertLogContains("result: success, All is well., 0, 120", run);
        assertThat(report(run).verdict().success()).isTrue();
    }

    @Test
    void nothing_is_left_beside_the_workspace_and_the_token_nowhere() throws Exception {
        WorkflowRun run = run(ScriptedCodex.SUCCEEDS, "", Result.SUCCESS);
        awaitNoRunFolder(run);
        assertThat(Scene.holdingTheToken(jenkins.jenkins.getRootDir().toPath())).isEmpty();
    }

    @Test
    void a_turn_that_failed_fails_the_build_though_codex_ended_with_zero() throws Exception {
        WorkflowRun run = run(ScriptedCodex.FAILS_WITH_ZERO, ", retries: 0", Result.FAILURE);
        jenkins.assertLogContains("codexExec ended with limited (exit code 8)", run);
        assertThat(report(run).verdict().success()).isFalse();
    }

    @Test
    void the_same_makes_it_unstable_where_that_is_asked_for() throws Exception {
        WorkflowRun run = run(ScriptedCodex.FAILS_WITH_ZERO, ", retries: 0, unstableOn: ['limited']", Result.UNSTABLE);
        jenkins.assertLogContains("result: failure, null, 8", run);
    }

    @Test
    void the_jenkinsfile_decides_where_the_kind_is_in_neither_list() throws Exception {
        WorkflowRun run = run(ScriptedCodex.FAILS_WITH_ZERO, ", retries: 0, failOn: ['credential']", Result.SUCCESS);
        jenkins.assertLogContains("result: failure, null, 8", run);
    }

    @Test
    void all_that_is_refused_is_said_at_once_and_nothing_is_started() throws Exception {
        ScriptedCodex codex = ScriptedCodex.doing(ScriptedCodex.SUCCEEDS);
        WorkflowJob job = Scene.pipeline(
                jenkins,
                "node { codexExec(prompt: 'x', promptFile: 'y', sandbox: 'danger-full-access', acceptedRisks: ['fork'], "
                        + Scene.with(codex) + ") }");
        WorkflowRun run = jenkins.buildAndAssertStatus(Result.FAILURE, job);
        jenkins.assertLogContains("codexExec does not run (config, exit code 2):", run);
        jenkins.assertLogContains("Give either prompt or promptFile", run);
        jenkins.assertLogContains("danger-full-access", run);
        jenkins.assertLogContains("accepted risk \"fork\"", run);
        assertThat(codex.hasStarted()).isFalse();
    }

    @Test
    void a_missing_credential_is_named() throws Exception {
        WorkflowJob job = Scene.pipeline(jenkins, "node { codexExec(prompt: 'x', credentialsId: 'nobody-has-it') }");
        jenkins.assertLogContains("nobody-has-it", jenkins.buildAndAssertStatus(Result.FAILURE, job));
    }

    @Test
    void the_token_is_masked_in_what_later_steps_print() throws Exception {
        ScriptedCodex codex = ScriptedCodex.doing(ScriptedCodex.SUCCEEDS);
        String half = Scene.TOKEN.substring(0, 20);
        String rest = Scene.TOKEN.substring(20);
        WorkflowJob job = Scene.pipeline(
                jenkins,
                "node { codexExec(prompt: 'x', " + Scene.with(codex) + "); echo('it is ' + '" + half + "' + '" + rest
                        + "') }");
        WorkflowRun run = jenkins.buildAndAssertStatus(Result.SUCCESS, job);
        jenkins.assertLogContains("it is ", run);
        jenkins.assertLogNotContains(Scene.TOKEN, run);
    }

    @Test
    void an_abort_ends_codex_and_keeps_the_report() throws Exception {
        ScriptedCodex codex = ScriptedCodex.doing(ScriptedCodex.NEVER_ENDS);
        WorkflowJob job = Scene.pipeline(jenkins, "node { codexExec(prompt: 'x', " + Scene.with(codex) + ") }");
        WorkflowRun run = job.scheduleBuild2(0).waitForStart();
        jenkins.waitForMessage("I wait.", run);
        run.getExecutor().interrupt();
        jenkins.assertBuildStatus(Result.ABORTED, jenkins.waitForCompletion(run));
        assertThat(codex.isAlive()).isFalse();
        assertThat(report(run).verdict().kind()).isEqualTo("cancelled");
        awaitNoRunFolder(run);
    }

    @Test
    void of_a_runner_that_is_killed_the_page_shows_what_it_had_done_and_the_verdict_is_no_success() throws Exception {
        ScriptedCodex codex = ScriptedCodex.doing(ScriptedCodex.NEVER_ENDS);
        WorkflowJob job = Scene.pipeline(jenkins, "node { codexExec(prompt: 'x', " + Scene.with(codex) + ") }");
        WorkflowRun run = job.scheduleBuild2(0).waitForStart();
        jenkins.waitForMessage("I wait.", run);

        Scene.runners(jenkins.jenkins.getWorkspaceFor(job)).forEach(ProcessHandle::destroyForcibly);

        jenkins.assertBuildStatus(Result.FAILURE, jenkins.waitForCompletion(run));
        assertThat(report(run).steps()).hasSize(1);
        assertThat(RunSummaries.of(run).values())
                .singleElement()
                .satisfies(summary -> assertThat(summary.code()).isEqualTo("no-report"));
        jenkins.assertLogContains("codexExec ended with cancelled (exit code 137)", run);
        awaitNoRunFolder(run);
    }

    @Test
    void the_log_says_where_the_page_of_the_run_is() throws Exception {
        WorkflowRun run = run(ScriptedCodex.SUCCEEDS, "", Result.SUCCESS);
        String id = StoredReports.of(run).stepIds().get(0);
        jenkins.assertLogContains(jenkins.getURL() + run.getUrl() + "codex-runner/run/" + id + "/", run);
        jenkins.assertLogNotContains("report: ", run);
    }

    @Test
    void a_step_that_is_stopped_leaves_the_others_of_its_workspace_alone() throws Exception {
        ScriptedCodex stopped = ScriptedCodex.doing(ScriptedCodex.NEVER_ENDS);
        ScriptedCodex other = ScriptedCodex.doing(ScriptedCodex.WAITS);
        WorkflowJob job = Scene.pipeline(jenkins, """
                node {
                  parallel(
                    one: { try { timeout(time: 15, unit: 'SECONDS') { codexExec(prompt: 'x', %s) } } catch (stopped) { echo 'one is stopped' } },
                    two: { codexExec(prompt: 'x', %s) })
                }""".formatted(Scene.with(stopped), Scene.with(other)));
        WorkflowRun run = job.scheduleBuild2(0).waitForStart();
        jenkins.waitForMessage("script returned exit code 143", run);
        assertThat(other.isAlive()).isTrue();
        other.letGo();
        jenkins.assertBuildStatusSuccess(jenkins.waitForCompletion(run));
    }

    @Test
    void the_snippet_generator_writes_what_was_chosen_and_no_more() throws Exception {
        CodexExecStep step = new CodexExecStep();
        step.setPrompt("Look around.");
        step.setRetries(0);
        step.setUnstableOn(List.of("turn_failed"));
        assertThat(Snippetizer.object2Groovy(step))
                .isEqualTo("codexExec prompt: 'Look around.', retries: 0, unstableOn: ['turn_failed']");
    }

    private WorkflowRun run(String script, String arguments, Result expected) throws Exception {
        ScriptedCodex codex = ScriptedCodex.doing(script);
        WorkflowJob job = Scene.pipeline(
                jenkins,
                "node { def r = codexExec(prompt: 'Look around.', " + Scene.with(codex) + arguments + ")\n"
                        + "echo \"result: ${r.verdict}, ${r.finalMessage}, ${r.exitCode}, ${r.usage?.totalTokens}\" }");
        return jenkins.buildAndAssertStatus(expected, job);
    }

    private static ReportView report(WorkflowRun run) {
        StoredReports stored = StoredReports.of(run);
        return stored.stepIds().stream()
                .flatMap(id -> stored.read(id).stream())
                .findFirst()
                .orElseThrow();
    }

    /** It goes when the step has been told of the end, and the build may be quicker. */
    private void awaitNoRunFolder(WorkflowRun run) throws Exception {
        while (!Scene.runFolders(jenkins.jenkins.getWorkspaceFor(run.getParent()))
                .isEmpty()) {
            LockSupport.parkNanos(20_000_000);
        }
    }
}
