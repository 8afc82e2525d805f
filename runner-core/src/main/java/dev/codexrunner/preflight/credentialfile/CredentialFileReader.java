package dev.codexrunner.preflight.credentialfile;

import dev.codexrunner.secret.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads files that may hold a credential. Never fails: what we can't read, the agent, as the same user, can't either. */
final class CredentialFileReader {

    /** Far above what such files hold; a pipe, a device or a core dump in their place must not hold us up. */
    static final int LARGEST_BYTES = 1024 * 1024;

    private record Beginning(String text, boolean cut) {}

    private CredentialFileReader() {}

    /** The file's text, or the beginning of a large one; empty where there is none to be read. */
    static Optional<String> text(Path file) {
        return beginning(file).map(Beginning::text);
    }

    /** The file as a credential file; empty where it holds no credential. */
    static Optional<CredentialFile> read(
            String kind, Path file, CredentialFormat format, CredentialFile.Purpose purpose) {
        return beginning(file)
                .filter(content -> content.cut() || format.holdsCredential(content.text()))
                .flatMap(content -> real(file).map(path -> {
                    List<Secret> credentials = format.credentials(content.text()).stream()
                            .filter(value -> !value.isBlank())
                            .distinct()
                            .map(value -> Secret.of(kind, value))
                            .toList();
                    Optional<String> warning = content.cut()
                            ? Optional.of("The " + kind + " " + path
                                    + " holds more than we read of it; not every credential in it is masked.")
                            : Optional.empty();
                    return new CredentialFile(kind, path, credentials, purpose, warning);
                }));
    }

    private static Optional<Beginning> beginning(Path file) {
        try {
            if (!Files.isRegularFile(file)) {
                return Optional.empty();
            }
            try (InputStream in = Files.newInputStream(file)) {
                byte[] bytes = in.readNBytes(LARGEST_BYTES + 1);
                boolean cut = bytes.length > LARGEST_BYTES;
                byte[] read = cut ? Arrays.copyOf(bytes, LARGEST_BYTES) : bytes;
                return Optional.of(new Beginning(new String(read, StandardCharsets.UTF_8), cut));
            }
        } catch (IOException | SecurityException unreadable) {
            return Optional.empty();
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
