package dev.codexrunner.credential.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.codexrunner.credential.AccessToken;
import dev.codexrunner.credential.identity.IdentityAnswer.Accepted;
import dev.codexrunner.failure.Failure;
import dev.codexrunner.failure.FailureException;
import dev.codexrunner.failure.FailureKind;
import dev.codexrunner.reliability.Area;
import dev.codexrunner.reliability.Fault;
import dev.codexrunner.reliability.Seen;
import dev.codexrunner.testkit.backend.Endpoint;
import dev.codexrunner.testkit.backend.EndpointFault;
import dev.codexrunner.testkit.network.LoopbackProxy;
import dev.codexrunner.transport.ProxySettings;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever stands between us and the service is never taken for its word. */
class IdentityServiceFaultsTest {

    private static final List<Endpoint> OF_AGENTS =
            List.of(Endpoint.JWKS, Endpoint.TASK_REGISTER, Endpoint.CONFIG_BUNDLE, Endpoint.MODELS);
    private static final List<Endpoint> OF_PERSONS =
            List.of(Endpoint.WHOAMI, Endpoint.CONFIG_BUNDLE, Endpoint.ACCOUNTS_CHECK);

    private ServiceStandIn service;

    @BeforeEach
    void start() throws IOException {
        service = new ServiceStandIn();
    }

    @AfterEach
    void stop() {
        service.close();
    }

    /** Asks of a sound token; the failure that is thrown, which an answer is not. */
    private Failure failureOf(IdentityService asked, AccessToken token) {
        return catchThrowableOfType(FailureException.class, () -> asked.ask(token))
                .failure();
    }

    /** The fault at each endpoint in turn ends with that code, for both kinds of token. */
    private void everywhere(EndpointFault fault, String code, FailureKind kind, Seen seen) {
        ask(OF_AGENTS, service.agent(), fault, code, kind);
        ask(OF_PERSONS, service.personal(), fault, code, kind);
        seen.exit(kind.exitCode())
                .that("at each of " + (OF_AGENTS.size() + OF_PERSONS.size()) + " calls")
                .that(code);
    }

    private void ask(List<Endpoint> endpoints, AccessToken token, EndpointFault fault, String code, FailureKind kind) {
        for (Endpoint endpoint : endpoints) {
            service.backend().fail(endpoint, fault);
            Failure failure = failureOf(service.service(), token);
            assertThat(failure.code()).as("at " + endpoint).isEqualTo(code);
            assertThat(failure.kind()).isEqualTo(kind);
            service.backend().restore(endpoint);
        }
    }

    @Test
    @Fault(
            area = Area.CODEX,
            made = "a proxy's page with status 403 in place of the service's answer about a token",
            promised = "exit 5, no refusal")
    void a_proxys_403(Seen seen) {
        everywhere(EndpointFault.page(403), "proxy-page", FailureKind.CONNECTIVITY, seen);
    }

    @Test
    @Fault(
            area = Area.CODEX,
            made = "a captive portal's page with status 200 in place of the service's answer about a token",
            promised = "exit 5, neither accepted nor refused")
    void a_captive_portal(Seen seen) {
        everywhere(EndpointFault.page(200), "proxy-page", FailureKind.CONNECTIVITY, seen);
    }

    @Test
    @Fault(area = Area.CODEX, made = "407 in place of the service's answer about a token", promised = "exit 5")
    void a_proxy_that_wants_credentials(Seen seen) {
        everywhere(
                EndpointFault.json(407, "{}", Map.of()),
                "proxy-authentication-required",
                FailureKind.CONNECTIVITY,
                seen);
    }

    @Test
    @Fault(area = Area.CODEX, made = "a redirect of the question about a token", promised = "exit 5, not followed")
    void a_redirect_is_not_followed(Seen seen) {
        String elsewhere = service.backend().connection().origin() + "/elsewhere";
        everywhere(
                EndpointFault.json(307, "{}", Map.of("Location", elsewhere)),
                "service-redirects",
                FailureKind.CONNECTIVITY,
                seen);
        assertThat(service.backend().requests())
                .noneMatch(request -> request.path().equals("/elsewhere"));
        seen.that("no request elsewhere");
    }

    @Test
    @Fault(
            area = Area.CODEX,
            made = "the service answers 503 about a token, for good",
            promised = "exit 7 after 5 tries")
    void a_service_that_fails(Seen seen) {
        everywhere(EndpointFault.json(503, "{}", Map.of()), "service-fails", FailureKind.TURN_FAILED, seen);
        assertThat(service.waits()).hasSize(4 * (OF_AGENTS.size() + OF_PERSONS.size()));
    }

    @Test
    @Fault(area = Area.CODEX, made = "the service answers 429 about a token, for good", promised = "exit 8")
    void a_service_that_limits_the_rate(Seen seen) {
        everywhere(EndpointFault.tooManyRequests(1), "service-limits-rate", FailureKind.LIMITED, seen);
    }

    @Test
    @Fault(area = Area.CODEX, made = "connections cut in the midst of each call about a token", promised = "exit 5")
    void connections_that_break(Seen seen) {
        everywhere(new EndpointFault.Cut(), "connection-lost", FailureKind.CONNECTIVITY, seen);
    }

