package dev.codexrunner.jenkins.credentials;

import dev.codexrunner.jenkins.failure.PluginFailureException;
import dev.codexrunner.jenkins.result.PluginFailure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * Certificates on their way to an agent. The runner checks them there; here only that nothing else goes: a credential that
 * was named by mistake would lie in the clear on the agent's disk.
 */
final class PemCertificates {

    /** Every authority that the world's browsers trust takes a fifth of it. */
    private static final int MOST_BYTES = 1 << 20;

    private PemCertificates() {}

    static String inFile(String path) throws PluginFailureException {
        try (InputStream file = Files.newInputStream(Path.of(path))) {
            byte[] bytes = file.readNBytes(MOST_BYTES + 1);
            return checked(Messages.PemCertificates_file(path), new String(bytes, StandardCharsets.UTF_8));
        } catch (IOException | InvalidPathException cause) {
            throw new PluginFailureException(PluginFailure.AUTHORITIES_UNREADABLE, path, cause.getMessage());
        }
    }

    static String inCredential(String id, String text) throws PluginFailureException {
        return checked(Messages.PemCertificates_credential(id), text);
    }

    private static String checked(String origin, String text) throws PluginFailureException {
        if (text.length() > MOST_BYTES) {
            throw new PluginFailureException(PluginFailure.AUTHORITIES_TOO_LONG, origin);
        }
        if (!text.contains("-----BEGIN CERTIFICATE-----") && !text.contains("-----BEGIN TRUSTED CERTIFICATE-----")) {
            throw new PluginFailureException(PluginFailure.AUTHORITIES_NOT_PEM, origin);
        }
        if (text.contains("PRIVATE KEY-----")) {
            throw new PluginFailureException(PluginFailure.AUTHORITIES_WITH_KEY, origin);
        }
        return text.endsWith("\n") ? text : text + "\n";
    }
}
