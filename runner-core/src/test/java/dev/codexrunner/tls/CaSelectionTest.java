package dev.codexrunner.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CaSelectionTest {

    private static final Map<String, String> BOTH =
            Map.of("CODEX_CA_CERTIFICATE", "/etc/codex.pem", "SSL_CERT_FILE", "/etc/ssl.pem");

    @Test
    void the_option_comes_first() {
        assertThat(CaSelection.select(List.of(Path.of("/a.pem"), Path.of("/b.pem")), BOTH))
                .isEqualTo(new CaSelection(CaOrigin.FLAG, List.of(Path.of("/a.pem"), Path.of("/b.pem"))));
    }

    @Test
    void then_codexs_own_variable() {
        assertThat(CaSelection.select(List.of(), BOTH))
                .isEqualTo(new CaSelection(CaOrigin.CODEX_CA_CERTIFICATE, List.of(Path.of("/etc/codex.pem"))));
    }

    @Test
    void an_empty_variable_counts_as_unset() {
        assertThat(CaSelection.select(List.of(), Map.of("CODEX_CA_CERTIFICATE", "", "SSL_CERT_FILE", "/etc/ssl.pem")))
                .isEqualTo(new CaSelection(CaOrigin.SSL_CERT_FILE, List.of(Path.of("/etc/ssl.pem"))));
        assertThat(CaSelection.select(List.of(), Map.of("CODEX_CA_CERTIFICATE", "", "SSL_CERT_FILE", "")))
                .isEqualTo(new CaSelection(CaOrigin.NONE, List.of()));
    }
}
