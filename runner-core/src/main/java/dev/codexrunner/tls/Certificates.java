package dev.codexrunner.tls;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Optional;

/** Reading single certificates, and what we ask of them. */
final class Certificates {

    private static final int KEY_CERT_SIGN = 5;
    private static final int VERSION_1 = 1;

    private Certificates() {}

    /** The certificate of a PEM block, auxiliary data after it left out; empty where it is none. */
    static Optional<X509Certificate> of(PemBlock block) {
        return Der.firstSequence(block.content())
                .filter(der -> block.isTrustedCertificate() || Arrays.equals(der, block.content()))
                .flatMap(Certificates::ofDer);
    }

    static Optional<X509Certificate> ofDer(byte[] der) {
        try {
            return Optional.of((X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der)));
        } catch (CertificateException e) {
            return Optional.empty();
        }
    }

    /** Whether it may issue others. Version 1 knows no such mark; the old roots that have it are self-signed. */
    static boolean isAuthority(X509Certificate certificate) {
        if (certificate.getVersion() == VERSION_1) {
            return isSelfSigned(certificate);
        }
        boolean[] usage = certificate.getKeyUsage();
        return certificate.getBasicConstraints() >= 0 && (usage == null || usage[KEY_CERT_SIGN]);
    }

    static boolean isSelfSigned(X509Certificate certificate) {
        return certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal());
    }

    /** As messages name it. */
    static String nameOf(X509Certificate certificate) {
        String name = certificate.getSubjectX500Principal().getName();
        return name.isEmpty() ? "serial number " + certificate.getSerialNumber().toString(16) : name;
    }
}
