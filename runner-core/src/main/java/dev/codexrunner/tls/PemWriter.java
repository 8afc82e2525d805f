package dev.codexrunner.tls;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.Set;

/** Writes certificates as PEM. */
final class PemWriter {

    private static final int LINE_LENGTH = 64;

    private PemWriter() {}

    static void write(List<X509Certificate> certificates, Path file) {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.deleteIfExists(part);
            // Created with its mode, not given one afterwards; and moved into place, so that nobody reads half of it.
            try (SeekableByteChannel channel = Files.newByteChannel(
                    part,
                    Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
                ByteBuffer bytes = ByteBuffer.wrap(text(certificates).getBytes(StandardCharsets.US_ASCII));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
            }
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException e) {
            throw TlsFailure.CA_BUNDLE_NOT_WRITTEN
                    .with(file, "somebody else writes there")
                    .asException();
        } catch (IOException e) {
            throw TlsFailure.CA_BUNDLE_NOT_WRITTEN
                    .with(file, e.getClass().getSimpleName())
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
