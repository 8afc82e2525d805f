package dev.codexrunner.rotation;

import dev.codexrunner.config.TokenKind;
import dev.codexrunner.credential.AccessToken;
import dev.codexrunner.credential.TokenFailure;
import dev.codexrunner.credential.TokenInspector;
import dev.codexrunner.failure.Failure;
import dev.codexrunner.failure.FailureException;
import dev.codexrunner.secret.Secret;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Set;

/**
 * Whether what was given can be a candidate at all. {@link TokenFailure} says how to mend a token that is stored already;
 * done for one that is to be staged, that would write it over the live one.
 */
final class CandidateShape {

    /** The right token, but not it alone or not all of it. */
    private static final Set<TokenFailure> BADLY_COPIED = EnumSet.of(
            TokenFailure.TOKEN_EMPTY,
            TokenFailure.TOKEN_HAS_WHITESPACE,
            TokenFailure.TOKEN_HAS_CONTROL_CHARACTERS,
            TokenFailure.TOKEN_IS_QUOTED,
            TokenFailure.TOKEN_IS_PLACEHOLDER,
            TokenFailure.TOKEN_IS_AUTH_JSON,
            TokenFailure.TOKEN_HAS_SCHEME,
            TokenFailure.TOKEN_TOO_SHORT,
            TokenFailure.TOKEN_UNKNOWN_SHAPE,
            TokenFailure.JWT_UNREADABLE);

    /** Secrets of another system. */
    private static final Set<TokenFailure> MIXED_UP = EnumSet.of(
            TokenFailure.TOKEN_IS_VAULT_TOKEN, TokenFailure.TOKEN_IS_GITHUB_TOKEN, TokenFailure.TOKEN_IS_PRIVATE_KEY);

    /** No access token, and never will be one. */
    private static final Set<TokenFailure> OF_ANOTHER_KIND = EnumSet.of(
            TokenFailure.TOKEN_IS_API_KEY,
            TokenFailure.JWT_WRONG_ALGORITHM,
            TokenFailure.JWT_NOT_AGENT_IDENTITY,
            TokenFailure.JWT_WRONG_ISSUER,
            TokenFailure.JWT_EXPIRED);

    private CandidateShape() {}

    /** @throws FailureException one of {@link TokenFailure}, with what to do about a token that is not stored yet */
    static AccessToken inspect(Secret given, Clock clock) {
        try {
            return TokenInspector.inspect(given, TokenKind.ACCESS_TOKEN, clock);
        } catch (FailureException refused) {
            Failure failure = refused.failure();
            throw failure.mendedBy(fix(failure) + " Nothing was changed in Vault.")
                    .asException();
        }
    }

    private static String fix(Failure failure) {
        if (among(BADLY_COPIED, failure)) {
            return "Pipe in or paste the new token alone, in one line, as the page showed it.";
        }
        if (among(MIXED_UP, failure)) {
            return "Give the new Codex access token instead, and revoke this one where it may have been seen.";
        }
        return among(OF_ANOTHER_KIND, failure)
                ? "Create an access token at " + HumanStep.TOKENS_PAGE + " and stage that."
                : failure.fix();
    }

    private static boolean among(Set<TokenFailure> failures, Failure failure) {
        return failures.stream().map(TokenFailure::code).anyMatch(failure.code()::equals);
    }
}
