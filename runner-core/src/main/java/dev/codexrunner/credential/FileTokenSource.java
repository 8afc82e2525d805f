package dev.codexrunner.credential;

import dev.codexrunner.config.TokenSourceKind;
import dev.codexrunner.file.SystemReason;
import dev.codexrunner.secret.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/**
 * Takes the token from a file that only this user (or root) owns and nobody else can read or write. A symbolic link is
 * followed where this user or root made it, as Kubernetes mounts secrets; the file that it leads to must pass as well.
 */
public final class FileTokenSource implements TokenSource {

    private static final int MAX_BYTES = TokenSize.MAX_KIBIBYTES << 10;

    private final Path file;
    private final FileGuard guard;

    /** @param file absolute, or relative to the process's own working folder */
    public FileTokenSource(Path file) {
        this(file, FileGuard.ofThisProcess());
    }

    FileTokenSource(Path file, FileGuard guard) {
        this.file = file;
        this.guard = guard;
    }

    @Override
    public FetchedToken fetch() {
        Path real = guard.requirePrivate(file);
        String value = read(real);
        if (value.isBlank()) {
            throw TokenSourceFailure.TOKEN_FILE_EMPTY.with(file).asException();
        }
        return new FetchedToken(Secret.of("access-token", value), CredentialOrigin.of(TokenSourceKind.FILE));
    }

    private String read(Path real) {
        // The path was resolved and checked; a link that appears there now is not followed.
        try (InputStream in = Files.newInputStream(real, LinkOption.NOFOLLOW_LINKS)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw TokenSourceFailure.TOKEN_FILE_TOO_LARGE
                        .with(file, TokenSize.MAX_KIBIBYTES)
                        .asException();
            }
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw TokenSourceFailure.TOKEN_FILE_UNREADABLE
                    .with(file, SystemReason.of(e))
                    .asException();
        }
    }
}
