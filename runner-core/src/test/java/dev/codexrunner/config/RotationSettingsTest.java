package dev.codexrunner.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.codexrunner.failure.FailureException;
import dev.codexrunner.failure.FailureKind;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RotationSettingsTest {

    private final Map<String, List<String>> flags = new HashMap<>(Map.of(
            "vault-addr", List.of("https://vault.example.com:8200"),
            "vault-auth", List.of("kubernetes"),
            "vault-role", List.of("codex-rotator"),
            "vault-path", List.of("secret/ci/codex")));
    private final Map<String, String> variables = new HashMap<>();

    @Test
    void defaults_are_pinned() {
        RunnerConfig config = resolve(ConfigSources.Purpose.ROTATION);
        assertThat(config.rotation().minValidity()).isEqualTo(Duration.ofDays(1));
        assertThat(config.rotation().verificationMaxAge()).isEqualTo(Duration.ofHours(1));
        assertThat(config.rotation().rotationMetadata()).isEqualTo(RotationMetadata.AUTO);
        assertThat(config.rotation().allowIdentityChange()).isFalse();
        assertThat(config.rotation().replace()).isFalse();
        assertThat(config.rotation().unproven()).isFalse();
        assertThat(config.rotationCheck().rotationWarn()).isEqualTo(Duration.ofDays(14));
        assertThat(config.rotationCheck().rotationFail()).isEqualTo(Duration.ofDays(3));
        assertThat(config.rotationCheck().maxTokenAge()).isEqualTo(Duration.ofDays(90));
        assertThat(config.rotationCheck().maxVersionAge()).isEmpty();
        assertThat(config.rotationCheck().pendingMaxAge()).isEqualTo(Duration.ofDays(1));
    }

    @ParameterizedTest
    @CsvSource({"14d, P14D", "1d12h, PT36H", "0d, PT0S", "36h, PT36H", "1d1ms, PT24H0.001S"})
    void durations_may_have_days(String text, Duration expected) {
        assertThat(Durations.parse(text)).contains(expected);
        assertThat(Durations.parse(Durations.format(expected))).contains(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "2027-03-01, 2027-03-01T00:00:00Z",
        "2027-03-01T12:30:00Z, 2027-03-01T12:30:00Z",
        "2027-03-01T12:30:00+02:00, 2027-03-01T10:30:00Z"
    })
    void an_expiry_is_a_day_that_begins_in_utc_or_a_moment(String text, Instant expected) {
        assertThat(StatedExpiry.parse(text)).contains(new StatedExpiry(Optional.of(expected)));
    }

    @Test
    void an_expiry_may_be_never() {
        assertThat(StatedExpiry.parse("never")).contains(new StatedExpiry(Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "01.03.2027", "2027-02-30", "2027-03-01T12:30:00", "2027", "Never", "2027-03-01 "})
    void nothing_else_is_an_expiry(String text) {
        flags.put("expires-at", List.of(text));
        assertThat(failure(ConfigSources.Purpose.ROTATION)).contains("It must be a day such as 2027-03-01");
    }

    @Test
    void a_step_needs_a_path_and_no_prompt() {
        flags.remove("vault-path");
        assertThat(failure(ConfigSources.Purpose.ROTATION)).contains("--vault-path is missing");
    }

    @Test
    void a_step_does_not_care_where_a_run_gets_its_token() {
        variables.put("CODEX_RUNNER_TOKEN_SOURCE", "env");
        flags.put("token-file", List.of("new-token"));
        flags.put("owner", List.of("platform@example.com"));
        flags.put("token-name", List.of("ci 2027-01"));
        assertThat(resolve(ConfigSources.Purpose.STAGING).token().tokenFile()).isPresent();
    }

    @Test
    void a_new_token_needs_an_owner_and_a_name() {
        assertThat(failure(ConfigSources.Purpose.STAGING))
                .contains("2 problems", "--owner is missing", "--token-name is missing");
    }

    @Test
    void a_fixed_version_and_kv_1_are_refused() {
        flags.put("vault-secret-version", List.of("3"));
        flags.put("vault-kv-version", List.of("1"));
        assertThat(failure(ConfigSources.Purpose.ROTATION))
                .contains("2 problems", "rotation-of-fixed-version", "rotation-without-kv2");
    }

    @Test
    void a_check_has_one_path_or_a_file_of_them_and_not_both() {
        flags.put("paths-file", List.of("paths.txt"));
        assertThat(failure(ConfigSources.Purpose.ROTATION_CHECK)).contains("are both given");
        flags.remove("vault-path");
        assertThat(resolve(ConfigSources.Purpose.ROTATION_CHECK).rotationCheck().pathsFile())
                .isPresent();
        flags.remove("paths-file");
        assertThat(failure(ConfigSources.Purpose.ROTATION_CHECK)).contains("--vault-path or --paths-file is missing");
    }

    @Test
    void nothing_is_due_before_anybody_is_warned() {
        flags.put("rotation-fail", List.of("20d"));
        assertThat(failure(ConfigSources.Purpose.ROTATION_CHECK))
                .contains("--rotation-fail is 20d", "earlier than the warning at 14d");
    }

    @Test
    void vault_is_checked_as_for_a_run() {
        flags.put("vault-addr", List.of("http://vault.example.com"));
        flags.remove("vault-role");
        variables.put("VAULT_SKIP_VERIFY", "1");
        assertThat(failure(ConfigSources.Purpose.ROTATION))
                .contains("3 problems", "plain http", "--vault-role", "VAULT_SKIP_VERIFY");
    }

    @Test
    void a_run_is_not_disturbed_by_settings_of_a_rotation() {
        variables.put("CODEX_RUNNER_PATHS_FILE", "paths.txt");
        variables.put("CODEX_RUNNER_ROTATION_FAIL", "30d");
        assertThat(resolve(ConfigSources.Purpose.CHECK).rotationCheck().rotationFail())
                .isEqualTo(Duration.ofDays(30));
    }

    private RunnerConfig resolve(ConfigSources.Purpose purpose) {
        return new ConfigResolver()
                .resolve(new ConfigSources(purpose, flags, variables, Optional.empty(), Optional.empty()))
                .config();
    }

    private String failure(ConfigSources.Purpose purpose) {
        StringBuilder text = new StringBuilder();
        assertThatThrownBy(() -> resolve(purpose)).isInstanceOfSatisfying(FailureException.class, failed -> {
            assertThat(failed.failure().kind()).isEqualTo(FailureKind.CONFIG);
            text.append(failed.failure().reason())
                    .append(' ')
                    .append(failed.failure().code());
        });
        return text.toString();
    }
}
