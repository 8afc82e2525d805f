package dev.codexrunner.credential;

import dev.codexrunner.config.TokenKind;
import dev.codexrunner.secret.Secret;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Judges a value before anything is started with it: is it a credential that codex can use, of the kind that was asked
 * for, and still valid. Pure, and offline: a JWT's signature is not checked, since its key is the issuer's to give; only
 * codex's own login does that.
 */
public final class TokenInspector {

    private static final int MIN_LENGTH = 20;
    private static final String ACCESS_TOKEN_PREFIX = "at-";
    private static final String API_KEY_PREFIX = "sk-";

    private TokenInspector() {}

    /**
     * @param raw as its source gave it; line breaks and blanks at the end are dropped with a warning
     * @param expected what the configuration asks for
     * @throws dev.codexrunner.failure.FailureException one of {@link TokenFailure}
     */
    public static AccessToken inspect(Secret raw, TokenKind expected, Clock clock) {
        return inspect(raw, expected, jwt -> AgentIdentity.read(jwt, clock));
    }

    /**
     * The same, with no look at its dates: for a token that is to be revoked, since its expiry says nothing of that.
     *
     * @throws dev.codexrunner.failure.FailureException one of {@link TokenFailure}
     */
    public static AccessToken inspectEvenIfExpired(Secret raw, TokenKind expected) {
        return inspect(raw, expected, AgentIdentity::shape);
    }

    private static AccessToken inspect(Secret raw, TokenKind expected, Function<Jwt, AgentIdentity> jwtReader) {
        List<String> warnings = new ArrayList<>();
        String value = raw.reveal().stripTrailing();
        if (value.length() != raw.length()) {
            warnings.add("The token came with a line break or blanks at its end; they were dropped.");
        }
        TokenText.requireClean(value);
        ForeignCredential.find(value).ifPresent(failure -> {
            throw failure.asException();
        });
        Secret token = Secret.of(raw.name(), value);
        return expected == TokenKind.API_KEY
                ? apiKey(token, value, warnings)
                : accessToken(token, value, jwtReader, warnings);
    }

    private static AccessToken apiKey(Secret token, String value, List<String> warnings) {
        if (value.startsWith(API_KEY_PREFIX)) {
            requireLength(value, "an API key");
            return new AccessToken(token, CredentialKind.API_KEY, Optional.empty(), warnings);
        }
        if (value.startsWith(ACCESS_TOKEN_PREFIX)) {
            throw TokenFailure.TOKEN_IS_NOT_API_KEY
                    .with("a personal access token (at-...)")
                    .asException();
        }
        String sort = Jwt.looksLikeOne(value) ? "a JWT" : "of no known kind";
        throw TokenFailure.TOKEN_IS_NOT_API_KEY.with(sort).asException();
    }

    private static AccessToken accessToken(
            Secret token, String value, Function<Jwt, AgentIdentity> jwtReader, List<String> warnings) {
        if (value.startsWith(API_KEY_PREFIX)) {
            throw TokenFailure.TOKEN_IS_API_KEY.with().asException();
        }
        if (value.startsWith(ACCESS_TOKEN_PREFIX)) {
            requireLength(value, "a personal access token");
            return new AccessToken(token, CredentialKind.PERSONAL_ACCESS_TOKEN, Optional.empty(), warnings);
        }
        if (Jwt.looksLikeOne(value)) {
            AgentIdentity identity = jwtReader.apply(Jwt.parse(value));
            return new AccessToken(token, CredentialKind.AGENT_IDENTITY, Optional.of(identity.expiresAt()), warnings);
        }
        throw TokenFailure.TOKEN_UNKNOWN_SHAPE.with().asException();
    }

    private static void requireLength(String value, String sort) {
        if (value.length() < MIN_LENGTH) {
            throw TokenFailure.TOKEN_TOO_SHORT.with(sort).asException();
        }
    }
}
