package dev.codexrunner.jenkins.plain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.codexrunner.jenkins.request.CodexProgram;
import dev.codexrunner.jenkins.request.CodexRequest;
import dev.codexrunner.jenkins.request.LaunchScript;
import dev.codexrunner.jenkins.request.Policy;
import dev.codexrunner.jenkins.request.Prompt;
import dev.codexrunner.jenkins.request.RotationCheckRequest;
import dev.codexrunner.jenkins.request.RunInputs;
import dev.codexrunner.jenkins.request.SettingsFile;
import dev.codexrunner.jenkins.request.TokenRequest;
import dev.codexrunner.jenkins.request.VaultRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The settings file is read by the runner itself: what it understands must be what was meant, letter by letter. */
class SettingsReadByTheRunnerTest {

    private static final Path JAR =
            Path.of(System.getProperty("codexrunner.root", ".."), "runner-core", "target", "codex-runner.jar");
    private static final Policy POLICY = Policy.forController().build();

    @TempDir
    Path folder;

    @BeforeAll
    static void the_jar_is_built() {
        assumeTrue(Files.isRegularFile(JAR), "runner-core/target/codex-runner.jar is not built");
    }

    @Test
    void every_input_of_a_run_arrives() throws Exception {
        CodexRequest request = CodexRequest.builder(
                        new Prompt.Text("x"),
                        new TokenRequest.FromVault(VaultRequest.builder()
                                .address("https://vault.example.com:8200")
                                .namespace("team-a")
                                .auth("approle")
                                .authMount("approle-ci")
                                .path("secret/ci/codex#access_token")
                                .kvVersion("2")
                                .secretVersion("7")
                                .credentialsId("approle")
                                .build()))
                .program(new CodexProgram.Installed("codex"))
                .workingDirectory("module a")
                .sandbox("danger-full-access")
                .model("gpt-5")
                .effort("high")
                .outputSchema("schema.json")
                .timeout("10m")
                .idleTimeout("90s")
                .maxTokens("200000")
                .retries("3")
                .acceptedRisks(List.of("fork", "comment"))
                .settings(Map.of("require", List.of("a", "b"), "codex-config", List.of("model_verbosity=\"low\"")))
                .build();
        RunInputs inputs = RunInputs.of("folder/job", folder.resolve("report").toString())
                .withCodexPath(Optional.of("/opt/codex"))
                .withCaBundle(Optional.of("/opt/ca.pem"))
                .withAppRole("role-1", true);
        JsonNode read = read(SettingsFile.text(request, inputs, POLICY));
        Map<String, String> expected = Map.ofEntries(
                Map.entry("token-source", "vault"),
                Map.entry("vault-addr", "https://vault.example.com:8200"),
                Map.entry("vault-namespace", "team-a"),
                Map.entry("vault-auth", "approle"),
                Map.entry("vault-auth-mount", "approle-ci"),
                Map.entry("vault-role-id", "role-1"),
                Map.entry("vault-wrapped", "true"),
                Map.entry("vault-path", "secret/ci/codex#access_token"),
                Map.entry("vault-kv-version", "2"),
                Map.entry("vault-secret-version", "7"),
                Map.entry("cd", "module a"),
                Map.entry("sandbox", "danger-full-access"),
                Map.entry("allow-danger-full-access", "true"),
                Map.entry("model", "gpt-5"),
                Map.entry("output-schema", "schema.json"),
                Map.entry("timeout", "10m"),
                Map.entry("idle-timeout", "90s"),
                Map.entry("max-tokens", "200000"),
                Map.entry("retries", "3"),
                Map.entry("codex-path", "/opt/codex"),
                Map.entry("run-name", "folder.job"));
        expected.forEach((key, value) -> assertThat(value(read, key)).as(key).isEqualTo(value));
        assertThat(values(read, "ca-bundle")).containsExactly("/opt/ca.pem");
        assertThat(values(read, "allow-untrusted-trigger")).containsExactly("fork", "comment");
        assertThat(values(read, "require")).containsExactly("a", "b");
        assertThat(values(read, "codex-config"))
                .containsExactlyInAnyOrder("model_verbosity=\"low\"", "model_reasoning_effort=\"high\"");
    }

