package dev.codexrunner.credential;

import dev.codexrunner.config.TokenSourceKind;
import dev.codexrunner.secret.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Takes the token from standard input: all of it, one line, within a bound. */
public final class StdinTokenSource implements TokenSource {

    private static final int MAX_BYTES = TokenSize.MAX_KIBIBYTES << 10;

    private final InputStream stdin;

    /** @param stdin read to its end or the bound; not closed */
    public StdinTokenSource(InputStream stdin) {
        this.stdin = stdin;
    }

    @Override
    public FetchedToken fetch() {
        String value = read();
        if (value.isBlank()) {
            throw TokenSourceFailure.TOKEN_STDIN_EMPTY.with().asException();
        }
        if (value.stripTrailing().lines().count() > 1) {
            throw TokenSourceFailure.TOKEN_STDIN_SEVERAL_LINES.with().asException();
        }
        return new FetchedToken(Secret.of("access-token", value), CredentialOrigin.of(TokenSourceKind.STDIN));
    }

    private String read() {
        try {
            byte[] bytes = stdin.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw TokenSourceFailure.TOKEN_STDIN_TOO_LARGE
                        .with(TokenSize.MAX_KIBIBYTES)
                        .asException();
            }
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw TokenSourceFailure.TOKEN_STDIN_UNREADABLE
                    .with(e.getClass().getSimpleName())
                    .asException();
        }
    }
}
