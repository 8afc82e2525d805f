package dev.codexrunner.jenkins.exec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.jenkins.configuration.CodexGlobalConfiguration;
import dev.codexrunner.jenkins.configuration.CodexPolicy;
import hudson.model.FreeStyleProject;
import hudson.model.ParametersDefinitionProperty;
import hudson.model.Result;
import hudson.model.StringParameterDefinition;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** A job tries to go round the policy by variables and programs of its own. */
@WithJenkins
class VariablesOfTheJobTest {

    private static final String SHOWS = "echo \"$@\" >\"$0.args\"; env >\"$0.env\"\n" + ScriptedCodex.SUCCEEDS;

    private JenkinsRule jenkins;

    @BeforeEach
    void readOnlyIsAllThatIsAllowed(JenkinsRule rule) throws Exception {
        jenkins = rule;
        Scene.set();
        CodexPolicy policy = new CodexPolicy();
        policy.setCodexPaths(List.of("**"));
        policy.setSandboxes(List.of("read-only"));
        CodexGlobalConfiguration.get().setPolicy(policy);
    }

    @Test
    void a_pipeline_with_a_sed_and_an_env_of_its_own_gets_no_other_sandbox() throws Exception {
        ScriptedCodex codex = ScriptedCodex.doing(SHOWS);
        WorkflowJob job = Scene.pipeline(jenkins, """
                node {
                  sh '''mkdir -p bin
                        for name in sed env sh java nohup sleep touch git; do
                          printf "#!/bin/sh\\\\necho mine >> $PWD/called\\\\nexit 0\\\\n" > bin/$name; chmod +x bin/$name
                        done'''
                  withEnv(['PATH+X=' + pwd() + '/bin', 'CODEX_RUNNER_SANDBOX=danger-full-access',
                           'CODEX_RUNNER_ALLOW_DANGER_FULL_ACCESS=true', 'ENV=' + pwd() + '/bin/sh',
                           'HTTPS_PROXY=http://me:3128', 'LC_ALL=C.UTF-8']) {
                    codexExec(prompt: 'x', %s)
                  }
                  echo 'called: ' + fileExists('called')
                }""".formatted(Scene.with(codex)));

        jenkins.assertLogContains("called: false", jenkins.buildAndAssertSuccess(job));

        assertThat(beside(codex, ".args")).contains("read-only").doesNotContain("danger-full-access");
        assertThat(beside(codex, ".env")).contains("LC_ALL=C.UTF-8").doesNotContain("/bin:/bin", "me:3128", "@tmp/bin");
    }

    @Test
    void a_parameter_of_a_freestyle_job_is_no_path_for_the_runner() throws Exception {
        ScriptedCodex codex = ScriptedCodex.doing(SHOWS);
        FreeStyleProject job = jenkins.createFreeStyleProject();
        job.addProperty(new ParametersDefinitionProperty(
                new StringParameterDefinition("PATH", "/nonexistent"),
                new StringParameterDefinition("CODEX_RUNNER_SANDBOX", "danger-full-access"),
                new StringParameterDefinition("CODEX_RUNNER_ALLOW_DANGER_FULL_ACCESS", "true")));
        job.getBuildersList().add(new CodexExecBuilder(Scene.step(codex)));

        jenkins.buildAndAssertStatus(Result.SUCCESS, job);

        assertThat(beside(codex, ".args")).contains("read-only").doesNotContain("danger-full-access");
    }

    private static String beside(ScriptedCodex codex, String ending) throws Exception {
        return Files.readString(Path.of(codex.program() + ending));
    }
}
