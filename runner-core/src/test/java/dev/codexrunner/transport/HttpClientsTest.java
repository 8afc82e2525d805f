package dev.codexrunner.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.testkit.network.LoopbackProxy;
import dev.codexrunner.testkit.pki.PrivateCa;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HttpClientsTest {

    private static final String CREDENTIALS = "Basic "
            + Base64.getEncoder().encodeToString("ann:p@ss+1".getBytes(java.nio.charset.StandardCharsets.UTF_8));

    private final PrivateCa ca = PrivateCa.create();

    @Test
    void a_redirect_is_not_followed() throws Exception {
        try (LoopbackServer server = new LoopbackServer(ca.issueServer().serverContext(), 307, false)) {
            assertThat(get(server.uri(), ProxySettings.none()).statusCode()).isEqualTo(307);
        }
    }

    @Test
    void a_tunnel_gets_the_credentials_and_the_server_behind_it_does_not() throws Exception {
        try (LoopbackServer server = new LoopbackServer(ca.issueServer().serverContext());
                LoopbackProxy proxy = LoopbackProxy.requiring(CREDENTIALS)) {
            ProxySettings proxies =
                    ProxySettings.from(Map.of("HTTPS_PROXY", "http://ann:p%40ss+1@localhost:" + proxy.port()));
            assertThat(get(server.uri(), proxies).statusCode()).isEqualTo(200);
            assertThat(proxy.requests()).hasSize(1);
            assertThat(proxy.requests().get(0)).anyMatch(line -> line.startsWith("CONNECT localhost:"));
            assertThat(server.requests()).hasSize(1);
            assertThat(server.requests().get(0)).doesNotContainKey("Proxy-authorization");
        }
    }

    @Test
    void a_target_in_no_proxy_is_reached_directly_and_without_the_credentials() throws Exception {
        try (LoopbackServer server = new LoopbackServer(ca.issueServer().serverContext());
                LoopbackProxy proxy = LoopbackProxy.open()) {
            ProxySettings proxies = ProxySettings.from(
                    Map.of("HTTPS_PROXY", "http://ann:p%40ss+1@localhost:" + proxy.port(), "NO_PROXY", "localhost"));
            assertThat(get(server.uri(), proxies).statusCode()).isEqualTo(200);
            assertThat(proxy.requests()).isEmpty();
            assertThat(server.requests().get(0)).doesNotContainKey("Proxy-authorization");
        }
    }

    @Test
    void a_401_without_a_challenge_stays_a_401_with_proxy_credentials_in_use() throws Exception {
        try (LoopbackServer server = new LoopbackServer(ca.issueServer().serverContext(), 401, false);
                LoopbackProxy proxy = LoopbackProxy.requiring(CREDENTIALS)) {
            ProxySettings proxies =
                    ProxySettings.from(Map.of("HTTPS_PROXY", "http://ann:p%40ss+1@localhost:" + proxy.port()));
            assertThat(get(server.uri(), proxies).statusCode()).isEqualTo(401);
        }
    }

    private HttpResponse<Void> get(URI target, ProxySettings proxies) throws Exception {
        HttpClient client = HttpClients.create(ca.clientContext(), proxies, Duration.ofSeconds(5));
        return client.send(
                HttpRequest.newBuilder(target).timeout(Duration.ofSeconds(30)).build(), BodyHandlers.discarding());
    }
}
