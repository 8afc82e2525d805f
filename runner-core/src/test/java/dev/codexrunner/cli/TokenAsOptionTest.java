package dev.codexrunner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.config.Setting;
import dev.codexrunner.config.SettingCatalogue;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A token that was pasted behind any option of a rotation: refused before anything is done, and not said again. */
class TokenAsOptionTest {

    private static final String BODY = "q7Wz3Lk9Tb2Xv8Rn4Hc6Yd1Pf5";
    private static final List<String> TOKENS =
            List.of("at-" + BODY, "eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJ0ZXN0In0." + BODY, "hvs." + BODY);

    private final Console console = new Console();

    static Stream<Arguments> optionsWithValues() {
        return Stream.of(RotationAction.values())
                .flatMap(action -> SettingCatalogue.all().stream()
                        .filter(action::uses)
                        .filter(setting -> setting.shape() != Setting.Shape.SWITCH)
                        .flatMap(setting -> setting.flag().stream())
                        .map(flag -> Arguments.of(action, flag)));
    }

    @ParameterizedTest
    @MethodSource("optionsWithValues")
    void a_token_as_the_value_of_an_option_is_leaked_and_not_repeated(RotationAction action, String flag) {
        String token = TOKENS.get(0);
        for (List<String> arguments : List.of(
                List.of(flag, token),
                List.of(flag + "=" + token),
                List.of(flag, "/tmp/" + token),
                List.of(flag, "ci " + token + "x"),
                List.of(flag, token, "--no-such-option"),
                List.of(flag, TOKENS.get(1)),
                List.of(flag, TOKENS.get(2)))) {
            assertThat(refused(action, arguments))
                    .contains("treat it as leaked: revoke it", "token-as-argument")
                    .doesNotContain(BODY);
        }
        assertThat(refused(action, List.of(flag + token))).doesNotContain(BODY);
    }

    private String refused(RotationAction action, List<String> arguments) {
        Console.Run run = console.run(Stream.concat(Stream.of("rotation", action.toString()), arguments.stream())
                .toArray(String[]::new));
        assertThat(run.exitCode()).as(run.err()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        return run.err();
    }

    @Test
    void the_option_is_named() {
        assertThat(console.run("rotation", "stage", "--owner", TOKENS.get(0)).err())
                .contains("An argument of codex-runner rotation, behind --owner, may be a token");
    }

    @Test
    void what_only_begins_like_a_token_or_is_long_is_none() {
        assertThat(console.run(
                                "rotation",
                                "verify",
                                "--vault-addr",
                                "https://vault.example.com:8200",
                                "--vault-path",
                                "secret/ci/at-least-once-delivery-team#access_token",
                                "--vault-auth",
                                "approle",
                                "--vault-role-id",
                                "5f0c9b8e-2f5e-4c3a-9d7b-1a2b3c4d5e6f",
                                "--vault-secret-id-file",
                                "/run/secrets/vault-secret-id",
                                "--codex-sha256",
                                "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
                        .exitCode())
                .isZero();
    }
}
