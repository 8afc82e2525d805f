package dev.codexrunner.tls;

import dev.codexrunner.file.AtomicFile;
import dev.codexrunner.file.SystemReason;
import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;

/** Writes certificates as PEM. */
final class PemWriter {

    private static final int LINE_LENGTH = 64;

    private PemWriter() {}

    static void write(List<X509Certificate> certificates, Path file) {
        try {
            AtomicFile.write(file, text(certificates));
        } catch (IOException e) {
            throw TlsFailure.CA_BUNDLE_NOT_WRITTEN
                    .with(file, SystemReason.of(e))
                    .asException();
        }
    }

    static String text(List<X509Certificate> certificates) {
        Base64.Encoder lines = Base64.getMimeEncoder(LINE_LENGTH, new byte[] {'\n'});
        StringBuilder text = new StringBuilder();
        for (X509Certificate certificate : certificates) {
            text.append("-----BEGIN CERTIFICATE-----\n")
                    .append(lines.encodeToString(encoded(certificate)))
                    .append("\n-----END CERTIFICATE-----\n");
        }
        return text.toString();
    }

    private static byte[] encoded(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that was parsed has no encoding", e);
        }
    }
}
