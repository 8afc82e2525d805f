package dev.codexrunner.jenkins.exec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.jenkins.agent.RunPlace;
import dev.codexrunner.jenkins.request.SecretVariables;
import hudson.FilePath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** The whole text that an agent's shell is given, run by a shell as durable tasks run it. */
@WithJenkins
class RunnerScriptTest {

    private static final Map<String, String> SECRETS = Map.of(SecretVariables.VAULT_TOKEN, "any");

    @TempDir
    private Path folder;

    private RunPlace place;

    @BeforeEach
    void a_place(JenkinsRule jenkins) throws IOException {
        Path workspace = Files.createDirectory(folder.resolve("it's a workspace"));
        FilePath allocated = jenkins.jenkins.createPath(workspace.toString());
        place = RunPlace.beside(allocated, allocated);
        Files.createDirectories(Path.of(place.folder()));
    }

    @Test
    void nothing_of_it_is_traced_and_the_command_has_mark_and_secret_and_none_of_the_jobs_settings() throws Exception {
        Path out = run(RunnerScript.text(place, List.of("/usr/bin/env"), SECRETS), 0);
        assertThat(Files.readAllLines(out))
                .contains(RunPlace.VARIABLE + "=" + place.id(), "CODEX_RUNNER_VAULT_TOKEN=the-secret", "KEPT=yes")
                .noneMatch(
                        line -> line.startsWith("CODEX_RUNNER_VAULT_PATH=") || line.startsWith("JAVA_TOOL_OPTIONS="));
    }

    @Test
    void output_goes_into_a_file_that_only_its_user_reads() throws Exception {
        Path out = run(RunnerScript.withOutputInFile(place, List.of("/bin/echo", "it's", "$HOME"), SECRETS), 0);
        assertThat(out).isEmptyFile();
        assertThat(Path.of(place.output())).hasContent("it's $HOME");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(Path.of(place.output()))))
                .isEqualTo("rw-------");
    }

    @Test
    void its_exit_code_is_the_commands() throws Exception {
        run(RunnerScript.text(place, List.of("/bin/sh", "-c", "exit 11"), SECRETS), 11);
    }

    /** Gives back what it printed. */
    private Path run(String script, int exitCode) throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("script.sh"), script);
        Path out = folder.resolve("out.txt");
        Path errors = folder.resolve("errors.txt");
        ProcessBuilder shell = new ProcessBuilder("sh", "-xe", file.toString())
                .redirectOutput(out.toFile())
                .redirectError(errors.toFile());
        shell.environment()
                .putAll(Map.of(
                        "CODEX_RUNNER_VAULT_TOKEN", "the-secret",
                        "CODEX_RUNNER_VAULT_PATH", "secret/team-b/codex",
                        "JAVA_TOOL_OPTIONS", "-javaagent:evil.jar",
                        "KEPT", "yes"));
        Process process = shell.start();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isEqualTo(exitCode);
        assertThat(errors).isEmptyFile();
        return out;
    }
}
