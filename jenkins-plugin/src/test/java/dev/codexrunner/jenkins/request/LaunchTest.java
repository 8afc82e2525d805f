package dev.codexrunner.jenkins.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the runner is started: its arguments, its variables and the script around both. */
class LaunchTest {

    private static final RunnerCommand RUNNER =
            new RunnerCommand("/jdk/bin/java", List.of("-Xmx128m"), "/cache/codex-runner.jar", "/tmp/settings.yaml");

    @TempDir
    Path folder;

    @Test
    void arguments_are_files_and_flags_only() {
        assertThat(RUNNER.exec("/tmp/prompt.md", "/tmp/report", List.of("--sandbox=read-only")))
                .containsExactly(
                        "/jdk/bin/java",
                        "-Xmx128m",
                        "-jar",
                        "/cache/codex-runner.jar",
                        "exec",
                        "--config",
                        "/tmp/settings.yaml",
                        "--sandbox=read-only",
                        "--prompt-file",
                        "/tmp/prompt.md",
                        "--report-dir",
                        "/tmp/report",
                        "--progress",
                        "plain");
        assertThat(RUNNER.rotationCheck(List.of("--vault-addr=https://v")))
                .endsWith("rotation", "check", "--config", "/tmp/settings.yaml", "--vault-addr=https://v", "--json");
    }

    @Test
    void the_flags_of_the_contract_are_read_without_its_comments() throws IOException {
        String options = Files.readString(
                Path.of(System.getProperty("codexrunner.root", ".."), "contract", "jvm.options"),
                StandardCharsets.UTF_8);
        assertThat(RunnerCommand.jvmFlags(options))
                .contains("-XX:+DisableAttachMechanism", "-Xmx128m")
                .allMatch(flag -> flag.startsWith("-"));
    }

    @Test
    void each_login_has_its_secret_in_its_own_variable() {
        assertThat(SecretVariables.of(Requests.fromCredential().build().token()))
                .contains("CODEX_ACCESS_TOKEN");
        assertThat(variable("token")).contains("CODEX_RUNNER_VAULT_TOKEN");
        assertThat(variable("approle")).contains("CODEX_RUNNER_VAULT_SECRET_ID");
        assertThat(variable("jwt")).contains("CODEX_RUNNER_VAULT_JWT");
        assertThat(variable("userpass")).contains("CODEX_RUNNER_VAULT_PASSWORD");
        assertThat(SecretVariables.of(VaultRequest.builder().auth("kubernetes").build()))
                .isEmpty();
        assertThat(SecretVariables.of(VaultRequest.builder().build())).contains("CODEX_RUNNER_VAULT_TOKEN");
    }

    @Test
    void the_script_needs_no_program_of_the_path_and_takes_settings_away_all_the_same() throws Exception {
        Path sed = Files.writeString(folder.resolve("env"), "#!/bin/sh\nexit 0\n");
        assertThat(sed.toFile().setExecutable(true)).isTrue();
        for (String path : List.of("/nonexistent", folder.toString())) {
            Map<String, String> job = Map.ofEntries(
                    Map.entry("PATH", path),
                    Map.entry("CODEX_RUNNER_VAULT_ADDR", "https://evil.example.org"),
                    Map.entry("CODEX_RUNNER_SANDBOX", "danger-full-access"),
                    Map.entry("CODEX_RUNNER_ALLOW_DANGER_FULL_ACCESS", "true"),
                    Map.entry("CODEX_RUNNER_VAULT_TOKEN", "borrowed"),
                    Map.entry("CODEX_ACCESS_TOKEN", "borrowed"),
                    Map.entry("VAULT_ADDR", "https://evil.example.org"),
                    Map.entry("BAO_ADDR", "https://evil.example.org"),
                    Map.entry("JAVA_TOOL_OPTIONS", "-javaagent:/tmp/evil.jar"),
                    Map.entry("LD_PRELOAD", ""),
                    Map.entry("TEXT", "line\nCODEX_RUNNER_VAULT_SECRET_ID=x\nCODEX_RUNNER_JSON=true"),
                    Map.entry("CODEX_RUNNER_VAULT_SECRET_ID", "the secret's \"own\" $variable\nin lines"));
            String seen =
                    run(LaunchScript.text(List.of("/usr/bin/env"), Optional.of("CODEX_RUNNER_VAULT_SECRET_ID")), job);
            assertThat(seen)
                    .contains("CODEX_RUNNER_VAULT_SECRET_ID=the secret's \"own\" $variable\nin lines\n")
                    .doesNotContain("evil", "danger-full-access", "borrowed", "LD_PRELOAD");
            assertThat(run(LaunchScript.text(List.of("/usr/bin/env"), Optional.empty()), job))
                    .doesNotContain("the secret's");
        }
    }

    @Test
    void a_word_stays_a_word_for_the_shell() throws Exception {
        String odd = "it's \"$HOME\" `id` \\ *; echo x\n# größe";
        assertThat(run(LaunchScript.text(List.of("/usr/bin/printf", "%s|", odd, "-n", ""), Optional.empty()), Map.of()))
                .isEqualTo(odd + "|-n||");
    }

    @Test
    void the_exit_code_is_the_runners_own() throws Exception {
        Process process =
                start(LaunchScript.text(List.of("/bin/sh", "-c", "exit 11"), Optional.empty()), Map.of(), "out.txt");
        assertThat(process.exitValue()).isEqualTo(11);
    }

    @Test
    void durations_are_read_as_the_runner_reads_them() {
        assertThat(DurationText.parse("1h30m")).contains(Duration.ofMinutes(90));
        assertThat(DurationText.parse("500ms")).contains(Duration.ofMillis(500));
        for (String odd : List.of("", "90", "s", "-1m", "1m 30s", "0s", "1.5h", "m1")) {
            assertThat(DurationText.parse(odd)).as(odd).isEmpty();
        }
    }

    private static Optional<String> variable(String method) {
        return SecretVariables.of(Requests.vault().auth(method).build());
    }

    private String run(String script, Map<String, String> variables) throws Exception {
        assertThat(start(script, variables, "out.txt").exitValue()).isZero();
        return Files.readString(folder.resolve("out.txt"));
    }

    private Process start(String script, Map<String, String> variables, String output) throws Exception {
        Path file = Files.writeString(folder.resolve("script.sh"), script);
        ProcessBuilder builder = new ProcessBuilder("/bin/sh", file.toString())
                .redirectOutput(folder.resolve(output).toFile())
                .redirectError(folder.resolve("err.txt").toFile());
        builder.environment().putAll(variables);
        Process process = builder.start();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(Files.readString(folder.resolve("err.txt"))).doesNotContain("the secret's");
        return process;
    }
}
