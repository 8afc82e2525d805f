package dev.codexrunner.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.codexrunner.failure.FailureException;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProxySettingsTest {

    private static final URI HTTPS = URI.create("https://vault.example.com:8200/");
    private static final URI HTTP = URI.create("http://vault.example.com/");

    @Test
    void without_variables_everything_is_direct() {
        assertThat(ProxySettings.from(Map.of()).proxyFor(HTTPS)).isEmpty();
        assertThat(ProxySettings.from(Map.of("HTTPS_PROXY", " ")).proxyFor(HTTPS))
                .isEmpty();
    }

    @Test
    void each_scheme_has_its_variable_and_all_proxy_fills_in() {
        ProxySettings proxies = ProxySettings.from(Map.of("https_proxy", "http://one:1", "ALL_PROXY", "http://two:2"));
        assertThat(proxies.proxyFor(HTTPS).orElseThrow().address()).isEqualTo("one:1");
        assertThat(proxies.proxyFor(HTTP).orElseThrow().address()).isEqualTo("two:2");
    }

    @Test
    void upper_case_wins() {
        ProxySettings proxies = ProxySettings.from(Map.of("https_proxy", "http://low:1", "HTTPS_PROXY", "up:2"));
        assertThat(proxies.proxyFor(HTTPS).orElseThrow().address()).isEqualTo("up:2");
    }

    @Test
    void credentials_are_secrets() {
        ProxySettings proxies = ProxySettings.from(Map.of("HTTPS_PROXY", "http://ann:hunter22@proxy:8080"));
        assertThat(proxies.secrets()).hasSize(1);
        assertThat(proxies.secrets().get(0).reveal()).isEqualTo("Basic YW5uOmh1bnRlcjIy");
        assertThat(proxies.toString()).doesNotContain("hunter22", "YW5u");
    }

    @Test
    void an_ipv6_proxy_is_understood() {
        ProxyServer server = ProxySettings.from(Map.of("HTTPS_PROXY", "http://[::1]:3128"))
                .proxyFor(HTTPS)
                .orElseThrow();
        assertThat(server.host()).isEqualTo("::1");
        assertThat(server.address()).isEqualTo("[::1]:3128");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "socks5://proxy:1080",
                "https://proxy:443",
                "http://",
                "http://proxy:99999",
                "http://proxy:0",
                "http://ann:s3cret word@proxy",
                "http://ann:s3cret%@proxy",
                "http://under_score:80",
                "://s3cret",
                "http://ann:s3cret%0d%0aX@proxy:80"
            })
    void a_malformed_one_is_named_by_its_variable_and_never_shown(String value) {
        FailureException thrown =
                catchThrowableOfType(FailureException.class, () -> ProxySettings.from(Map.of("https_proxy", value)));
        assertThat(thrown.failure().code()).isEqualTo("proxy-setting-malformed");
        assertThat(thrown.failure().toString()).contains("https_proxy").doesNotContain("s3cret");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            *                     | https://anything/            | true
            example.com           | https://example.com/         | true
            example.com           | https://vault.example.com/   | true
            example.com           | https://badexample.com/      | false
            .example.com          | https://vault.example.com/   | true
            *.example.com         | https://vault.example.com/   | true
            EXAMPLE.com.          | https://Vault.Example.COM/   | true
            a.com, b.com          | https://b.com/               | true
            a.com b.com           | https://b.com/               | true
            vault.io:8200         | https://vault.io:8200/       | true
            vault.io:8200         | https://vault.io/            | false
            vault.io:443          | https://vault.io/            | true
            10.0.0.0/8            | https://10.200.3.4/          | true
            10.0.0.0/8            | https://11.0.0.1/            | false
            192.168.1.128/25      | https://192.168.1.127/       | false
            192.168.1.128/25      | https://192.168.1.200/       | true
            127.0.0.1             | https://127.0.0.1:8200/      | true
            127.0.0.1:8200        | https://127.0.0.1:8200/      | true
            127.0.0.1:8201        | https://127.0.0.1:8200/      | false
            0.0.0.0/0             | https://8.8.8.8/             | true
            0.0.0.0/0             | https://name/                | false
            ::1                   | https://[::1]:8200/          | true
            [::1]                 | https://[0:0:0:0:0:0:0:1]/   | true
            [::1]:8200            | https://[::1]:8200/          | true
            [::1]:8201            | https://[::1]:8200/          | false
            fd00::/8              | https://[fd12::1]/           | true
            fd00::/8              | https://[fe80::1]/           | false
            10.0.0.0/99           | https://10.0.0.1/            | false
            """)
    void no_proxy_is_read_as_the_field_reads_it(String noProxy, URI target, boolean direct) {
        ProxySettings proxies = ProxySettings.from(Map.of("ALL_PROXY", "http://proxy:1", "NO_PROXY", noProxy));
        assertThat(proxies.proxyFor(target).isEmpty()).isEqualTo(direct);
    }
}
