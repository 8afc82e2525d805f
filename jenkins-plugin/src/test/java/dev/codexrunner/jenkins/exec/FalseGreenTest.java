package dev.codexrunner.jenkins.exec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.jenkins.agent.RunPlace;
import hudson.FilePath;
import hudson.model.Result;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.apache.commons.io.FileUtils;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.JenkinsSessionExtension;

/** A controller dies after a step was told that its run failed, and before the Pipeline's state has it. */
class FalseGreenTest {

    private static final List<String> WHERE_STATE_IS =
            List.of("jobs/job/builds/1", "org.jenkinsci.plugins.workflow.flow.FlowExecutionList.xml");

    @RegisterExtension
    private final JenkinsSessionExtension session = new JenkinsSessionExtension();

    @Test
    void a_failure_that_was_told_stays_one() throws Throwable {
        ScriptedCodex codex = ScriptedCodex.doing(ScriptedCodex.WAITS);
        Path saved = Files.createTempDirectory("saved");
        session.then(jenkins -> {
            Scene.set();
            WorkflowJob job = jenkins.createProject(WorkflowJob.class, "job");
            job.setDefinition(new CpsFlowDefinition(
                    "node { def r = codexExec(prompt: 'x', " + Scene.with(codex) + "); echo('verdict ' + r.verdict) }",
                    true));
            WorkflowRun run = job.scheduleBuild2(0).waitForStart();
            jenkins.waitForMessage("I wait.", run);
            copy(jenkins.jenkins.getRootDir().toPath(), saved);
            FilePath workspace = jenkins.jenkins.getWorkspaceFor(job);
            Path folder = Scene.runFolders(workspace).get(0);
            claimSuccess(folder);
            killRunner(String.valueOf(folder.getFileName()));
            jenkins.assertBuildStatus(Result.FAILURE, jenkins.waitForCompletion(run));
            jenkins.assertLogContains("ended with 137", run);
            awaitNothingBeside(workspace);
        });
        Path home = session.getHome().toPath();
        copy(saved, home);
        session.then(jenkins -> {
            WorkflowRun run =
                    jenkins.jenkins.getItemByFullName("job", WorkflowJob.class).getBuildByNumber(1);
            jenkins.assertBuildStatus(Result.FAILURE, jenkins.waitForCompletion(run));
            jenkins.assertLogNotContains("verdict success", run);
            assertThat(JenkinsRule.getLog(run)).contains("Resuming build").contains("ended with 137");
        });
    }

    /** The state of before takes the place of that of now; what only the state of now has stays. */
    private static void copy(Path from, Path to) throws Exception {
        for (String name : WHERE_STATE_IS) {
            File state = from.resolve(name).toFile();
            if (state.isDirectory()) {
                FileUtils.copyDirectory(state, to.resolve(name).toFile());
            } else {
                Files.copy(state.toPath(), to.resolve(name), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static void claimSuccess(Path runFolder) throws IOException {
        Path golden = Path.of("..", "contract", "golden", "records", "prose-answer", "report.json");
        Files.copy(golden, runFolder.resolve("report").resolve("report.json"), StandardCopyOption.REPLACE_EXISTING);
    }

    private static void killRunner(String runId) {
        assertThat(ProcessHandle.allProcesses()
                        .filter(process -> isMarked(process, RunPlace.VARIABLE + "=" + runId))
                        .map(ProcessHandle::destroyForcibly))
                .isNotEmpty();
    }

    private static boolean isMarked(ProcessHandle process, String mark) {
        try {
            return Files.readString(
                            Path.of("/proc", Long.toString(process.pid()), "environ"), StandardCharsets.ISO_8859_1)
                    .contains(mark);
        } catch (IOException notOurs) {
            return false;
        }
    }

    private static void awaitNothingBeside(FilePath workspace) throws Exception {
        for (int i = 0; i < 100 && !Scene.runFolders(workspace).isEmpty(); i++) {
            LockSupport.parkNanos(100_000_000);
        }
        assertThat(Scene.runFolders(workspace)).isEmpty();
    }
}
