package dev.codexrunner.credential.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.codexrunner.failure.Failure;
import dev.codexrunner.failure.FailureException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LoginAnswerTest {

    /** Today's servers answer 403 to an absent mount (see the contract); those that say more are understood. */
    @ParameterizedTest
    @CsvSource({
        "404, no handler for route",
        "404, ''",
        "400, unsupported path",
        "405, unsupported operation",
    })
    void a_server_that_tells_of_an_absent_mount_is_understood(int status, String words) {
        VaultReply reply = new VaultReply(
                status, "application/json", Optional.empty(), Optional.empty(), "{\"errors\":[\"" + words + "\"]}");
        LoginAnswer answer = new LoginAnswer(reply, "approle at auth/x", List.of());
        Failure other = VaultLoginFailure.VAULT_LOGIN_DENIED.with(answer.login(), answer.words());

        Failure failure = catchThrowableOfType(FailureException.class, () -> answer.tokenOr(other))
                .failure();

        assertThat(failure.code()).isEqualTo("vault-login-mount-not-found");
        assertThat(failure.what()).contains("approle at auth/x");
    }
}
