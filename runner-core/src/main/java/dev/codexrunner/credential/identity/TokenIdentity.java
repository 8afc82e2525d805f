package dev.codexrunner.credential.identity;

import dev.codexrunner.credential.AccessToken;
import dev.codexrunner.credential.AgentClaims;
import java.util.Optional;

/**
 * Whose token it is. None of it is secret, but the address is personal.
 *
 * @param accountId the ChatGPT workspace
 * @param userId the person who made the token
 * @param email that person's address
 */
public record TokenIdentity(Optional<String> accountId, Optional<String> userId, Optional<String> email) {

    /**
     * What the token says of itself, unverified and offline; of an expired one too. Empty where it says nothing: only the
     * service knows whose an {@code at-} token is.
     *
     * @throws dev.codexrunner.failure.FailureException TokenFailure.JWT_UNREADABLE
     */
    public static Optional<TokenIdentity> claimed(AccessToken token) {
        return AgentClaims.of(token)
                .map(claims -> new TokenIdentity(Optional.of(claims.accountId()), claims.userId(), claims.email()));
    }
}
