package dev.codexrunner.jenkins.exec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.jenkins.configuration.VaultOptions;
import dev.codexrunner.jenkins.page.CodexRunsAction;
import dev.codexrunner.jenkins.page.RunRow;
import dev.codexrunner.jenkins.report.RunSummaries;
import dev.codexrunner.jenkins.report.StoredReports;
import hudson.EnvVars;
import hudson.matrix.AxisList;
import hudson.matrix.MatrixBuild;
import hudson.matrix.MatrixProject;
import hudson.matrix.MatrixRun;
import hudson.matrix.TextAxis;
import hudson.model.FreeStyleBuild;
import hudson.model.FreeStyleProject;
import hudson.model.Result;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jenkinsci.plugins.structs.SymbolLookup;
import org.jenkinsci.plugins.structs.describable.DescribableModel;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;
import org.kohsuke.stapler.DataBoundSetter;

@WithJenkins
class CodexExecBuilderTest {

    private JenkinsRule jenkins;

    @BeforeEach
    void set(JenkinsRule rule) throws Exception {
        jenkins = rule;
        Scene.set();
    }

    @Test
    void a_freestyle_job_gets_the_same_verdict_and_page() throws Exception {
        FreeStyleBuild build = jenkins.buildAndAssertStatus(Result.SUCCESS, job(ScriptedCodex.SUCCEEDS));
        jenkins.assertLogContains("All is well.", build);
        assertThat(RunSummaries.of(build)).hasSize(1);
        assertThat(StoredReports.of(build).stepIds()).hasSize(1);
        assertThat(Scene.runFolders(build.getWorkspace())).isEmpty();
        assertThat(Scene.holdingTheToken(jenkins.jenkins.getRootDir().toPath())).isEmpty();
    }

    @Test
    void a_turn_that_failed_fails_it_too() throws Exception {
        FreeStyleBuild build = jenkins.buildAndAssertStatus(Result.FAILURE, job(ScriptedCodex.FAILS_WITH_ZERO));
        jenkins.assertLogContains("codexExec ended with limited (exit code 8)", build);
    }

    @Test
    void a_matrix_shows_the_runs_of_its_configurations_with_the_whole() throws Exception {
        MatrixProject job = jenkins.createProject(MatrixProject.class, "matrix");
        job.setAxes(new AxisList(new TextAxis("KIND", "one", "two")));
        job.getBuildersList().add(new CodexExecBuilder(Scene.step(ScriptedCodex.doing(ScriptedCodex.SUCCEEDS))));

        MatrixBuild build = jenkins.buildAndAssertSuccess(job);

        CodexRunsAction runs = build.getAction(CodexRunsAction.class);
        assertThat(runs.getRows()).extracting(RunRow::getKind).containsExactly("success", "success");
        for (RunRow row : runs.getRows()) {
            assertThat(Objects.requireNonNull(runs.getRun(row.getStepId())).getObject())
                    .isInstanceOf(MatrixRun.class);
        }
        assertThat(StoredReports.of(build).stepIds()).isEmpty();
    }

    @Test
    void its_interruption_ends_codex_and_keeps_the_report() throws Exception {
        ScriptedCodex codex = ScriptedCodex.doing(ScriptedCodex.NEVER_ENDS);
        FreeStyleProject job = jenkins.createFreeStyleProject();
        job.getBuildersList().add(new CodexExecBuilder(Scene.step(codex)));
        FreeStyleBuild build = job.scheduleBuild2(0).waitForStart();
        jenkins.waitForMessage("I wait.", build);
        build.getExecutor().interrupt();
        jenkins.assertBuildStatus(Result.ABORTED, jenkins.waitForCompletion(build));
        assertThat(codex.isAlive()).isFalse();
        assertThat(StoredReports.of(build).stepIds()).hasSize(1);
        assertThat(Scene.runFolders(build.getWorkspace())).isEmpty();
    }

