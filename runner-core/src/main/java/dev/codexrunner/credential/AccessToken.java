package dev.codexrunner.credential;

import dev.codexrunner.secret.Secret;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A credential that has the right shape. Whether its issuer still accepts it, only the issuer can say.
 *
 * @param value ready for use: no blanks or newline around it
 * @param kind what it is
 * @param expiresAt when it ends; empty where it doesn't say
 * @param warnings sentences for the user
 */
public record AccessToken(Secret value, CredentialKind kind, Optional<Instant> expiresAt, List<String> warnings) {

    public AccessToken {
        warnings = List.copyOf(warnings);
    }
}
