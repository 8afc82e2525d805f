package dev.codexrunner.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.codexrunner.failure.FailureException;
import dev.codexrunner.failure.FailureKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigResolverTest {

    private static final String TOKEN = "hvs.CAESIJ8aaaaaaaaaaaaaaaaaaaaaaaaaaaa";

    @TempDir
    Path folder;

    private final Map<String, List<String>> flags = new HashMap<>();
    private final Map<String, String> variables = new HashMap<>();
    private Optional<Path> file = Optional.empty();
    private Optional<String> prompt = Optional.of("say hello");
    private ConfigSources.Purpose purpose = ConfigSources.Purpose.RUN;

    @Test
    void defaults_are_pinned() {
        RunnerConfig config = resolve().config();
        assertThat(config.codex().sandbox()).isEqualTo(Sandbox.READ_ONLY);
        assertThat(config.codex().loginMode()).isEqualTo(LoginMode.ENV);
        assertThat(config.token().tokenSource()).isEqualTo(TokenSourceKind.ENV);
        assertThat(config.token().tokenEnv()).isEqualTo("CODEX_ACCESS_TOKEN");
        assertThat(config.limits().timeout()).isEqualTo(Duration.ofMinutes(60));
        assertThat(config.limits().idleTimeout()).isEqualTo(Duration.ofMinutes(15));
        assertThat(config.limits().retries()).isEqualTo(1);
        assertThat(config.limits().maxTokens()).isEmpty();
        assertThat(config.policy().allowDangerFullAccess()).isFalse();
        assertThat(config.policy().allowStoredLogin()).isFalse();
        assertThat(config.report().progress()).isEqualTo(ProgressMode.AUTO);
    }

    @Test
    void flag_goes_before_variable_before_file_before_default() throws IOException {
        file("timeout: 3m\nidle-timeout: 1m\nretries: 3\n");
        variables.put("CODEX_RUNNER_TIMEOUT", "2m");
        variables.put("CODEX_RUNNER_RETRIES", "2");
        flags.put("retries", List.of("0"));
        ResolvedConfig resolved = resolve();
        assertThat(resolved.config().limits().retries()).isZero();
        assertThat(resolved.config().limits().timeout()).isEqualTo(Duration.ofMinutes(2));
        assertThat(resolved.config().limits().idleTimeout()).isEqualTo(Duration.ofMinutes(1));
        assertThat(origin(resolved, "retries")).isEqualTo("--retries");
        assertThat(origin(resolved, "timeout")).isEqualTo("variable CODEX_RUNNER_TIMEOUT");
        assertThat(origin(resolved, "idle-timeout")).endsWith("codex-runner.yaml:2:1 idle-timeout");
        assertThat(origin(resolved, "sandbox")).isEqualTo("default");
    }

    @Test
    void all_problems_are_shown_at_once_with_their_places() throws IOException {
        file("# ours\n  \nidle-timeout: soon\nunknown: 1\n");
        variables.put("CODEX_RUNNER_TIMEOUT", "ten");
        flags.put("retries", List.of("11"));
        assertThat(failure())
                .contains("4 problems")
                .contains("codex-runner.yaml:3:1 idle-timeout is \"soon\"")
                .contains("codex-runner.yaml:4:1 unknown is no setting")
                .contains("variable CODEX_RUNNER_TIMEOUT is \"ten\"")
                .contains("--retries is \"11\"");
    }

    @Test
    void a_misspelt_name_gets_a_suggestion() throws IOException {
        file("tiemout: 3m\n");
        variables.put("CODEX_RUNNER_SANBDOX", "read-only");
        assertThat(failure()).contains("Did you mean timeout?", "Did you mean CODEX_RUNNER_SANDBOX?");
    }

    @Test
    void a_removed_setting_names_its_successor() {
        variables.put("CODEX_RUNNER_MAX_TIME", "10m");
        ConfigResolver resolver = new ConfigResolver(
                new RemovedSettings(List.of(new RemovedSettings.Removed("max-time", "0.2.0", "timeout"))));
        assertThatThrownBy(() -> resolver.resolve(sources()))
                .hasMessageContaining("CODEX_RUNNER_MAX_TIME was removed")
                .hasMessageContaining("0.2.0");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            timeout: 1m\\ntimeout: 2m\\n        | given more than once
            timeout: [1m, 2m]\\n                | no plain value
            timeout: {a: 1}\\n                  | no plain value
            timeout:\\n                         | is empty
            timeout: ~\\n                       | is empty
            image: []\\n                        | is empty
            image: [[a]]\\n                     | no plain value
            timeout: &a 1m\\n                   | Anchors and aliases
            a: &a [x]\\nimage: *a\\n            | Anchors and aliases
            \\tretries: 1\\n                    | tab
            - a\\n                              | does not start with a setting
            retries: 1\\n---\\nretries: 2\\n    | second document
            retries: 1.0\\n                     | whole number
            json: yes\\n                        | true or false
            retries: "1\\n                      | YAML is broken here
            ? [a, b]\\n: 1\\n                   | plain name
            vault-password: x\\n                | secret in a file
            """)
    void a_wrong_file_is_refused(String text, String words) throws IOException {
        file(text.replace("\\n", "\n").replace("\\t", "\t"));
        assertThat(failure()).contains(words).contains("codex-runner.yaml");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            vault:\\n  addr: x                  | vault-addr: URL
            vault:\\n  x: [a, {b: c}]\\n  path: y | vault-path: PATH#FIELD
            limits:\\n  timeout: 1m             | timeout: DURATION
            timeout:\\n  value: 1m              | timeout: DURATION
            a:\\n  b: c                         | KEY: VALUE
            """)
    void nested_keys_are_told_to_be_flat_by_the_name_they_likely_have(String text, String flat) throws IOException {
        file(text.replace("\\n", "\n"));
        assertThat(failure()).contains("Keys are flat", "Write it as " + flat + ",");
    }

    @Test
    void problems_of_the_file_come_in_the_order_of_its_lines() throws IOException {
        file("timeout: soon\nunknown: 1\nvault:\n  addr: x\nretries: 99\n");
        assertThat(failure())
                .containsSubsequence("yaml:1:1 timeout", "yaml:2:1 unknown", "yaml:3:1 vault", "yaml:5:1 retries");
    }

    @Test
    void a_deeply_nested_or_huge_file_is_refused_and_not_expanded() throws IOException {
        file("image: " + "[".repeat(20_000) + "]".repeat(20_000));
        assertThat(failure()).contains("codex-runner.yaml");
        file("image: [" + "a,".repeat(40_000) + "a]");
        assertThat(failure()).contains("larger than");
    }

    @Test
    void a_missing_file_is_named() {
        file = Optional.of(folder.resolve("none.yaml"));
        assertThat(failure()).contains("none.yaml can't be read").contains("no such file");
    }

    @Test
    void lists_come_by_lines_and_names_also_by_commas() {
        variables.put("CODEX_RUNNER_FAIL_ON", "declined,event-gap");
        variables.put("CODEX_RUNNER_ADD_DIR", "a,b\nc\n");
        RunnerConfig config = resolve().config();
        assertThat(config.policy().failOn()).containsExactly(FailOn.DECLINED, FailOn.EVENT_GAP);
        assertThat(config.task().addDir()).containsExactly(Path.of("a,b"), Path.of("c"));
    }

    @ParameterizedTest
    @CsvSource({
        "sandbox, danger-full-access, danger-not-allowed",
        "login-mode, stored, stored-login-not-allowed",
        "resume, 0199, needs-codex-home",
        "profile, ci, needs-codex-home",
        "token-source, file, token-file-not-given",
        "token-file, t, token-setting-unused",
        "vault-path, a/b#c, token-setting-unused",
        "idle-timeout, 2h, idle-timeout-too-long",
        "timeout, 0s, invalid-value",
        "timeout, 25h, invalid-value",
        "timeout, 90, invalid-value",
        "retries, -1, invalid-value",
        "codex-sha256, abc, invalid-value",
        "model, '', empty-value",
        "prompt-file, p.md, prompt-twice"
    })
    void one_setting_that_breaks_a_rule_is_refused_by_that_rule(String name, String value, String code) {
        flags.put(name, List.of(value));
        assertThatThrownBy(this::resolve).isInstanceOfSatisfying(FailureException.class, failed -> {
            assertThat(failed.failure().code()).isEqualTo(code);
            assertThat(failed.failure().kind())
                    .isEqualTo(code.endsWith("not-allowed") ? FailureKind.POLICY : FailureKind.CONFIG);
        });
    }

    @Test
    void dangerous_choices_pass_with_their_switch() {
        flags.put("sandbox", List.of("danger-full-access"));
        flags.put("allow-danger-full-access", List.of("true"));
        assertThat(resolve().config().codex().sandbox()).isEqualTo(Sandbox.DANGER_FULL_ACCESS);
    }

    @Test
    void the_prompt_is_needed_once_and_not_from_where_the_token_comes() {
        prompt = Optional.empty();
        assertThat(failure()).contains("There is no prompt");
        prompt = Optional.of(" ");
        assertThat(failure()).contains("prompt is empty");
        prompt = Optional.of("-");
        flags.put("token-source", List.of("stdin"));
        assertThat(failure()).contains("so is the prompt");
    }

    @Test
    void a_recording_needs_neither_prompt_nor_token() {
        prompt = Optional.empty();
        purpose = ConfigSources.Purpose.RECORDING;
        variables.put("VAULT_ADDR", "http://vault.example.com");
        variables.put("VAULT_SKIP_VERIFY", "true");
        assertThat(resolve().warnings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "token, --vault-token-file",
        "approle, --vault-role-id",
        "approle, --vault-secret-id-file or CODEX_RUNNER_VAULT_SECRET_ID",
        "jwt, --vault-role",
        "jwt, --vault-jwt-file",
        "kubernetes, --vault-role",
        "cert, --vault-client-cert",
        "cert, --vault-client-key",
        "userpass, --vault-username",
        "ldap, --vault-password-file"
    })
    void a_login_names_what_it_lacks(String method, String missing) {
        variables.put("VAULT_ADDR", "https://vault.example.com");
        flags.put("vault-auth", List.of(method));
        assertThat(failure()).contains("but " + missing).contains("but --vault-path is missing");
    }

    @Test
    void vaults_own_variables_are_a_layer_below_ours_with_openbaos_first() throws IOException {
        vaultWithToken();
        variables.put("VAULT_NAMESPACE", "theirs");
        file("vault-namespace: from-file\n");
        assertThat(namespace()).isEqualTo("theirs");
        variables.put("BAO_NAMESPACE", "openbao");
        assertThat(namespace()).isEqualTo("openbao");
        variables.put("CODEX_RUNNER_VAULT_NAMESPACE", "ours");
        assertThat(namespace()).isEqualTo("ours");
    }

    @ParameterizedTest
    @ValueSource(strings = {"foo", "/foo/", "secret//ci", "secret/../sys#f", "secret/ci#", "secret/ci\u0007#f"})
    void a_path_that_names_no_secret_of_vault_is_refused(String path) {
        vaultWithToken();
        flags.put("vault-path", List.of(path));
        assertThat(failure()).contains("--vault-path is", "It must be mount and path, with #FIELD");
    }

    @Test
    void an_address_of_vault_makes_it_the_source() {
        vaultWithToken();
        assertThat(resolve().config().token().tokenSource()).isEqualTo(TokenSourceKind.VAULT);
        assertThat(resolve().config().vault().login().vaultToken().orElseThrow().reveal())
                .isEqualTo(TOKEN);
    }

    @Test
    void a_token_file_named_on_purpose_goes_before_a_stray_vault_token() {
        vaultWithToken();
        flags.put("vault-token-file", List.of("t"));
        assertThat(resolve().config().vault().login().vaultToken()).isEmpty();
        variables.put("CODEX_RUNNER_VAULT_TOKEN", TOKEN);
        assertThat(failure()).contains("both given").doesNotContain(TOKEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "true", "TRUE", "yes"})
    void skip_verify_is_refused(String value) {
        vaultWithToken();
        variables.put("VAULT_SKIP_VERIFY", value);
        assertThat(failure()).contains("switches off the check");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://vault.example.com",
                "http://10.0.0.1:8200",
                "http://localhost.example.com",
                "http://127.evil.com"
            })
    void plain_http_is_refused_beyond_loopback(String address) {
        vaultWithToken();
        variables.put("VAULT_ADDR", address);
        assertThat(failure()).contains("plain http");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://127.0.0.1:8200", "http://[::1]:8200", "http://localhost:8200", "https://v.example.com"})
    void loopback_and_https_are_accepted(String address) {
        vaultWithToken();
        variables.put("VAULT_ADDR", address);
        assertThat(resolve().config().vault().vaultAddr()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"unix:///run/vault.sock", "vault.example.com", "https://user:pw@vault.example.com", "ftp://v"})
    void other_addresses_are_refused(String address) {
        vaultWithToken();
        variables.put("VAULT_ADDR", address);
        assertThat(failure()).contains("It must be an address such as");
    }

    @Test
    void what_vaults_client_can_and_we_cannot_is_said() {
        vaultWithToken();
        variables.put("VAULT_PROXY_ADDR", "http://proxy");
        assertThat(resolve().warnings()).singleElement().asString().contains("VAULT_PROXY_ADDR");
        variables.put("VAULT_CAPATH", "/etc/ssl");
        variables.put("VAULT_TLS_SERVER_NAME", "v");
        assertThat(failure()).contains("VAULT_CAPATH is not supported", "VAULT_TLS_SERVER_NAME is not supported");
    }

    @Test
    void conflicting_vault_settings_are_named() {
        vaultWithToken();
        flags.put("vault-wrapped", List.of("true"));
        flags.put("vault-role-id", List.of("r"));
        flags.put("vault-kv-version", List.of("1"));
        flags.put("vault-secret-version", List.of("3"));
        assertThat(failure())
                .contains("--vault-wrapped needs --vault-auth approle")
                .contains("--vault-role-id has no use with the login method token")
                .contains("--vault-secret-version needs a KV v2 engine");
    }

    @Test
    void a_secret_is_shown_nowhere() {
        vaultWithToken();
        assertThat(resolve().values().toString())
                .contains(EffectiveValue.HIDDEN)
                .doesNotContain(TOKEN);
        assertThat(resolve().config().toString()).doesNotContain(TOKEN);
        variables.put("CODEX_RUNNER_TIMEOUT", TOKEN);
        assertThat(failure()).contains("looks like a credential").doesNotContain(TOKEN);
    }

    @Test
    void the_file_is_named_by_the_option_only() {
        variables.put("CODEX_RUNNER_CONFIG", "x.yaml");
        assertThat(failure()).contains("--config only");
    }

    private void vaultWithToken() {
        variables.put("VAULT_ADDR", "https://vault.example.com");
        variables.put("VAULT_TOKEN", TOKEN);
        flags.put("vault-path", List.of("secret/ci/codex#access_token"));
    }

    private String namespace() {
        return resolve().config().vault().vaultNamespace().orElseThrow();
    }

    private void file(String text) throws IOException {
        file = Optional.of(Files.writeString(folder.resolve("codex-runner.yaml"), text));
    }

    private ConfigSources sources() {
        return new ConfigSources(purpose, flags, variables, file, prompt);
    }

    private ResolvedConfig resolve() {
        return new ConfigResolver().resolve(sources());
    }

    private String failure() {
        try {
            resolve();
        } catch (FailureException failed) {
            return failed.failure().reason() + " " + failed.failure().fix();
        }
        throw new AssertionError("nothing was refused");
    }

    private static String origin(ResolvedConfig resolved, String name) {
        return resolved.values().stream()
                .filter(value -> value.setting().name().equals(name))
                .map(value -> value.origin().describe())
                .findFirst()
                .orElseThrow();
    }
}
