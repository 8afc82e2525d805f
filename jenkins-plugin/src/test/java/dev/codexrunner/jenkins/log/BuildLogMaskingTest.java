package dev.codexrunner.jenkins.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.SystemCredentialsProvider;
import hudson.Launcher;
import hudson.console.ConsoleNote;
import hudson.model.AbstractBuild;
import hudson.model.BuildListener;
import hudson.model.FreeStyleBuild;
import hudson.model.FreeStyleProject;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.util.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import jenkins.security.MasterToSlaveCallable;
import jenkins.util.Timer;
import org.jenkinsci.plugins.plaincredentials.impl.StringCredentialsImpl;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.jenkinsci.plugins.workflow.steps.SynchronousNonBlockingStepExecution;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.TestBuilder;
import org.jvnet.hudson.test.TestExtension;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;
import org.kohsuke.stapler.DataBoundConstructor;

@WithJenkins
class BuildLogMaskingTest {

    private static final String ID = "codex-token";
    private static final String VALUE = "3f1c8a52-77d0-4c1e-9a4b-0123456789ab";
    private static final String LIVE = "a token that was issued for one run 42";

    private JenkinsRule jenkins;

    @BeforeEach
    void storeACredential(JenkinsRule rule) throws Exception {
        jenkins = rule;
        SystemCredentialsProvider.getInstance()
                .getCredentials()
                .add(new StringCredentialsImpl(CredentialsScope.GLOBAL, ID, null, Secret.fromString(VALUE)));
        SystemCredentialsProvider.getInstance().save();
    }

    @Test
    void a_pipelines_log_is_masked_from_the_step_on_that_was_given_the_secret() throws Exception {
        WorkflowRun run = pipeline("echo 'before " + VALUE + "'\n remember()\n echo 'after " + VALUE + "'\n"
                + "node { sh 'set +x; printf \"%s in sh\\\\n\" " + VALUE + "; printf %s " + VALUE
                + " | base64 -w 20' }\n"
                + "echo 'live " + LIVE + "'\n error 'failed with " + VALUE + "'");

        String log = JenkinsRule.getLog(run);

        assertThat(log).contains("before " + VALUE, "after [redacted:", "] in sh", "live [redacted:");
        assertThat(log.substring(log.indexOf("after "))).doesNotContain(VALUE, LIVE, "M2YxYzhhNTIt");
        assertThat(log).contains("[Pipeline] End of Pipeline", "Finished: FAILURE");
    }

    @Test
    void a_line_that_looks_like_the_beginning_of_a_secret_is_whole_and_in_its_place() throws Exception {
        String line = "url=codex-runner/run/6fcef98d-5e77-4869-9da2-" + VALUE.substring(0, 12);
        WorkflowRun run = pipeline("remember()\n node {\n echo '" + line + "'\n sh 'set +x; echo " + line + "'\n }\n"
                + "parallel a: { echo '" + line + "' }, b: { echo '" + line + "' }\n echo '" + line + "'");

        assertThat(ConsoleNote.removeNotes(JenkinsRule.getLog(run)).lines())
                .containsSubsequence(
                        "[Pipeline] echo",
                        line,
                        "[Pipeline] sh",
                        "+ set +x",
                        line,
                        "[Pipeline] }",
                        "[Pipeline] // node")
                .containsSubsequence("[Pipeline] // parallel", "[Pipeline] echo", line, "[Pipeline] End of Pipeline")
                .satisfies(lines -> assertThat(lines)
                        .filteredOn(each -> each.contains(line))
                        .hasSize(5));
    }

    @Test
    void what_an_agent_writes_is_masked_too_and_no_secret_goes_there_for_it() throws Exception {
        jenkins.createOnlineSlave().setLabelString("agent");
        WorkflowRun run = pipeline("remember()\n node('agent') { writeThere '" + VALUE
                + "'\n sleep 2\n sh 'echo from sh " + VALUE + "' }");

        assertThat(JenkinsRule.getLog(run))
                .contains("from the agent: [redacted:", "held back ", "3f1c8a52-77d", "from sh [redacted:")
                .contains("later: [redacted:")
                .doesNotContain("from the agent: " + VALUE, "later: " + VALUE, "from sh " + VALUE);
    }

    @Test
    void the_end_of_a_build_shows_what_was_held_back() throws Exception {
        WorkflowRun run = pipeline("remember()\n writeThere '" + VALUE + "'");

        assertThat(JenkinsRule.getLog(run)).contains("held back ", "3f1c8a52-77d");
    }

    @Test
    void a_freestyle_build_is_masked() throws Exception {
        FreeStyleProject job = jenkins.createFreeStyleProject();
        job.getBuildersList().add(new TestBuilder() {
            @Override
            public boolean perform(AbstractBuild<?, ?> build, Launcher launcher, BuildListener listener) {
                listener.getLogger().println("before " + VALUE);
                MaskedSecrets.remember(build, Set.of(ID), List.of());
                listener.getLogger().println("after " + VALUE);
                return true;
            }
        });
        FreeStyleBuild build = jenkins.buildAndAssertSuccess(job);

        assertThat(JenkinsRule.getLog(build))
                .contains("before " + VALUE, "after [redacted:", "Finished: SUCCESS")
                .doesNotContain("after " + VALUE);
    }