    @Test
    void odd_values_arrive_as_they_are() throws Exception {
        List<String> odd = List.of(
                "a # b",
                "# b",
                "- x",
                "-x",
                "key: value",
                "'single'",
                "\"double\"",
                "back\\slash\\n",
                "[list]",
                "{map: x}",
                "*alias",
                "&anchor",
                "!tag",
                "%percent",
                "@at",
                "`tick`",
                "null",
                "~",
                "no",
                "1.10",
                "0x1F",
                "größe-日本語-😀",
                "$HOME ${HOME} $(id)",
                "a,b",
                "trailing:");
        CodexRequest request = CodexRequest.builder(new Prompt.Text("x"), new TokenRequest.FromCredential("id"))
                .model(String.join(" ", odd))
                .settings(Map.of("require", odd))
                .build();
        JsonNode read = read(SettingsFile.text(request, RunInputs.of("- # job", "/r"), POLICY));
        assertThat(values(read, "require")).isEqualTo(odd);
        assertThat(value(read, "model")).isEqualTo(String.join(" ", odd));
        assertThat(value(read, "token-source")).isEqualTo("env");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "job",
                "team/platform/job",
                "review/feature%2Fx",
                "größe/ein Job",
                "日本語",
                "_/-",
                "a/very/long/path/of/folders/in/which/nobody/finds/the/job/that/they/look/for"
            })
    void the_name_of_any_job_is_one_that_the_runner_takes(String job) throws Exception {
        CodexRequest request = CodexRequest.builder(new Prompt.Text("x"), new TokenRequest.FromCredential("id"))
                .build();

        JsonNode read = read(SettingsFile.text(request, RunInputs.of(job, "/r"), POLICY));

        assertThat(folder.resolve("errors.txt")).content().doesNotContain("run-name");
        assertThat(value(read, "run-name")).isNotBlank();
    }

    @Test
    void a_line_break_makes_no_further_setting() throws Exception {
        CodexRequest request = CodexRequest.builder(new Prompt.Text("x"), new TokenRequest.FromCredential("id"))
                .model("m\"\nsandbox: \"workspace-write")
                .build();
        String text = SettingsFile.text(request, RunInputs.of("job", "/r"), POLICY);
        assertThat(text.lines()).noneMatch(line -> line.startsWith("sandbox: \"workspace"));
        assertThat(value(read(text), "sandbox")).isEqualTo("read-only");
    }

    @Test
    void what_is_fixed_wins() throws Exception {
        CodexRequest request = CodexRequest.builder(new Prompt.Text("x"), new TokenRequest.FromCredential("id"))
                .timeout("9m")
                .build();
        Policy policy = Policy.forController()
                .fixedSettings(Map.of("timeout", List.of("5m"), "deny-changes", List.of("deploy/**", "ci/**")))
                .build();
        JsonNode read = read(SettingsFile.text(request, RunInputs.of("job", "/r"), policy));
        assertThat(value(read, "timeout")).isEqualTo("5m");
        assertThat(values(read, "deny-changes")).containsExactly("deploy/**", "ci/**");
    }

    @Test
    void a_rotation_check_arrives() throws Exception {
        RotationCheckRequest request = new RotationCheckRequest(
                VaultRequest.builder()
                        .address("https://v")
                        .auth("userpass")
                        .path("secret/a/b")
                        .build(),
                List.of("secret/c/d"),
                Optional.empty(),
                Map.of("rotation-warn", List.of("30d")));
        JsonNode read = read(SettingsFile.text(
                request, RunInputs.of("job", "/r").withUserName("ci").withPathsFile("/x/paths"), POLICY));
        assertThat(value(read, "paths-file")).isEqualTo("/x/paths");
        assertThat(value(read, "vault-username")).isEqualTo("ci");
        assertThat(value(read, "rotation-warn")).isEqualTo("30d");
        assertThat(read.at("/settings/vault-path/value").isNull()).isTrue();
    }

    @Test
    void flags_go_before_what_a_variable_says() throws Exception {
        CodexRequest request = CodexRequest.builder(new Prompt.Text("x"), new TokenRequest.FromCredential("id"))
                .model("--odd = model")
                .build();
        RunInputs inputs = RunInputs.of("job", "/r").withCaBundle(Optional.of("/opt/ca.pem"));
        JsonNode read = read(
                SettingsFile.text(request, inputs, POLICY),
                SettingsFile.flags(request, inputs, POLICY),
                Map.of("CODEX_RUNNER_SANDBOX", "danger-full-access", "CODEX_RUNNER_CA_BUNDLE", "/evil.pem"));
        assertThat(value(read, "sandbox")).isEqualTo("read-only");
        assertThat(value(read, "model")).isEqualTo("--odd = model");
        assertThat(values(read, "ca-bundle")).containsExactly("/opt/ca.pem");
    }

    @Test
    void each_setting_that_the_runner_has_is_taken_out_of_the_variables() throws Exception {
        CodexRequest request = CodexRequest.builder(new Prompt.Text("x"), new TokenRequest.FromCredential("id"))
                .build();
        JsonNode read = read(SettingsFile.text(request, RunInputs.of("job", "/r"), POLICY));
        List<String> words = List.of(
                LaunchScript.text(List.of("/bin/true"), Optional.empty()).split("\\s"));
        for (String key : read.get("settings").propertyNames()) {
            assertThat(words)
                    .contains("CODEX_RUNNER_" + key.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    private JsonNode read(String settings) throws IOException, InterruptedException {
        return read(settings, List.of(), Map.of());
    }

    private JsonNode read(String settings, List<String> flags, Map<String, String> variables)
            throws IOException, InterruptedException {
        Path file = folder.resolve("settings.yaml");
        Path output = folder.resolve("config.json");
        Path errors = folder.resolve("errors.txt");
        Files.writeString(file, settings, StandardCharsets.UTF_8);
        ProcessBuilder command = new ProcessBuilder(new ArrayList<>(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        JAR.toString(),
                        "config",
                        "show",
                        "--config",
                        file.toString(),
                        "--json")))
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile());
        command.command().addAll(flags);
        command.environment()
                .keySet()
                .removeIf(name -> name.startsWith("CODEX_") || name.startsWith("VAULT_") || name.startsWith("BAO_"));
        command.environment().putAll(variables);
        Process process = command.start();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        // Settings that don't go together are told on standard error; what was read is printed all the same.
        assertThat(Files.readString(output))
                .as(settings + Files.readString(errors))
                .startsWith("{");
        return JsonMapper.shared().readTree(Files.readString(output));
    }

    private static String value(JsonNode read, String key) {
        return read.at("/settings/" + key + "/value").asString();
    }

    private static List<String> values(JsonNode read, String key) {
        return read.at("/settings/" + key + "/value")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }
}
