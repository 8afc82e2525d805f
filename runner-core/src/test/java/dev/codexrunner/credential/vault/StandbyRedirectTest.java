package dev.codexrunner.credential.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class StandbyRedirectTest {

    private static final List<String> NAMED = List.of("vault-1.example.com");
    private static final URI ASKED = URI.create("https://vault.example.com:8200/v1/auth/approle/login");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://vault-1.example.com:8200/v1/auth/approle/login",
                "https://vault.example.com:8201/v1/auth/approle/login",
                "https://VAULT-1.Example.com/v1/auth/approle/login",
                "//vault-1.example.com:8200/v1/auth/approle/login"
            })
    void to_the_same_path_on_the_same_host_or_a_named_one_it_is_followed(String location) {
        assertThat(StandbyRedirect.target(ASKED, 307, Optional.of(location), NAMED))
                .hasValueSatisfying(target -> assertThat(target.getPath()).isEqualTo("/v1/auth/approle/login"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://vault-1.example.com:8200/v1/auth/approle/login",
                "https://vault.example.org/v1/auth/approle/login",
                "https://vault.example.com.attacker.net/v1/auth/approle/login",
                "https://example.com/v1/auth/approle/login",
                "https://sso.example.com/login?next=/v1/auth/approle/login",
                "https://vault-1.example.com/v1/auth/approle/login?x=1",
                "https://user@vault-1.example.com/v1/auth/approle/login",
                "https://vault-1.example.com/v1/auth/approle/login#x",
                "https://vault.example.com:8200/v1/auth/approle/login",
                "https:///v1/auth/approle/login",
                "not a url",
                ""
            })
    void elsewhere_it_is_not(String location) {
        assertThat(StandbyRedirect.target(ASKED, 307, Optional.of(location), NAMED))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 301, 302, 303, 304})
    void another_status_is_no_standbys(int status) {
        assertThat(StandbyRedirect.target(
                        ASKED, status, Optional.of("https://vault-1.example.com/v1/auth/approle/login"), NAMED))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://10.0.0.1/v1/x, https://10.0.0.2/v1/x",
        "https://vault/v1/x, https://attacker/v1/x",
        "https://vault.internal/v1/x, https://attacker.internal/v1/x",
        "https://vault.example.com/v1/x, https://vault-1.example.com/v1/x",
        "https://vault.example.co.uk/v1/x, https://attacker.co.uk/v1/x",
        "https://example.co.uk/v1/x, https://attacker.co.uk/v1/x",
        "https://vault.azurewebsites.net/v1/x, https://attacker.azurewebsites.net/v1/x",
        "https://[fd00::1]/v1/x, https://[fd00::2]/v1/x"
    })
    void a_neighbour_that_nobody_named_may_be_a_stranger(String asked, String location) {
        assertThat(StandbyRedirect.target(URI.create(asked), 307, Optional.of(location), List.of()))
                .isEmpty();
    }

    @Test
    void without_a_location_there_is_nowhere_to_go() {
        assertThat(StandbyRedirect.target(ASKED, 307, Optional.empty(), NAMED)).isEmpty();
    }
}
