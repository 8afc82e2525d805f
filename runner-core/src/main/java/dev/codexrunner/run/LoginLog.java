package dev.codexrunner.run;

import dev.codexrunner.launch.StoredLogin;
import dev.codexrunner.secret.Redactor;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Keeps codex's own account of a failed login beside the report; the private CODEX_HOME that holds it goes. */
final class LoginLog {

    static final String FILE = "codex-login.log";
    private static final long LARGEST_BYTES = 1024 * 1024;

    private LoginLog() {}

    /** Copies it, redacted. Where that fails the failed login still stands, so nothing more is said. */
    static void keep(Path codexHome, Path folder, Redactor redactor) {
        Path log = StoredLogin.log(codexHome);
        if (!Files.isRegularFile(log)) {
            return;
        }
        try (InputStream in = Files.newInputStream(log);
                OutputStream out = redactor.redacting(
                        Files.newOutputStream(folder.resolve(FILE), StandardOpenOption.CREATE_NEW))) {
            long left = LARGEST_BYTES;
            byte[] buffer = new byte[8192];
            for (int read = in.read(buffer); read >= 0 && left > 0; read = in.read(buffer)) {
                out.write(buffer, 0, (int) Math.min(read, left));
                left -= read;
            }
        } catch (IOException unreadable) {
            // The failure of the login is the news; its log is an extra.
        }
    }
}
