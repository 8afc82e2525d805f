package dev.codexrunner.credential;

import dev.codexrunner.secret.Secret;

/**
 * A credential as it came from its source.
 *
 * @param token raw, a newline at the end included
 * @param origin where it came from
 */
public record FetchedToken(Secret token, CredentialOrigin origin) {}
