package dev.codexrunner.jenkins.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LoginMethodTest {

    /** The runner's, by docs/configuration.md, which {@link KnownSettings} is held against. */
    @Test
    void each_of_the_runners_logins_is_one_here_but_the_one_that_needs_files() {
        List<String> expected = new ArrayList<>(KnownSettings.choices("vault-auth"));
        assertThat(expected).contains("cert");
        expected.remove("cert");
        assertThat(LoginMethod.names()).containsExactlyInAnyOrderElementsOf(expected);
    }

    @ParameterizedTest
    @EnumSource
    void its_secret_is_one_of_the_variables_that_the_runner_is_given(LoginMethod login) {
        assertThat(SecretVariables.ALL).contains(login.variable());
        assertThat(SecretVariables.of(VaultRequest.builder()
                        .auth(login.wireName())
                        .credentialsId("id")
                        .build()))
                .contains(login.variable());
        assertThat(LoginMethod.named(login.wireName())).contains(login);
    }
}
