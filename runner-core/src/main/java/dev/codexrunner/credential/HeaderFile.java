package dev.codexrunner.credential;

import dev.codexrunner.secret.Secret;
import java.nio.file.Path;

/** Reads headers for a collector from a file, which must be nobody else's, as the token's file must. */
public final class HeaderFile {

    private static final String NAME = "otel-headers";

    private HeaderFile() {}

    /** @throws dev.codexrunner.failure.FailureException a {@link TokenSourceFailure} */
    public static Secret read(Path file) {
        return Secret.of(
                NAME, new FileTokenSource(file).fetch().token().reveal().strip());
    }
}
