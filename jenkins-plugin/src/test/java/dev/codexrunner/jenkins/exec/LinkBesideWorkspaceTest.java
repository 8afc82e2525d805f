package dev.codexrunner.jenkins.exec;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** A checkout has a link where the run's folder would be. */
@WithJenkins
class LinkBesideWorkspaceTest {

    @TempDir
    Path elsewhere;

    @Test
    void a_run_has_no_files_behind_a_link_of_the_checkout(JenkinsRule jenkins) throws Exception {
        Scene.set();
        ScriptedCodex codex = ScriptedCodex.doing(ScriptedCodex.SUCCEEDS);
        WorkflowJob job = Scene.pipeline(jenkins, """
                node {
                  sh 'mkdir -p sub && ln -s %s sub@tmp'
                  dir('sub') { codexExec(prompt: 'x', %s) }
                }""".formatted(elsewhere, Scene.with(codex)));

        WorkflowRun run = jenkins.buildAndAssertStatus(Result.FAILURE, job);

        jenkins.assertLogContains("sub@tmp is a link", run);
        assertThat(elsewhere).isEmptyDirectory();
        assertThat(codex.hasStarted()).isFalse();
        assertThat(Files.isSymbolicLink(jenkinsWorkspace(jenkins, job).resolve("sub@tmp")))
                .isTrue();
    }

    @Test
    void a_path_of_the_workspace_leads_nowhere_else(JenkinsRule jenkins) throws Exception {
        Scene.set();
        ScriptedCodex codex = ScriptedCodex.doing(ScriptedCodex.SUCCEEDS);
        Files.writeString(elsewhere.resolve("prompt.md"), "Another team's.");
        WorkflowJob job = Scene.pipeline(jenkins, """
                node {
                  sh 'mkdir sub; ln -s %1$s out; ln -s %1$s/prompt.md prompt.md'
                  codexExec(promptFile: 'prompt.md', workingDirectory: 'out/sub', outputSchema: 'sub/schema.json', %2$s)
                }""".formatted(elsewhere, Scene.with(codex)));

        WorkflowRun run = jenkins.buildAndAssertStatus(Result.FAILURE, job);

        jenkins.assertLogContains("The path prompt.md leads by a link to " + elsewhere, run);
        jenkins.assertLogContains("The path out/sub leads by a link to " + elsewhere, run);
        jenkins.assertLogNotContains("schema.json leads", run);
        assertThat(codex.hasStarted()).isFalse();
    }

    @Test
    void a_run_in_a_folder_of_the_checkout_has_its_files_beside_the_workspace(JenkinsRule jenkins) throws Exception {
        Scene.set();
        ScriptedCodex codex = ScriptedCodex.doing("pwd >\"$0.pwd\"\n" + ScriptedCodex.SUCCEEDS);
        WorkflowJob job = Scene.pipeline(jenkins, """
                node {
                  sh 'mkdir -p sub'
                  dir('sub') { codexExec(prompt: 'x', %s) }
                  sh 'ls -d *; ! ls -d sub@tmp/codex-runner'
                }""".formatted(Scene.with(codex)));

        jenkins.buildAndAssertSuccess(job);

        assertThat(Files.readString(Path.of(codex.program() + ".pwd")).strip()).endsWith("/sub");
    }

    private static Path jenkinsWorkspace(JenkinsRule jenkins, WorkflowJob job) {
        return Path.of(jenkins.jenkins.getWorkspaceFor(job).getRemote());
    }
}
