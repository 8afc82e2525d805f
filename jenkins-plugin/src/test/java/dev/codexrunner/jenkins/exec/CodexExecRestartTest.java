package dev.codexrunner.jenkins.exec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.jenkins.report.StoredReports;
import hudson.model.Label;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.jenkinsci.plugins.workflow.steps.durable_task.DurableTaskStep;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.junit.jupiter.JenkinsSessionExtension;

class CodexExecRestartTest {

    @RegisterExtension
    private final JenkinsSessionExtension session = new JenkinsSessionExtension();

    @Test
    void a_run_goes_on_over_a_restart_of_the_controller() throws Throwable {
        ScriptedCodex codex = ScriptedCodex.doing(ScriptedCodex.WAITS);
        session.then(jenkins -> {
            Scene.set();
            WorkflowJob job = jenkins.createProject(WorkflowJob.class, "job");
            job.setDefinition(new CpsFlowDefinition(
                    "node { def r = codexExec(prompt: 'x', " + Scene.with(codex) + "); echo('verdict ' + r.verdict) }",
                    true));
            jenkins.waitForMessage("I wait.", job.scheduleBuild2(0).waitForStart());
        });
        assertThat(codex.isAlive()).isTrue();
        codex.letGo();
        session.then(jenkins -> {
            WorkflowRun run =
                    jenkins.jenkins.getItemByFullName("job", WorkflowJob.class).getBuildByNumber(1);
            jenkins.assertBuildStatusSuccess(jenkins.waitForCompletion(run));
            jenkins.assertLogContains("verdict success", run);
            assertThat(StoredReports.of(run).stepIds()).hasSize(1);
            assertThat(Scene.holdingTheToken(jenkins.jenkins.getRootDir().toPath()))
                    .isEmpty();
        });
    }

    /** Agents write to the log by themselves then, and tell of the end. */
    @Test
    void a_run_that_is_watched_goes_on_too_and_what_the_agent_writes_then_is_masked() throws Throwable {
        ScriptedCodex codex = ScriptedCodex.doing(ScriptedCodex.WAITS);
        Path token = Files.writeString(codex.program().resolveSibling("token"), Scene.TOKEN);
        DurableTaskStep.USE_WATCHING = true;
        try {
            session.then(jenkins -> {
                Scene.set();
                jenkins.createOnlineSlave(Label.get("agent"));
                WorkflowJob job = jenkins.createProject(WorkflowJob.class, "watched");
                job.setDefinition(new CpsFlowDefinition(
                        "node('agent') { def r = codexExec(prompt: 'x', " + Scene.with(codex)
                                + "); echo('verdict ' + r.verdict)\n sh 'set +x; echo \"it is $(cat " + token
                                + ")\"' }",
                        true));
                jenkins.waitForMessage("I wait.", job.scheduleBuild2(0).waitForStart());
            });
            codex.letGo();
            session.then(jenkins -> {
                WorkflowRun run = jenkins.jenkins
                        .getItemByFullName("watched", WorkflowJob.class)
                        .getBuildByNumber(1);
                jenkins.assertBuildStatusSuccess(jenkins.waitForCompletion(run));
                jenkins.assertLogContains("verdict success", run);
                jenkins.assertLogContains("it is [redacted:", run);
                jenkins.assertLogNotContains(Scene.TOKEN, run);
            });
        } finally {
            DurableTaskStep.USE_WATCHING = false;
        }
    }
}
