package dev.codexrunner.credential.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.codexrunner.credential.identity.IdentityAnswer.Accepted;
import dev.codexrunner.credential.identity.IdentityAnswer.Refused;
import dev.codexrunner.failure.FailureException;
import dev.codexrunner.testkit.RealCodex;
import dev.codexrunner.testkit.backend.Endpoint;
import dev.codexrunner.testkit.backend.EndpointFault;
import dev.codexrunner.testkit.backend.HandledRequest;
import dev.codexrunner.testkit.backend.TokenFlaw;
import dev.codexrunner.testkit.backend.Workspace;
import dev.codexrunner.testkit.pki.PrivateCa;
import dev.codexrunner.transport.ProxySettings;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** Measured against the real codex: both let in and refuse the same tokens, and ask the same to find out. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AgreementWithCodexIT {

    private ServiceStandIn service;
    private CodexAlone codex;

    @BeforeAll
    void start() throws IOException {
        service = new ServiceStandIn();
        codex = CodexAlone.trusting(service.ca());
    }

    @AfterAll
    void stop() {
        if (service != null) {
            service.close();
        }
    }

    /** Which endpoints refuse the workspace. */
    private enum Closed {
        NOTHING,
        ALL,
        POLICY_BUNDLE
    }

    private record Case(String name, Function<ServiceStandIn, String> token, boolean letIn, Closed closed) {
        static Case accepted(String name, Function<ServiceStandIn, String> token) {
            return new Case(name, token, true, Closed.NOTHING);
        }

        static Case refused(String name, Function<ServiceStandIn, String> token) {
            return new Case(name, token, false, Closed.NOTHING);
        }

        static Case closed(String name, Function<ServiceStandIn, String> token, Closed closed) {
            return new Case(name, token, false, closed);
        }
    }

    private static final List<Case> CASES = List.of(
            Case.accepted("an agent identity", AgreementWithCodexIT::agent),
            Case.accepted("a personal access token", AgreementWithCodexIT::personal),
            Case.accepted(
                    "an agent identity of another workspace",
                    service -> service.issuer()
                            .issueAgentIdentity(Workspace.FOREIGN)
                            .token()),
            Case.refused("an expired agent identity", flawed(TokenFlaw.EXPIRED)),
            Case.refused("a bad signature", flawed(TokenFlaw.BAD_SIGNATURE)),
            Case.refused("an unknown key", flawed(TokenFlaw.UNKNOWN_KEY_ID)),
            Case.refused("a revoked agent identity, 401", revoked(AgreementWithCodexIT::agent, 401)),
            Case.refused("a revoked agent identity, 403", revoked(AgreementWithCodexIT::agent, 403)),
            Case.refused("a revoked agent identity, 404", revoked(AgreementWithCodexIT::agent, 404)),
            Case.refused("a revoked personal access token, 401", revoked(AgreementWithCodexIT::personal, 401)),
            Case.refused("a revoked personal access token, 403", revoked(AgreementWithCodexIT::personal, 403)),
            Case.closed("a refused workspace, personal access token", AgreementWithCodexIT::personal, Closed.ALL),
            Case.closed("a refused policy, agent identity", AgreementWithCodexIT::agent, Closed.POLICY_BUNDLE),
            Case.closed("a refused policy, personal token", AgreementWithCodexIT::personal, Closed.POLICY_BUNDLE));

    private static String agent(ServiceStandIn service) {
        return service.issuer().issueAgentIdentity().token();
    }

    private static String personal(ServiceStandIn service) {
        return service.issuer().issuePersonalAccessToken();
    }

    private static Function<ServiceStandIn, String> flawed(TokenFlaw flaw) {
        return service -> service.issuer().issueFlawed(flaw).token();
    }

    private static Function<ServiceStandIn, String> revoked(Function<ServiceStandIn, String> token, int status) {
        return service -> {
            String value = token.apply(service);
            service.issuer().revoke(value, status);
            return value;
        };
    }

    @TestFactory
    Stream<DynamicTest> both_let_in_and_refuse_the_same() {
        return CASES.stream().map(each -> DynamicTest.dynamicTest(each.name(), () -> agree(each)));
    }

    private void agree(Case each) throws Exception {
        String token = each.token().apply(service);
        if (each.closed() == Closed.ALL) {
            service.backend().refuseWorkspace();
        } else if (each.closed() == Closed.POLICY_BUNDLE) {
            service.backend()
                    .fail(
                            Endpoint.CONFIG_BUNDLE,
                            EndpointFault.json(
                                    403, "{\"detail\":\"Contact your ChatGPT administrator for access\"}", Map.of()));
        }
        try {
            Heard ours = heard(() -> letIn(token));
            Heard theirs = heard(() -> codexIsLetIn(token));
            assertThat(ours.letIn()).as("the identity service").isEqualTo(each.letIn());
            assertThat(theirs.letIn()).as("codex").isEqualTo(each.letIn());
            // An expired one we don't ask of at all, and codex only for the keys.
            if (!ours.requests().isEmpty()) {
                assertThat(theirs.requests())
                        .as("codex asks all that we ask, in this order")
                        .containsSubsequence(ours.requests());
            }
            if (!each.letIn()) {
                assertThat(theirs.requests())
                        .as("what stops us stops codex: nothing else is asked after it")
                        .allMatch(request ->
                                ours.requests().isEmpty() || ours.requests().contains(request));
            }
        } finally {
            service.backend().restore();
        }
    }

    @Test
    void neither_takes_a_service_that_it_cannot_trust_for_a_refusal() throws Exception {
        PrivateCa stranger = PrivateCa.create();
        String token = agent(service);
        ServiceWire wire =
                service.wire(stranger.clientContext(), ProxySettings.none(), Clock.systemUTC(), Duration.ofSeconds(10));

        assertThatThrownBy(() -> service.service(service.addresses(), wire).ask(ServiceStandIn.token(token)))
                .isInstanceOfSatisfying(
                        FailureException.class,
                        e -> assertThat(e.failure().code()).isEqualTo("tls-unknown-ca"));
        RealCodex.Result theirs = CodexAlone.trusting(stranger)
                .run(
                        token,
                        List.of("login", "status"),
                        service.backend().connection().environment(),
                        service.backend().connection().configToml());
        assertThat(theirs.exitCode()).isEqualTo(1);
        assertThat(theirs.stderr()).contains("failed to request agent identity JWKS");
    }

    @Test
    void neither_takes_a_closed_port_for_a_refusal() throws Exception {
        ServiceStandIn gone = new ServiceStandIn();
        gone.close();
        for (String token : List.of(agent(gone), personal(gone))) {
            assertThatThrownBy(() -> gone.service().ask(ServiceStandIn.token(token)))
                    .isInstanceOfSatisfying(
                            FailureException.class,
                            e -> assertThat(e.failure().code()).isEqualTo("connection-refused"));
            RealCodex.Result theirs = CodexAlone.trusting(gone.ca())
                    .run(
                            token,
                            List.of("login", "status"),
                            gone.backend().connection().environment(),
                            gone.backend().connection().configToml());
            assertThat(theirs.exitCode()).isEqualTo(1);
            assertThat(theirs.stderr()).contains("failed to request");
        }
    }

    /** What came of it, and the requests that the service saw: endpoint and what checking their credential gave. */
    private record Heard(boolean letIn, List<String> requests) {}

    private interface Question {
        boolean ask() throws Exception;
    }

    private Heard heard(Question question) throws Exception {
        int before = service.backend().requests().size();
        boolean letIn = question.ask();
        return new Heard(
                letIn,
                service.backend().requests().stream()
                        .skip(before)
                        .map(AgreementWithCodexIT::described)
                        .toList());
    }

    private static String described(HandledRequest request) {
        return request.method() + " " + request.endpoint().map(Enum::name).orElse(request.path()) + " "
                + request.auth().outcome();
    }

    private boolean letIn(String token) {
        try {
            IdentityAnswer answer = service.service().ask(ServiceStandIn.token(token));
            assertThat(answer).isInstanceOfAny(Accepted.class, Refused.class);
            return answer instanceof Accepted;
        } catch (FailureException expired) {
            assertThat(expired.failure().code()).isEqualTo("jwt-expired");
            return false;
        }
    }

    /** A run of its own, since its login alone does not ask of the workspace. */
    private boolean codexIsLetIn(String token) throws Exception {
        boolean loggedIn = run(token, List.of("login", "status")).exitCode() == 0;
        return loggedIn && run(token, exec()).exitCode() == 0;
    }

    private static List<String> exec() {
        String line = "exec --json --skip-git-repo-check -s read-only --disable unbounded_connection_retries"
                + " --disable plugins -";
        return List.of(line.split(" ", -1));
    }

    private RealCodex.Result run(String token, List<String> arguments) throws Exception {
        return codex.run(
                token,
                arguments,
                service.backend().connection().environment(),
                service.backend().connection().configToml());
    }
}
