package dev.codexrunner.credential.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.testkit.network.LoopbackProxy;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Where the real codex looks for the service, by what it asks a proxy for: our addresses are its own, and they move with
 * the same settings.
 */
class ServiceAddressesIT {

    private ServiceStandIn service;
    private CodexAlone codex;

    @BeforeEach
    void start() throws IOException {
        service = new ServiceStandIn();
        codex = CodexAlone.trusting(service.ca());
    }

    @AfterEach
    void stop() {
        service.close();
    }

    /** The hosts that codex's login asks the proxy for; loopback is reached directly. */
    private Set<String> hosts(String token, Map<String, String> variables, String configToml) throws Exception {
        try (LoopbackProxy proxy = LoopbackProxy.answering(LoopbackProxy.FORBIDDEN_PAGE)) {
            Map<String, String> all = new HashMap<>(variables);
            all.put("HTTPS_PROXY", "http://127.0.0.1:" + proxy.port());
            all.put("NO_PROXY", "127.0.0.1");
            codex.run(token, List.of("login", "status"), all, configToml);
            Set<String> hosts = new TreeSet<>();
            proxy.requests().forEach(head -> hosts.add(head.get(0).split(" ", -1)[1]));
            return hosts;
        }
    }

    private static String host(URI address) {
        return address.getHost() + ":443";
    }

    private String agent() {
        return service.issuer().issueAgentIdentity().token();
    }

    private String personal() {
        return service.issuer().issuePersonalAccessToken();
    }

    private String keysHere() {
        return service.backend().connection().chatgptBaseUrl();
    }

    @Test
    void the_keys_lie_where_we_look_for_them() throws Exception {
        assertThat(hosts(agent(), Map.of(), "")).containsExactly(host(ServiceAddresses.DEFAULT.keys()));
    }

    @Test
    void an_agent_registers_where_we_do() throws Exception {
        assertThat(hosts(agent(), Map.of("CODEX_AGENT_IDENTITY_JWKS_BASE_URL", keysHere()), ""))
                .contains(host(ServiceAddresses.DEFAULT.agentAuth()));
    }

    @Test
    void a_personal_access_token_is_looked_up_where_we_do() throws Exception {
        assertThat(hosts(personal(), Map.of(), "")).containsExactly(host(ServiceAddresses.DEFAULT.tokenAuth()));
    }

    @Test
    void each_kinds_variable_moves_that_kind_alone() throws Exception {
        String elsewhere = "https://auth.example.com/api/accounts";

        assertThat(hosts(
                        agent(),
                        Map.of("CODEX_AGENT_IDENTITY_JWKS_BASE_URL", keysHere(), "CODEX_AUTHAPI_BASE_URL", elsewhere),
                        ""))
                .containsExactly(host(ServiceAddresses.DEFAULT.agentAuth()));
        assertThat(hosts(personal(), Map.of("CODEX_AGENT_IDENTITY_AUTHAPI_BASE_URL", elsewhere), ""))
                .containsExactly(host(ServiceAddresses.DEFAULT.tokenAuth()));
        assertThat(hosts(personal(), Map.of("CODEX_AUTHAPI_BASE_URL", elsewhere), ""))
                .containsExactly("auth.example.com:443");
    }
}
