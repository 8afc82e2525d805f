package dev.codexrunner.credential.identity;

import dev.codexrunner.config.TokenKind;
import dev.codexrunner.credential.AccessToken;
import dev.codexrunner.credential.TokenInspector;
import dev.codexrunner.secret.Secret;
import dev.codexrunner.testkit.backend.CodexBackend;
import dev.codexrunner.testkit.backend.CodexConnection;
import dev.codexrunner.testkit.backend.Endpoint;
import dev.codexrunner.testkit.backend.HandledRequest;
import dev.codexrunner.testkit.backend.Scenarios;
import dev.codexrunner.testkit.backend.TokenIssuer;
import dev.codexrunner.testkit.pki.PrivateCa;
import dev.codexrunner.transport.HttpClients;
import dev.codexrunner.transport.ProxySettings;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;

/** The service on loopback, and ways to ask it. No wait between two tries is slept, only remembered. */
final class ServiceStandIn implements AutoCloseable {

    private static final Duration DEADLINE = Duration.ofSeconds(20);

    private final PrivateCa ca = PrivateCa.create();
    private final TokenIssuer issuer = TokenIssuer.create();
    private final CodexBackend backend;
    private final List<Secret> learned = new CopyOnWriteArrayList<>();
    private final List<Duration> waits = new CopyOnWriteArrayList<>();

    ServiceStandIn() throws IOException {
        backend = CodexBackend.start(ca.issueServer().serverContext(), issuer, Scenarios.byMarker());
    }

    PrivateCa ca() {
        return ca;
    }

    TokenIssuer issuer() {
        return issuer;
    }

    CodexBackend backend() {
        return backend;
    }

    /** Every secret that the redactor was told of. */
    List<Secret> learned() {
        return learned;
    }

    /** How long was waited before each repetition. */
    List<Duration> waits() {
        return waits;
    }

    /** The endpoints that were asked, in their order. */
    List<Endpoint> asked() {
        return backend.requests().stream()
                .map(HandledRequest::endpoint)
                .flatMap(Optional::stream)
                .toList();
    }

    ServiceAddresses addresses() {
        return addresses(backend.connection());
    }

    static ServiceAddresses addresses(CodexConnection connection) {
        URI chatgpt = URI.create(connection.chatgptBaseUrl());
        URI auth = URI.create(connection.origin() + "/api/accounts");
        return new ServiceAddresses(chatgpt, chatgpt, auth, auth);
    }

    IdentityService service() {
        return service(addresses(), wire(ca.clientContext(), ProxySettings.none(), Clock.systemUTC(), DEADLINE));
    }

    IdentityService service(ServiceAddresses addresses, ServiceWire wire) {
        return new IdentityService(wire, addresses, learned::add);
    }

    ServiceWire wire(SSLContext trust, ProxySettings proxies, Clock clock, Duration deadline) {
        return new ServiceWire(
                HttpClients.create(trust, proxies, Duration.ofSeconds(5)),
                proxies,
                clock,
                waits::add,
                new Random(1),
                deadline);
    }

    /** As any command gets it; of an expired one too. */
    static AccessToken token(String value) {
        return TokenInspector.inspectEvenIfExpired(Secret.of("token", value), TokenKind.ACCESS_TOKEN);
    }

    AccessToken agent() {
        return token(issuer.issueAgentIdentity().token());
    }

    AccessToken personal() {
        return token(issuer.issuePersonalAccessToken());
    }

    @Override
    public void close() {
        backend.close();
    }
}
