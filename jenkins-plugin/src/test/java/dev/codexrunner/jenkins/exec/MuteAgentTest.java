package dev.codexrunner.jenkins.exec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.jenkins.agent.RunPlace;
import hudson.FilePath;
import hudson.Launcher;
import hudson.model.Label;
import hudson.model.Result;
import hudson.model.TaskListener;
import hudson.slaves.DumbSlave;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import jenkins.security.MasterToSlaveCallable;
import jenkins.util.Timer;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** An agent that is connected and answers nothing, as one whose process any shell there has halted. */
@WithJenkins
class MuteAgentTest {

    private JenkinsRule jenkins;
    private DumbSlave agent;
    private long process;

    @BeforeEach
    void set(JenkinsRule rule) throws Exception {
        jenkins = rule;
        Scene.set();
        agent = jenkins.createOnlineSlave(Label.get("mute"));
        process = agent.getChannel().call(new Process());
    }

    @AfterEach
    void goOn() throws Exception {
        signal("CONT");
    }

    private static final class Process extends MasterToSlaveCallable<Long, RuntimeException> {
        private static final long serialVersionUID = 1;

        @Override
        public Long call() {
            return ProcessHandle.current().pid();
        }
    }

    private void signal(String name) throws Exception {
        new ProcessBuilder("kill", "-" + name, Long.toString(process)).start().waitFor();
    }

    @Test
    void stopping_runs_there_waits_for_nothing_and_takes_no_thread_of_jenkins() throws Exception {
        FilePath workspace = agent.getWorkspaceRoot().child("job");
        workspace.mkdirs();
        Launcher launcher = agent.createLauncher(TaskListener.NULL);
        signal("STOP");
        Thread aborting = new Thread(() -> {
            for (int i = 0; i < 40; i++) {
                try {
                    new RunnerController(null, RunPlace.beside(workspace, workspace)).stop(workspace, launcher);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        });
        aborting.start();
        aborting.join(TimeUnit.SECONDS.toMillis(30));
        assertThat(aborting.isAlive()).isFalse();
        CountDownLatch ran = new CountDownLatch(10);
        for (int i = 0; i < 10; i++) {
            Timer.get().execute(ran::countDown);
        }
        assertThat(ran.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(Thread.getAllStackTraces().values().stream()
                        .filter(frames -> Arrays.stream(frames)
                                .anyMatch(frame -> frame.getClassName().equals(StopOnAgent.class.getName()))))
                .hasSizeLessThanOrEqualTo(4);
    }

    @Test
    void steps_there_hold_up_nobody_elses_and_end_when_they_are_stopped() throws Exception {
        ScriptedCodex codex = ScriptedCodex.doing(ScriptedCodex.SUCCEEDS);
        WorkflowJob mute = Scene.pipeline(jenkins, """
                def steps = [:]
                for (int i = 0; i < 10; i++) { steps['s' + i] = { codexExec(prompt: 'x', %s) } }
                node('mute') { echo 'ready'; sleep 5; parallel steps }
                """.formatted(Scene.with(codex)));
        WorkflowJob other =
                Scene.pipeline(jenkins, "node('built-in') { codexExec(prompt: 'x', " + Scene.with(codex) + ") }");
        WorkflowRun first = mute.scheduleBuild2(0).waitForStart();
        jenkins.waitForMessage("ready", first);
        signal("STOP");
        jenkins.waitForMessage("(Branch: s9)", first);
        jenkins.assertBuildStatus(Result.SUCCESS, other.scheduleBuild2(0));
        first.getExecutor().interrupt();
        jenkins.assertBuildStatus(Result.ABORTED, jenkins.waitForCompletion(first));
    }
}
