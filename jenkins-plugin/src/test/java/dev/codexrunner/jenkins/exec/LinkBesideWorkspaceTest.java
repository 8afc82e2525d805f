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

    private static Path jenkinsWorkspace(JenkinsRule jenkins, WorkflowJob job) {
        return Path.of(jenkins.jenkins.getWorkspaceFor(job).getRemote());
    }
}
