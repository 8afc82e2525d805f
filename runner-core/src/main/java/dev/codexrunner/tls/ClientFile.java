package dev.codexrunner.tls;

import dev.codexrunner.file.SystemReason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The PEM blocks of a client's certificate or key file, read within a bound. */
final class ClientFile {

    private static final int MAX_BYTES = 1 << 20;

    private ClientFile() {}

    static List<PemBlock> blocks(Path file) {
        if (!Files.isRegularFile(file)) {
            throw unreadable(file, Files.exists(file) ? "It is not a regular file." : "It does not exist.");
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw unreadable(file, "It is larger than 1 MiB.");
            }
            return PemParser.parse(new String(bytes, StandardCharsets.UTF_8));
        } catch (PemParser.MalformedPemException e) {
            throw unreadable(file, "It is damaged at line " + e.line() + ". " + e.why());
        } catch (AccessDeniedException e) {
            throw unreadable(file, "Permission denied.");
        } catch (IOException e) {
            throw unreadable(file, "The system refused it: " + SystemReason.of(e) + ".");
        }
    }

    private static RuntimeException unreadable(Path file, String why) {
        return TlsFailure.CLIENT_FILE_UNREADABLE.with(file, why).asException();
    }
}
