package dev.codexrunner.testkit.pki;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.PrivateKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Collection;
import java.util.stream.Collectors;

/** PEM text and files, in the variants that company bundles come in. */
public final class PemFiles {

    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});

    private PemFiles() {}

    /** One PEM block with the given label. */
    public static String block(String label, byte[] der) {
        return "-----BEGIN " + label + "-----\n" + LINES.encodeToString(der) + "\n-----END " + label + "-----\n";
    }

    /** The certificate as a {@code CERTIFICATE} block. */
    public static String certificate(X509Certificate certificate) {
        return block("CERTIFICATE", encoded(certificate));
    }

    /**
     * The certificate as OpenSSL's {@code TRUSTED CERTIFICATE} block: the certificate and, behind it in the same
     * block, a {@code CertAux} sequence (here an empty one).
     */
    public static String trustedCertificate(X509Certificate certificate) {
        byte[] der = encoded(certificate);
        byte[] withAux = java.util.Arrays.copyOf(der, der.length + 2);
        withAux[der.length] = 0x30;
        return block("TRUSTED CERTIFICATE", withAux);
    }

    /** Writes certificates one after the other. */
    public static Path write(Path file, Collection<X509Certificate> certificates) throws IOException {
        return Files.writeString(
                file, certificates.stream().map(PemFiles::certificate).collect(Collectors.joining()));
    }

    static Path writeKey(Path file, PrivateKey key) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return Files.write(
                file,
                block("PRIVATE KEY", key.getEncoded()).getBytes(StandardCharsets.US_ASCII),
                StandardOpenOption.WRITE);
    }

    private static byte[] encoded(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that was parsed can be encoded", e);
        }
    }
}