    @Test
    void the_build_stores_ids_and_no_secret_and_masks_after_a_reload() throws Exception {
        WorkflowRun run = pipeline("remember()");

        run.getParent().doReload();
        WorkflowRun reloaded = jenkins.jenkins
                .getItemByFullName(run.getParent().getFullName(), WorkflowJob.class)
                .getBuildByNumber(1);
        MaskedSecrets secrets = MaskedSecrets.of(reloaded).orElseThrow();

        assertThat(secrets.credentialIds()).containsExactly(ID);
        assertThat(secrets.mask().mask("x " + VALUE)).startsWith("x [redacted:").doesNotContain(VALUE);
        try (Stream<Path> files = Files.walk(run.getRootDir().toPath())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain(VALUE, LIVE, "<value>{");
            }
        }
    }

    @Test
    void a_secret_that_no_id_brings_back_is_masked_after_a_restart_and_stored_encrypted_until_the_build_ends()
            throws Exception {
        FreeStyleBuild build = jenkins.buildAndAssertSuccess(jenkins.createFreeStyleProject("issued"));
        dev.codexrunner.secret.Secret given = dev.codexrunner.secret.Secret.of("live", LIVE);

        MaskedSecrets.remember(build, Set.of(ID), List.of(given, dev.codexrunner.secret.Secret.of(ID, VALUE)));
        String record = record(build);
        build.getParent().doReload();
        FreeStyleBuild reloaded = jenkins.jenkins
                .getItemByFullName("issued", FreeStyleProject.class)
                .getBuildByNumber(1);
        MaskedSecrets secrets = MaskedSecrets.of(reloaded).orElseThrow();

        assertThat(secrets.mask().mask("x " + LIVE)).startsWith("x [redacted:").doesNotContain(LIVE);
        assertThat(record).containsOnlyOnce("<value>{").doesNotContain(LIVE, VALUE);

        secrets.forget();

        assertThat(record(reloaded)).contains(ID).doesNotContain("<value>");
    }

    private static String record(Run<?, ?> build) throws IOException {
        return Files.readString(build.getRootDir().toPath().resolve("build.xml"));
    }

    @Test
    void a_credential_that_is_gone_does_not_stop_the_log() throws Exception {
        SystemCredentialsProvider.getInstance().getCredentials().clear();
        WorkflowRun run = pipeline("remember()\n echo 'still here'");

        assertThat(JenkinsRule.getLog(run)).contains("still here", "Finished: SUCCESS");
    }

    private WorkflowRun pipeline(String script) throws Exception {
        WorkflowJob job = jenkins.createProject(WorkflowJob.class);
        job.setDefinition(new CpsFlowDefinition(script, true));
        WorkflowRun run = job.scheduleBuild2(0).get();
        jenkins.waitForCompletion(run);
        return run;
    }

    /** Does to the build what a codex step does before it starts. */
    public static final class RememberStep extends Step {

        @DataBoundConstructor
        public RememberStep() {}

        @Override
        public StepExecution start(StepContext context) {
            return new Execution(context);
        }

        private static final class Execution extends SynchronousNonBlockingStepExecution<Void> {
            private static final long serialVersionUID = 1;

            Execution(StepContext context) {
                super(context);
            }

            @Override
            protected Void run() throws Exception {
                MaskedSecrets.remember(
                        getContext().get(Run.class),
                        Set.of(ID),
                        List.of(dev.codexrunner.secret.Secret.of("live", LIVE)));
                return null;
            }
        }

        @TestExtension
        public static final class DescriptorImpl extends StepDescriptor {
            @Override
            public Set<? extends Class<?>> getRequiredContext() {
                return Set.of(Run.class);
            }

            @Override
            public String getFunctionName() {
                return "remember";
            }
        }
    }

    /** Writes to the build's log from the agent. */
    public static final class WriteThereStep extends Step {

        private final String text;

        @DataBoundConstructor
        public WriteThereStep(String text) {
            this.text = text;
        }

        @Override
        public StepExecution start(StepContext context) {
            return new Execution(context, text);
        }

        private static final class Execution extends SynchronousNonBlockingStepExecution<Void> {
            private static final long serialVersionUID = 1;

            private final String text;

            Execution(StepContext context, String text) {
                super(context);
                this.text = text;
            }

            @Override
            protected Void run() throws Exception {
                Write write = new Write(getContext().get(TaskListener.class), text);
                Launcher launcher = getContext().get(Launcher.class);
                return launcher == null ? write.call() : launcher.getChannel().call(write);
            }
        }

        private static final class Write extends MasterToSlaveCallable<Void, RuntimeException> {
            private static final long serialVersionUID = 1;

            private final TaskListener listener;
            private final String text;

            Write(TaskListener listener, String text) {
                this.listener = listener;
                this.text = text;
            }

            @Override
            public Void call() {
                listener.getLogger().println("from the agent: " + text);
                listener.getLogger().print("held back " + text.substring(0, 12));
                listener.getLogger().flush();
                Timer.get().schedule(() -> listener.getLogger().println(" later: " + text), 1, TimeUnit.SECONDS);
                return null;
            }
        }

        @TestExtension
        public static final class DescriptorImpl extends StepDescriptor {
            @Override
            public Set<? extends Class<?>> getRequiredContext() {
                return Set.of(TaskListener.class);
            }

            @Override
            public String getFunctionName() {
                return "writeThere";
            }
        }
    }
}
