package dev.codexrunner.tls;

import dev.codexrunner.failure.FailureException;
import dev.codexrunner.file.SystemReason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

/** One CA file: read within a bound, and told what it is where it is no bundle of certificates. */
final class CaFile {

    static final int MAX_MEBIBYTES = 16;
    private static final int MAX_BYTES = MAX_MEBIBYTES << 20;
    private static final int JKS_MAGIC = 0xFE;

    private CaFile() {}

    /** The certificates in their order, at least one; what was passed over is added to the warnings. */
    static List<X509Certificate> certificates(Path file, List<String> warnings) {
        byte[] bytes = read(file);
        List<PemBlock> blocks = blocks(file, bytes);
        if (blocks.stream().noneMatch(PemBlock::isCertificate)) {
            throw withoutCertificates(file, bytes, blocks);
        }
        if (blocks.stream().anyMatch(PemBlock::isPrivateKey)) {
            warnings.add("The CA bundle " + file
                    + " also holds a private key; it is not used, and hardly meant to be there.");
        }
        List<X509Certificate> certificates = new ArrayList<>();
        for (PemBlock block : blocks) {
            if (block.isCertificate()) {
                Certificates.of(block)
                        .ifPresentOrElse(
                                certificates::add,
                                () -> warnings.add("The CA bundle " + file
                                        + " holds something that is no X.509 certificate at line " + block.line()
                                        + "; it is left out."));
            }
        }
        if (certificates.isEmpty()) {
            int line = blocks.stream()
                    .filter(PemBlock::isCertificate)
                    .findFirst()
                    .orElseThrow()
                    .line();
            throw TlsFailure.CA_FILE_NO_CERTIFICATE.with(file, line).asException();
        }
        return certificates;
    }

    private static byte[] read(Path file) {
        if (!Files.exists(file)) {
            throw TlsFailure.CA_FILE_MISSING.with(file).asException();
        }
        if (Files.isDirectory(file)) {
            throw TlsFailure.CA_FILE_IS_DIRECTORY.with(file).asException();
        }
        if (!Files.isRegularFile(file)) {
            throw TlsFailure.CA_FILE_NOT_REGULAR.with(file).asException();
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw TlsFailure.CA_FILE_TOO_LARGE.with(file, MAX_MEBIBYTES).asException();
            }
            if (new String(bytes, StandardCharsets.ISO_8859_1).isBlank()) {
                throw TlsFailure.CA_FILE_EMPTY.with(file).asException();
            }
            return bytes;
        } catch (AccessDeniedException e) {
            throw TlsFailure.CA_FILE_UNREADABLE.with(file, "permission denied").asException();
        } catch (IOException e) {
            throw TlsFailure.CA_FILE_UNREADABLE.with(file, SystemReason.of(e)).asException();
        }
    }

    private static List<PemBlock> blocks(Path file, byte[] bytes) {
        try {
            return PemParser.parse(new String(bytes, StandardCharsets.UTF_8));
        } catch (PemParser.MalformedPemException e) {
            throw TlsFailure.CA_FILE_BROKEN_BLOCK.with(file, e.line(), e.why()).asException();
        }
    }

    private static FailureException withoutCertificates(Path file, byte[] bytes, List<PemBlock> blocks) {
        return named(bytes, blocks).with(file).asException();
    }

    private static TlsFailure named(byte[] bytes, List<PemBlock> blocks) {
        if (blocks.stream().anyMatch(PemBlock::isPrivateKey)) {
            return TlsFailure.CA_FILE_IS_KEY;
        }
        if (blocks.stream().anyMatch(PemBlock::isRevocationList)) {
            return TlsFailure.CA_FILE_CRL_ONLY;
        }
        if (blocks.stream().anyMatch(PemBlock::isContainer) || (bytes[0] & 0xff) == JKS_MAGIC) {
            return TlsFailure.CA_FILE_IS_KEYSTORE;
        }
        if (!blocks.isEmpty()) {
            return TlsFailure.CA_FILE_IS_REQUEST;
        }
        if (Certificates.ofDer(bytes).isPresent()) {
            return TlsFailure.CA_FILE_IS_DER;
        }
        return Der.startsLikeDer(bytes) ? TlsFailure.CA_FILE_IS_KEYSTORE : TlsFailure.CA_FILE_NOT_PEM;
    }
}
