package dev.codexrunner.jenkins.exec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.jenkins.report.StoredReports;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
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
}