    @Test
    @Fault(area = Area.CODEX, made = "each call about a token fails once", promised = "answered as if nothing had been")
    void what_fails_once_is_asked_again(Seen seen) {
        for (EndpointFault fault : List.of(
                new EndpointFault.Cut(),
                EndpointFault.tooManyRequests(3),
                EndpointFault.json(502, "{}", Map.of()),
                EndpointFault.page(504))) {
            OF_AGENTS.forEach(endpoint -> service.backend().fail(endpoint, fault, 1));
            assertThat(service.service().ask(service.agent())).isInstanceOf(Accepted.class);
            OF_PERSONS.forEach(endpoint -> service.backend().fail(endpoint, fault, 1));
            assertThat(service.service().ask(service.personal())).isInstanceOf(Accepted.class);
        }
        assertThat(service.waits()).contains(Duration.ofSeconds(3));
        seen.that("accepted").that("waited as long as Retry-After says");
    }

    @Test
    @Fault(
            area = Area.CODEX,
            made = "a service that says nothing of a token, or stops in the body",
            promised = "exit 5")
    void a_service_that_hangs(Seen seen) {
        ServiceWire hasty = service.wire(
                service.ca().clientContext(), ProxySettings.none(), Clock.systemUTC(), Duration.ofMillis(1500));
        for (EndpointFault fault : List.of(new EndpointFault.Stall(), new EndpointFault.StallInBody())) {
            service.backend().fail(Endpoint.WHOAMI, fault);
            Failure failure = failureOf(service.service(service.addresses(), hasty), service.personal());
            assertThat(failure.code()).isEqualTo("response-timeout");
        }
        seen.exit(FailureKind.CONNECTIVITY.exitCode()).that("response-timeout");
    }

    @Test
    @Fault(
            area = Area.CODEX,
            made = "a revoked token is asked about from a machine whose clock is wrong by an hour",
            promised = "exit 5, no refusal: a sound token would be refused too")
    void a_wrong_clock(Seen seen) {
        AccessToken token = service.agent();
        service.issuer().revoke(token.value().reveal());
        ServiceWire late = service.wire(
                service.ca().clientContext(),
                ProxySettings.none(),
                Clock.offset(Clock.systemUTC(), Duration.ofHours(1)),
                Duration.ofSeconds(20));

        Failure failure = failureOf(service.service(service.addresses(), late), token);

        assertThat(failure.code()).isEqualTo("machine-clock-off");
        seen.exit(failure.exitCode()).that(failure.code());
    }

    @Test
    void answers_that_say_nothing_of_the_token_are_no_refusal() {
        Map<EndpointFault, String> faults = Map.of(
                EndpointFault.json(404, "{\"detail\":\"Not Found\"}", Map.of()), "service-answer-unexpected",
                EndpointFault.json(400, "{\"detail\":\"Bad Request\"}", Map.of()), "service-answer-unexpected",
                EndpointFault.json(403, "Forbidden", Map.of()), "service-answer-unreadable",
                EndpointFault.json(401, "", Map.of()), "service-answer-unreadable",
                EndpointFault.json(200, "[]", Map.of()), "service-answer-unreadable",
                EndpointFault.json(200, "{}", Map.of()), "service-answer-unexpected",
                EndpointFault.json(200, " ".repeat((1 << 20) + 1), Map.of()), "service-answer-unreadable",
                EndpointFault.json(501, "{}", Map.of()), "service-fails",
                EndpointFault.json(
                                403,
                                "{\"error\":{\"code\":\"unsupported_country_region_territory\",\"message\":\"Country,"
                                        + " region, or territory not supported\"}}",
                                Map.of()),
                        "service-refuses-place",
                EndpointFault.json(401, "{\"error\":{\"code\":\"ip_not_authorized\"}}", Map.of()),
                        "service-refuses-place");

        faults.forEach((fault, code) -> {
            service.backend().fail(Endpoint.WHOAMI, fault);
            service.backend().fail(Endpoint.TASK_REGISTER, fault);
            for (AccessToken token : List.of(service.personal(), service.agent())) {
                assertThat(failureOf(service.service(), token).code())
                        .as(fault.toString().substring(0, 60))
                        .isEqualTo(code);
            }
        });
    }

    @Test
    void it_is_asked_through_the_proxy() throws IOException {
        try (LoopbackProxy proxy = LoopbackProxy.open()) {
            ProxySettings proxies = ProxySettings.from(Map.of("HTTPS_PROXY", "http://127.0.0.1:" + proxy.port()));
            ServiceWire wire =
                    service.wire(service.ca().clientContext(), proxies, Clock.systemUTC(), Duration.ofSeconds(20));

            assertThat(service.service(service.addresses(), wire).ask(service.agent()))
                    .isInstanceOf(Accepted.class);
            assertThat(proxy.requests()).isNotEmpty();
        }
    }

    @Test
    void an_interrupt_ends_the_question() {
        Thread.currentThread().interrupt();

        Failure failure = failureOf(service.service(), service.personal());

        assertThat(Thread.interrupted()).isTrue();
        assertThat(failure.kind()).isEqualTo(FailureKind.CANCELLED);
    }
}
