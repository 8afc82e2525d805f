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

    private static final Policy POLICY = Policy.forController().build();
    private static final RunnerCommand RUNNER =
            new RunnerCommand("/jdk/bin/java", List.of("-Xmx128m"), "/cache/codex-runner.jar", "/tmp/settings.yaml");

    @TempDir
    Path folder;

    @Test
    void arguments_are_files_and_flags_only() {
        assertThat(RUNNER.exec("/tmp/prompt.md", "/tmp/report"))
                .containsExactly(
                        "/jdk/bin/java",
                        "-Xmx128m",
                        "-jar",
                        "/cache/codex-runner.jar",
                        "exec",
                        "--config",
                        "/tmp/settings.yaml",
                        "--prompt-file",
                        "/tmp/prompt.md",
                        "--report-dir",
                        "/tmp/report",
                        "--progress",
                        "plain");
        assertThat(RUNNER.rotationCheck()).endsWith("rotation", "check", "--config", "/tmp/settings.yaml", "--json");
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
    void variables_of_the_job_do_not_reach_the_runner_and_the_secret_does() throws Exception {
        Map<String, String> job = Map.ofEntries(
                Map.entry("CODEX_RUNNER_VAULT_PATH", "secret/team-b/codex"),
                Map.entry("CODEX_RUNNER_ALLOW_OVERRIDE", "mcp_servers"),
                Map.entry("CODEX_RUNNER_VAULT_TOKEN", "borrowed"),
                Map.entry("CODEX_ACCESS_TOKEN", "borrowed"),
                Map.entry("CODEX_HOME", "/tmp/evil"),
                Map.entry("VAULT_ADDR", "https://evil.example.org"),
                Map.entry("BAO_ADDR", "https://evil.example.org"),
                Map.entry("JAVA_TOOL_OPTIONS", "-javaagent:/tmp/evil.jar"),
                Map.entry("JDK_JAVA_OPTIONS", "-javaagent:/tmp/evil.jar"),
                Map.entry("LD_PRELOAD", ""),
                Map.entry("SSL_CERT_FILE", "/tmp/ca.pem"),
                Map.entry("HTTPS_PROXY", "http://proxy:3128"),
                Map.entry("TEXT", "line\nCODEX_RUNNER_VAULT_SECRET_ID=x\nCODEX_RUNNER_JSON=true"),
                Map.entry("CODEX_RUNNER_VAULT_SECRET_ID", "the secret's \"own\" $variable\nin lines"));
        String seen = run(LaunchScript.text(List.of("env"), Optional.of("CODEX_RUNNER_VAULT_SECRET_ID"), POLICY), job);
        assertThat(seen)
                .contains("CODEX_RUNNER_VAULT_SECRET_ID=the secret's \"own\" $variable\nin lines\n")
                .contains("HTTPS_PROXY=http://proxy:3128", "SSL_CERT_FILE=/tmp/ca.pem")
                .doesNotContain(
                        "VAULT_PATH",
                        "ALLOW_OVERRIDE",
                        "borrowed",
                        "CODEX_HOME",
                        "ADDR=",
                        "javaagent",
                        "LD_PRELOAD",
                        "CODEX_ACCESS_TOKEN");
        Policy narrow = Policy.forController().settings(List.of("require")).build();
        assertThat(run(LaunchScript.text(List.of("env"), Optional.empty(), narrow), job))
                .doesNotContain("/tmp/ca.pem", "the secret's");
    }

    @Test
    void what_is_to_be_passed_on_stays_whether_the_job_or_an_administrator_says_so() throws Exception {
        Map<String, String> job = Map.of("CODEX_OF_JOB", "one", "CODEX_OF_ADMIN", "two", "CODEX_RUNNER_JSON", "true");
        Map<String, List<String>> asked = Map.of("pass-env", List.of("CODEX_OF_JOB", "CODEX_RUNNER_JSON"));
        Policy fixed = Policy.forController()
                .fixedSettings(Map.of("pass-env", List.of("CODEX_OF_ADMIN")))
                .build();

        assertThat(run(LaunchScript.text(List.of("env"), Optional.empty(), asked, POLICY), job))
                .contains("CODEX_OF_JOB=one")
                .doesNotContain("CODEX_OF_ADMIN", "CODEX_RUNNER_JSON");
        assertThat(run(LaunchScript.text(List.of("env"), Optional.empty(), asked, fixed), job))
                .contains("CODEX_OF_ADMIN=two")
                .doesNotContain("CODEX_OF_JOB", "CODEX_RUNNER_JSON");
    }

    @Test
    void a_word_stays_a_word_for_the_shell() throws Exception {
        String odd = "it's \"$HOME\" `id` \\ *; echo x\n# größe";
        assertThat(run(LaunchScript.text(List.of("printf", "%s|", odd, "-n", ""), Optional.empty(), POLICY), Map.of()))
                .isEqualTo(odd + "|-n||");
    }

    @Test
    void the_exit_code_is_the_runners_own() throws Exception {
        Process process =
                start(LaunchScript.text(List.of("sh", "-c", "exit 11"), Optional.empty(), POLICY), Map.of(), "out.txt");
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
        ProcessBuilder builder = new ProcessBuilder("sh", file.toString())
                .redirectOutput(folder.resolve(output).toFile())
                .redirectError(folder.resolve("err.txt").toFile());
        builder.environment().putAll(variables);
        Process process = builder.start();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(Files.readString(folder.resolve("err.txt"))).doesNotContain("the secret's");
        return process;
    }
}
