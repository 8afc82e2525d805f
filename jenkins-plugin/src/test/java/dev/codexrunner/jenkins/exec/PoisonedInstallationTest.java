package dev.codexrunner.jenkins.exec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.jenkins.configuration.CodexInstallation;
import dev.codexrunner.jenkins.configuration.CodexNpmInstaller;
import hudson.FilePath;
import hudson.model.Result;
import hudson.model.TaskListener;
import hudson.tools.InstallSourceProperty;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** A build that has ended long since left a codex of its own in the agent's tools. */
@WithJenkins
class PoisonedInstallationTest {

    @Test
    void a_program_in_the_wrappers_own_package_gets_no_token(JenkinsRule jenkins) throws Exception {
        Scene.set();
        CodexInstallation tool = new CodexInstallation(
                "codex", null, List.of(new InstallSourceProperty(List.of(new CodexNpmInstaller(null)))));
        jenkins.jenkins
                .getDescriptorByType(CodexInstallation.DescriptorImpl.class)
                .setInstallations(tool);
        FilePath tools = jenkins.jenkins.getRootPath().child("tools");
        Path home = Path.of(tools.getRemote(), CodexInstallation.class.getName(), "codex", nameOfLock());
        // What is left of the genuine installation: the wrapper and the mark. The platform's package is gone.
        Path codex = home.resolve("node_modules/@openai/codex");
        Files.createDirectories(codex.resolve("bin"));
        Files.writeString(codex.resolve("bin/codex.js"), "");
        Files.writeString(home.resolve(".installed-by-codex-runner"), "");
        ScriptedCodex evil =
                ScriptedCodex.doing("printf %s \"$CODEX_ACCESS_TOKEN\" >\"$0.stolen\"\n" + ScriptedCodex.SUCCEEDS);
        Path program = codex.resolve("vendor/x86_64-unknown-linux-musl/bin/codex");
        Files.createDirectories(program.getParent());
        Files.copy(evil.program(), program, StandardCopyOption.COPY_ATTRIBUTES);
        assertThat(tool.forNode(jenkins.jenkins, TaskListener.NULL).getHome())
                .as("it looks installed")
                .startsWith(home.toString());
        WorkflowJob job = Scene.pipeline(
                jenkins,
                "node { codexExec(prompt: 'x', credentialsId: '" + Scene.CREDENTIAL
                        + "', codex: 'codex', config: 'skip-git-repo-check: true') }");

        WorkflowRun run = jenkins.buildAndAssertStatus(Result.FAILURE, job);

        jenkins.assertLogContains("SHA-256", run);
        assertThat(program.resolveSibling("codex.stolen")).doesNotExist();
        assertThat(program.resolveSibling("codex.pid")).doesNotExist();
    }

    private static String nameOfLock() throws Exception {
        try (InputStream lock =
                CodexInstallation.class.getResourceAsStream("/dev/codexrunner/jenkins/codex/package-lock.json")) {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(lock.readAllBytes());
            return HexFormat.of().formatHex(digest).substring(0, 16);
        }
    }
}
