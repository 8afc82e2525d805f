package dev.codexrunner.credential.identity;

import dev.codexrunner.credential.AccessToken;
import dev.codexrunner.credential.AgentClaims;
import dev.codexrunner.credential.TokenFailure;
import dev.codexrunner.secret.Secret;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Asks OpenAI's service of a token, by the calls that codex makes before its first request to the model, and none
 * besides: it costs nothing, and leaves nothing behind but a registered task. Safe to repeat, and to use from many threads.
 *
 * <p>Thrown failures say that nobody could be asked, or that the answer says nothing of the token: kind CONNECTIVITY (the
 * way there, a proxy's page, a wrong clock), TURN_FAILED (5xx), LIMITED (429), CREDENTIAL (what the token itself shows:
 * expired, unreadable), CONFIG (an address that no token is sent to), CANCELLED (interrupted).
 */
public final class IdentityService {

    /** As codex grants. */
    private static final Duration CLOCK_SKEW = Duration.ofSeconds(60);

    private final Clock clock;
    private final Consumer<Secret> learn;
    private final AgentQuestion ofAgents;
    private final BearerQuestion ofBearers;

    /**
     * @param learn told of every secret that is made on the way, before it is sent
     * @throws dev.codexrunner.failure.FailureException {@link IdentityFailure#SERVICE_ADDRESS_REFUSED}
     */
    public IdentityService(ServiceWire wire, ServiceAddresses addresses, Consumer<Secret> learn) {
        addresses.requireFitForSecrets();
        this.clock = wire.clock();
        this.learn = learn;
        ServiceCalls calls = new ServiceCalls(wire);
        RefusalRules rules = new RefusalRules(wire.clock());
        this.ofAgents = new AgentQuestion(calls, addresses, rules, learn);
        this.ofBearers = new BearerQuestion(calls, addresses, rules);
    }

    /**
     * Whether codex would be let in with this token.
     *
     * @throws dev.codexrunner.failure.FailureException where the service could not be asked, or the token is past its own
     *     expiry ({@link TokenFailure#JWT_EXPIRED})
     */
    public IdentityAnswer ask(AccessToken token) {
        Optional<AgentClaims> agent = agent(token);
        if (agent.isEmpty()) {
            return ofBearers.ask(token.value());
        }
        AgentClaims claims = agent.get();
        requireNotExpired(claims);
        AgentSignature signature = AgentSignature.of(claims, clock, learn);
        Optional<IdentityAnswer> refused =
                ofAgents.signatureRefusal(claims, token.value()).map(IdentityAnswer.class::cast);
        return refused.orElseGet(() -> ofAgents.ask(claims, signature));
    }

    /**
     * Whether the service itself still knows the token: without the checks that codex makes on its own side (expiry,
     * signature), since who holds a leaked token leaves those out as well. This is the question for a revocation.
     *
     * @throws dev.codexrunner.failure.FailureException where the service could not be asked
     */
    public IdentityAnswer askEvenIfExpired(AccessToken token) {
        return agent(token)
                .map(claims -> ofAgents.ask(claims, AgentSignature.of(claims, clock, learn)))
                .orElseGet(() -> ofBearers.ask(token.value()));
    }

    private Optional<AgentClaims> agent(AccessToken token) {
        learn.accept(token.value());
        return switch (token.kind()) {
            case AGENT_IDENTITY -> AgentClaims.of(token);
            case PERSONAL_ACCESS_TOKEN -> Optional.empty();
            case API_KEY -> throw new IllegalArgumentException("an API key belongs to no workspace");
        };
    }

    private void requireNotExpired(AgentClaims claims) {
        Instant now = clock.instant();
        claims.expiresAt().filter(end -> now.isAfter(end.plus(CLOCK_SKEW))).ifPresent(end -> {
            throw TokenFailure.JWT_EXPIRED.with(end).asException();
        });
    }
}
