package dev.codexrunner.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.failure.FailureKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoginStatusTest {

    @Test
    void exit_0_is_an_accepted_token() {
        assertThat(LoginStatus.read(0, "Logged in using access token")).isEqualTo(new LoginStatus.Accepted());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "failed to verify agent identity JWT: ExpiredSignature | login-token-expired | CREDENTIAL",
                "failed to verify agent identity JWT: InvalidSignature | login-token-signature | CREDENTIAL",
                "failed to verify agent identity JWT: InvalidAudience | login-token-wrong-claims | CREDENTIAL",
                "failed to verify agent identity JWT: InvalidIssuer | login-token-wrong-claims | CREDENTIAL",
                "failed to verify agent identity JWT: kid test-9 is not trusted | login-token-unknown-key | CREDENTIAL",
                "failed to decode agent identity JWT: invalid credential JSON | login-token-malformed | CREDENTIAL",
                "agent task registration failed with status 401 Unauthorized: revoked | login-token-revoked | CREDENTIAL",
                "agent task registration failed with status 403 Forbidden | login-workspace-refused | CREDENTIAL",
                "agent task registration failed with status 503 Service Unavailable | login-service-error | TURN_FAILED",
                "personal access token metadata request failed with status 401 | login-token-revoked | CREDENTIAL",
                "agent identity JWKS endpoint returned an error: 502 | login-service-error | TURN_FAILED",
                "failed to request agent identity JWKS | login-service-unreachable | CONNECTIVITY",
                "failed to request personal access token metadata: error sending request for url (https://x/) | login-service-unreachable | CONNECTIVITY",
                "Not logged in | login-not-used | CREDENTIAL",
            })
    void each_refusal_has_its_own_failure(String words, String code, FailureKind kind) {
        LoginStatus status = LoginStatus.read(1, "WARNING: noise\nError checking login status: " + words + "\n");
        assertThat(status).isInstanceOfSatisfying(LoginStatus.Refused.class, refused -> {
            assertThat(refused.failure().code()).isEqualTo(code);
            assertThat(refused.failure().kind()).isEqualTo(kind);
        });
    }

    @Test
    void words_that_nobody_knows_are_no_ground_to_end_a_run() {
        assertThat(LoginStatus.read(1, "the moon is full")).isEqualTo(new LoginStatus.Unclear("the moon is full"));
    }

    @Test
    void control_characters_of_an_answer_do_not_reach_the_terminal() {
        LoginStatus status = LoginStatus.read(1, "failed to decode agent identity JWT: \u001b[31mred");
        assertThat(((LoginStatus.Refused) status).failure().reason()).doesNotContain("\u001b");
    }
}
