package dev.codexrunner.jenkins.exec;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.ListenableFuture;
import dev.codexrunner.jenkins.agent.RunPlace;
import dev.codexrunner.jenkins.result.BuildEffect;
import dev.codexrunner.jenkins.result.VerdictView;
import hudson.AbortException;
import hudson.FilePath;
import hudson.model.FreeStyleBuild;
import hudson.model.Result;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.remoting.VirtualChannel;
import hudson.util.StreamTaskListener;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import jenkins.MasterToSlaveFileCallable;
import org.jenkinsci.plugins.workflow.steps.BodyInvoker;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class EveryEndIsToldTest {

    private JenkinsRule jenkins;
    private FreeStyleBuild build;
    private FilePath workspace;
    private Told told;

    @BeforeEach
    void set(JenkinsRule rule) throws Exception {
        jenkins = rule;
        build = jenkins.buildAndAssertSuccess(jenkins.createFreeStyleProject());
        workspace = build.getWorkspace();
        told = new Told(build);
    }

    @Test
    void after_an_error() throws Exception {
        finishing(ended -> {
                    throw new OutOfMemoryError("made up");
                })
                .onSuccess(0);
        assertThat(told.next()).isInstanceOf(AbortException.class).hasMessageContaining("made up");
        assertThat(told.isOver()).isTrue();
    }

    @Test
    void after_an_interruption_on_the_agent() throws Exception {
        FilePath agents = jenkins.createOnlineSlave().getWorkspaceRoot();
        finishing(ended -> agents.act(new Interrupted())).onSuccess(0);
        assertThat(told.next()).isInstanceOf(AbortException.class);
        assertThat(told.isOver()).isTrue();
    }

    @Test
    void where_it_is_stopped_while_the_agent_is_silent() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(1);
        FinishingContext finishing = finishing(ended -> {
            begun.countDown();
            while (never.getCount() > 0) { // As a write to a connection that is full: no interruption ends it.
                try {
                    never.await();
                } catch (InterruptedException ignored) {
                    begun.countDown();
                }
            }
            return null;
        });
        finishing.onSuccess(0);
        assertThat(begun.await(60, TimeUnit.SECONDS)).isTrue();
        InterruptedException abort = new InterruptedException("abort");
        finishing.stop(abort);
        assertThat(told.next()).isSameAs(abort);
        never.countDown();
        assertThat(told.isOver()).isTrue();
    }

    @Test
    void and_a_report_that_could_not_be_kept_stays_where_the_log_says() throws Exception {
        RunPlace place = RunPlace.beside(workspace, workspace);
        FilePath report = workspace.child(place.reportFolder());
        report.mkdirs();
        new FinishingContext(
                        told,
                        new Call(ended -> {
                            throw new IOException("No space left on device");
                        }),
                        place)
                .onSuccess(0);
        assertThat(told.next()).hasMessageContaining(place.reportFolder()).hasMessageContaining("No space left");
        assertThat(report.exists()).isTrue();
    }

    private FinishingContext finishing(Conclusion conclusion) throws AbortException {
        return new FinishingContext(told, new Call(conclusion), RunPlace.beside(workspace, workspace));
    }

    private interface Conclusion {
        Object of(EndedCall ended) throws IOException, InterruptedException;
    }

    private static final class Interrupted extends MasterToSlaveFileCallable<Object> {
        private static final long serialVersionUID = 1;

        @Override
        public Object invoke(File file, VirtualChannel channel) throws InterruptedException {
            throw new InterruptedException("on the agent");
        }
    }

    private static final class Call implements RunnerCall {
        private static final long serialVersionUID = 1;
        private final transient Conclusion conclusion;

        Call(Conclusion conclusion) {
            this.conclusion = conclusion;
        }

        @Override
        public String name() {
            return "codexExec";
        }

        @Override
        public PreparedCall prepare(CallSite site) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Outcome conclude(EndedCall ended) throws IOException, InterruptedException {
            conclusion.of(ended);
            return new Outcome(BuildEffect.CONTINUE, "", Map.of("success", true));
        }

        @Override
        public Outcome refused(Run<?, ?> run, TaskListener listener, String stepId, VerdictView verdict) {
            throw new UnsupportedOperationException();
        }
    }

    /** A step that remembers what it was told. */
    private static final class Told extends StepContext {
        private static final long serialVersionUID = 1;
        private final transient BlockingQueue<Throwable> ends = new LinkedBlockingQueue<>();
        private final transient Run<?, ?> run;
        private final transient ByteArrayOutputStream log = new ByteArrayOutputStream();

        Told(Run<?, ?> run) {
            this.run = run;
        }

        Throwable next() throws InterruptedException {
            Throwable end = ends.poll(90, TimeUnit.SECONDS);
            assertThat(end).as("the step was told").isNotNull();
            return end;
        }

        /** Whether nothing more is told. */
        boolean isOver() throws InterruptedException {
            return ends.poll(5, TimeUnit.SECONDS) == null;
        }

        @Override
        public <T> T get(Class<T> key) {
            if (key == Run.class) {
                return key.cast(run);
            }
            return key == TaskListener.class ? key.cast(new StreamTaskListener(log, StandardCharsets.UTF_8)) : null;
        }

        @Override
        public void onSuccess(Object result) {
            ends.add(new AssertionError("success: " + result));
        }

        @Override
        public void onFailure(Throwable cause) {
            ends.add(cause);
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public ListenableFuture<Void> saveState() {
            return Futures.immediateFuture(null);
        }

        @Override
        public void setResult(Result result) {
            throw new UnsupportedOperationException();
        }

        @Override
        public BodyInvoker newBodyInvoker() {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean hasBody() {
            return false;
        }

        @Override
        public boolean equals(Object other) {
            return other == this;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }
}