    @Test
    void its_form_gives_back_what_it_was_given() throws Exception {
        CodexExecStep step = new CodexExecStep();
        step.setPrompt("Look around.");
        step.setSandbox("workspace-write");
        step.setTimeout("10m");
        step.setMaxTokens(200_000L);
        step.setRetries(0);
        step.setFailOn(List.of("credential", "policy"));
        step.setUnstableOn(List.of("limited", "timeout"));
        step.setConfig("max-commands: 20");
        CodexExecBuilder back = jenkins.configRoundtrip(new CodexExecBuilder(step));
        jenkins.assertEqualDataBoundBeans(step, back.getStep());
        CodexExecBuilder empty = jenkins.configRoundtrip(new CodexExecBuilder(new CodexExecStep()));
        jenkins.assertEqualDataBoundBeans(new CodexExecStep(), empty.getStep());
    }

    @Test
    void a_value_that_its_form_does_not_offer_survives_it() throws Exception {
        CodexExecStep step = new CodexExecStep();
        step.setPrompt("Look around.");
        step.setCodex("renamed-tool");
        step.setEffort("extreme");
        step.setSandbox("danger-full-access");
        CodexExecBuilder back = jenkins.configRoundtrip(new CodexExecBuilder(step));
        assertThat(back.getStep().getCodex()).isEqualTo("renamed-tool");
        assertThat(back.getStep().getEffort()).isEqualTo("extreme");
        assertThat(back.getStep().getSandbox()).isEqualTo("danger-full-access");
    }

    @Test
    void variables_of_the_build_stand_in_what_is_asked_and_never_in_what_chooses_a_secret() {
        CodexExecStep step = new CodexExecStep();
        step.setPrompt("Review $BRANCH, not ${UNKNOWN}.");
        step.setModel("${MODEL}");
        step.setCredentialsId("${MODEL}");
        step.setCodexPath("${MODEL}");
        step.setFailOn(List.of("policy"));
        CodexExecStep expanded = StepVariables.expanded(step, new EnvVars("BRANCH", "main", "MODEL", "gpt-5"));
        assertThat(expanded.getPrompt()).isEqualTo("Review main, not ${UNKNOWN}.");
        assertThat(expanded.getModel()).isEqualTo("gpt-5");
        assertThat(expanded.getCredentialsId()).isEqualTo("${MODEL}");
        assertThat(expanded.getCodexPath()).isEqualTo("${MODEL}");
        assertThat(expanded.getFailOn()).containsExactly("policy");
    }

    @Test
    void a_copy_for_the_variables_forgets_no_input() throws Exception {
        CodexExecStep step = new CodexExecStep();
        for (Method setter : CodexExecStep.class.getMethods()) {
            if (setter.isAnnotationPresent(DataBoundSetter.class)) {
                setter.invoke(step, value(setter.getParameterTypes()[0]));
            }
        }
        CodexExecStep copy = StepVariables.expanded(step, new EnvVars());
        for (Method getter : CodexExecStep.class.getMethods()) {
            if (getter.getName().startsWith("get")
                    && getter.getDeclaringClass().getName().startsWith("dev.codexrunner.")
                    && getter.getParameterCount() == 0) {
                assertThat(getter.invoke(copy)).as(getter.getName()).isEqualTo(getter.invoke(step));
            }
        }
    }

    private static Object value(Class<?> type) {
        if (type == List.class) {
            return List.of("a");
        } else if (type == Long.class) {
            return 7L;
        } else if (type == Integer.class) {
            return 3;
        }
        return type == VaultOptions.class ? new VaultOptions() : "text";
    }

    @Test
    void pipelines_have_each_step_once_and_config_as_a_map() throws Exception {
        assertThat(SymbolLookup.getSymbolValue(
                        jenkins.jenkins.getDescriptorByType(CodexExecBuilder.DescriptorImpl.class)))
                .isEmpty();
        CodexExecStep step = (CodexExecStep) new DescribableModel<>(CodexExecStep.class)
                .instantiate(Map.of("prompt", "x", "config", Map.of("max-commands", 20)), null);
        assertThat(step.getConfig()).isEqualTo("max-commands: '20'\n");
    }

    private FreeStyleProject job(String script) throws Exception {
        FreeStyleProject job = jenkins.createFreeStyleProject();
        CodexExecStep step = Scene.step(ScriptedCodex.doing(script));
        step.setRetries(0);
        job.getBuildersList().add(new CodexExecBuilder(step));
        return job;
    }
}
