package dev.codexrunner.preflight.credentialfile;

import dev.codexrunner.secret.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads files that may hold a credential. Never fails: what we can't read, the agent, as the same user, can't either. */
final class CredentialFileReader {

    /** Far above what such files hold; a pipe, a device or a core dump in their place must not hold us up. */
    static final int LARGEST_BYTES = 1024 * 1024;

    /** Each one makes the redactor's tables larger. */
    private static final int MOST_CREDENTIALS = 100;

    private CredentialFileReader() {}

    /** The file's text; empty where there is none to be read. */
    static Optional<String> text(Path file) {
        try {
            if (!Files.isRegularFile(file)) {
                return Optional.empty();
            }
            try (InputStream in = Files.newInputStream(file)) {
                return Optional.of(new String(in.readNBytes(LARGEST_BYTES), StandardCharsets.UTF_8));
            }
        } catch (IOException | SecurityException unreadable) {
            return Optional.empty();
        }
    }

    /** The file as a credential file; empty where it holds no credential. */
    static Optional<CredentialFile> read(
            String kind, Path file, CredentialFormat format, CredentialFile.Purpose purpose) {
        return text(file)
                .flatMap(text -> real(file).flatMap(path -> {
                    boolean cut = isLarger(path);
                    List<Secret> credentials = format.credentials(text).stream()
                            .filter(value -> !value.isBlank())
                            .distinct()
                            .map(value -> Secret.of(kind, value))
                            .toList();
                    if (credentials.isEmpty() && !cut) {
                        return Optional.empty();
                    }
                    boolean many = credentials.size() > MOST_CREDENTIALS;
                    Optional<String> warning = cut || many
                            ? Optional.of("The " + kind + " " + path
                                    + " holds more than we read of it; not every credential in" + " it is masked.")
                            : Optional.empty();
                    return Optional.of(new CredentialFile(
                            kind,
                            path,
                            many ? credentials.subList(0, MOST_CREDENTIALS) : credentials,
                            purpose,
                            warning));
                }));
    }

    private static boolean isLarger(Path file) {
        try {
            return Files.size(file) > LARGEST_BYTES;
        } catch (IOException gone) {
            return false;
        }
    }

    private static Optional<Path> real(Path file) {
        try {
            return Optional.of(file.toRealPath());
        } catch (IOException gone) {
            return Optional.empty();
        }
    }
}
