package dev.codexrunner.credential;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What an agent identity JWT says of itself, after the checks that codex makes as well, its signature excepted.
 *
 * @param expiresAt when it ends
 */
record AgentIdentity(Instant expiresAt) {

    /** How far this machine's clock and the issuer's may be apart; codex grants as much. */
    static final Duration CLOCK_SKEW = Duration.ofSeconds(60);

    private static final String ISSUER = "https://chatgpt.com/codex-backend/agent-identity";
    private static final String AUDIENCE = "codex-app-server";
    private static final List<String> CLAIMS =
            List.of(AgentClaims.RUNTIME_ID, AgentClaims.PRIVATE_KEY, AgentClaims.ACCOUNT_ID);

    static AgentIdentity read(Jwt jwt, Clock clock) {
        Instant expiresAt = shape(jwt).expiresAt;
        requireValid(jwt, expiresAt, clock.instant());
        return new AgentIdentity(expiresAt);
    }

    /** All but the dates. */
    static AgentIdentity shape(Jwt jwt) {
        refuseLoginTokens(jwt);
        if (!jwt.header("alg").equals(Optional.of("RS256"))) {
            throw TokenFailure.JWT_WRONG_ALGORITHM
                    .with("Its header does not name the algorithm RS256.")
                    .asException();
        }
        for (String claim : CLAIMS) {
            if (jwt.claim(claim).isEmpty()) {
                throw TokenFailure.JWT_NOT_AGENT_IDENTITY.with(claim).asException();
            }
        }
        if (jwt.header("kid").isEmpty()) {
            throw TokenFailure.JWT_WRONG_ALGORITHM
                    .with("Its header does not name the signing key (kid).")
                    .asException();
        }
        if (jwt.claim("iss").filter(ISSUER::equals).isEmpty()) {
            throw TokenFailure.JWT_WRONG_ISSUER.with("iss", ISSUER).asException();
        }
        if (!jwt.audiences().contains(AUDIENCE)) {
            throw TokenFailure.JWT_WRONG_ISSUER.with("aud", AUDIENCE).asException();
        }
        return new AgentIdentity(jwt.time("exp")
                .orElseThrow(
                        () -> TokenFailure.JWT_NOT_AGENT_IDENTITY.with("exp").asException()));
    }

    /** Tokens of "Sign in with ChatGPT" are JWTs too, and are what people find when they look for a token. */
    private static void refuseLoginTokens(Jwt jwt) {
        if (jwt.hasClaim(AgentClaims.RUNTIME_ID)) {
            return;
        }
        if (jwt.audiences().contains("https://api.openai.com/v1")) {
            throw TokenFailure.TOKEN_IS_CHATGPT_LOGIN.with("its access token").asException();
        }
        if (jwt.hasClaim("https://api.openai.com/auth") || jwt.hasClaim("https://api.openai.com/profile")) {
            throw TokenFailure.TOKEN_IS_CHATGPT_LOGIN.with("its ID token").asException();
        }
    }

    private static void requireValid(Jwt jwt, Instant expiresAt, Instant now) {
        if (now.isAfter(expiresAt.plus(CLOCK_SKEW))) {
            throw TokenFailure.JWT_EXPIRED.with(expiresAt).asException();
        }
        for (String claim : List.of("nbf", "iat")) {
            jwt.time(claim)
                    .filter(begin -> now.isBefore(begin.minus(CLOCK_SKEW)))
                    .ifPresent(begin -> {
                        throw TokenFailure.JWT_NOT_YET_VALID.with(begin).asException();
                    });
        }
    }
}
