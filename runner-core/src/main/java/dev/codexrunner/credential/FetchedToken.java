package dev.codexrunner.credential;

import dev.codexrunner.secret.Secret;
import java.util.List;

/**
 * A credential as it came from its source.
 *
 * @param token raw, a newline at the end included
 * @param origin where it came from
 * @param warnings what went less than well on the way, for the report
 */
public record FetchedToken(Secret token, CredentialOrigin origin, List<String> warnings) {

    public FetchedToken {
        warnings = List.copyOf(warnings);
    }

    /** Without warnings. */
    public FetchedToken(Secret token, CredentialOrigin origin) {
        this(token, origin, List.of());
    }
}
