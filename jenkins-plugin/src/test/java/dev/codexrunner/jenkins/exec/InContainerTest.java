package dev.codexrunner.jenkins.exec;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.Launcher;
import hudson.LauncherDecorator;
import hudson.Proc;
import hudson.model.Node;
import hudson.model.Result;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.jenkinsci.plugins.workflow.steps.BodyExecutionCallback;
import org.jenkinsci.plugins.workflow.steps.BodyInvoker;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.TestExtension;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;
import org.kohsuke.stapler.DataBoundConstructor;

/** The step in a block that has processes started in a container, as {@code docker.inside} and {@code container} do. */
@WithJenkins
class InContainerTest {

    private JenkinsRule jenkins;

    @BeforeEach
    void set(JenkinsRule rule) throws Exception {
        jenkins = rule;
        Scene.set();
    }

    @Test
    void in_a_container_it_ends_before_it_has_a_secret_and_says_what_to_do() throws Exception {
        // What a container's shell would print: its own mounts.
        WorkflowRun run = run("mnt:[1]", 0);

        jenkins.assertLogContains("would run in a container and not on", run);
        jenkins.assertLogContains("Use the step outside docker.inside and container blocks", run);
        assertNoTraceAndNoSecret(run);
    }

    @Test
    void so_it_does_where_the_image_has_no_shell_or_the_container_is_gone() throws Exception {
        WorkflowRun run = run("exec failed: sh: executable file not found", 127);

        jenkins.assertLogContains("Use the step outside docker.inside and container blocks", run);
        assertNoTraceAndNoSecret(run);
    }

    @Test
    void so_it_does_where_nothing_can_be_started() throws Exception {
        WorkflowRun run = run("no docker here", -1);

        jenkins.assertLogContains("No process could be started on", run);
        jenkins.assertLogContains("no docker here", run);
        assertNoTraceAndNoSecret(run);
    }

    @Test
    void a_block_that_only_puts_something_in_front_of_commands_is_none_of_these() throws Exception {
        ScriptedCodex codex = ScriptedCodex.doing(ScriptedCodex.SUCCEEDS);
        WorkflowJob job = Scene.pipeline(
                jenkins,
                "node { through(words: '', status: 0) { codexExec(prompt: 'x', " + Scene.with(codex) + ") } }");

        jenkins.buildAndAssertSuccess(job);
        assertThat(codex.hasStarted()).isTrue();
    }

    private WorkflowRun run(String words, int status) throws Exception {
        ScriptedCodex codex = ScriptedCodex.doing(ScriptedCodex.SUCCEEDS);
        WorkflowJob job = Scene.pipeline(
                jenkins,
                "node { through(words: '" + words + "', status: " + status + ") { codexExec(prompt: 'x', "
                        + Scene.with(codex) + ") } }");
        Block.STARTED.clear();
        WorkflowRun run = jenkins.buildAndAssertStatus(Result.FAILURE, job);
        assertThat(codex.hasStarted()).isFalse();
        return run;
    }

    private void assertNoTraceAndNoSecret(WorkflowRun run) throws Exception {
        jenkins.assertLogNotContains("\tat ", run);
        assertThat(Block.STARTED).hasSize(1).noneMatch(process -> process.contains(Scene.TOKEN));
    }

    /** Starts in place of each process one that prints these words; with none, the process as it is. */
    public static final class Block extends Step {

        static final List<String> STARTED = new ArrayList<>();

        private final String words;
        private final int status;

        @DataBoundConstructor
        public Block(String words, int status) {
            this.words = words;
            this.status = status;
        }

        @Override
        public StepExecution start(StepContext context) {
            return new Execution(context, new Decorator(words, status));
        }

        @TestExtension
        public static final class DescriptorImpl extends StepDescriptor {

            @Override
            public Set<? extends Class<?>> getRequiredContext() {
                return Set.of();
            }

            @Override
            public String getFunctionName() {
                return "through";
            }

            @Override
            public boolean takesImplicitBlockArgument() {
                return true;
            }
        }
    }

    private static final class Execution extends StepExecution {

        private static final long serialVersionUID = 1;

        private final Decorator decorator;

        Execution(StepContext context, Decorator decorator) {
            super(context);
            this.decorator = decorator;
        }

        @Override
        public boolean start() throws Exception {
            getContext()
                    .newBodyInvoker()
                    .withContext(
                            BodyInvoker.mergeLauncherDecorators(getContext().get(LauncherDecorator.class), decorator))
                    .withCallback(BodyExecutionCallback.wrap(getContext()))
                    .start();
            return false;
        }
    }

    private static final class Decorator extends LauncherDecorator implements Serializable {

        private static final long serialVersionUID = 1;

        private final String words;
        private final int status;

        Decorator(String words, int status) {
            this.words = words;
            this.status = status;
        }

        @Override
        public Launcher decorate(Launcher launcher, Node node) {
            return new Launcher.DecoratedLauncher(launcher) {
                @Override
                public Proc launch(ProcStarter starter) throws IOException {
                    Block.STARTED.add(starter.cmds() + " " + List.of(starter.envs()));
                    if (status < 0) {
                        throw new IOException(words);
                    }
                    if (!words.isEmpty()) {
                        starter.cmds("sh", "-c", "echo '" + words + "'; exit " + status);
                    }
                    return super.launch(starter);
                }
            };
        }
    }
}
