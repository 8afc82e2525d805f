package dev.codexrunner.credential.vault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.failure.Failure;
import dev.codexrunner.failure.FailureKind;
import dev.codexrunner.testkit.pki.PrivateCa;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class VaultAddressTest {

    private final PrivateCa ca = PrivateCa.create();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "vault.example.com",
                "vault.example.com:8200",
                "/v1/secret",
                "ftp://vault.example.com",
                "https:///v1",
                "https://bob:pa55word@vault.example.com:8200",
                "https://vault.example.com?token=x",
                "https://vault.example.com#x",
            })
    void a_malformed_address_is_refused_before_anything_is_sent(String address) {
        Failure failure = fetchFrom(address);

        assertThat(failure.code()).isEqualTo("vault-address-invalid");
        assertThat(failure.kind()).isEqualTo(FailureKind.CONFIG);
        assertThat(failure.toString()).doesNotContain("pa55word");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://vault.example.com:8200", "http://10.0.0.1:8200", "http://localhost.example.com:8200"})
    void plain_http_beyond_loopback_is_refused(String address) {
        assertThat(fetchFrom(address).code()).isEqualTo("vault-plain-http");
    }

    @Test
    void nobody_listening_is_a_matter_of_connectivity() {
        assertThat(fetchFrom("https://127.0.0.1:1").kind()).isEqualTo(FailureKind.CONNECTIVITY);
    }

    private Failure fetchFrom(String address) {
        return new VaultScene(URI.create(address), ca.clientContext())
                .token("t")
                .failure();
    }
}
