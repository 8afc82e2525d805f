package dev.codexrunner.tls;

/**
 * One block of a PEM file.
 *
 * @param label what stands after BEGIN, for instance {@code CERTIFICATE}
 * @param line number of the BEGIN line, from 1
 * @param content the decoded bytes; empty for a key in OpenSSL's old encrypted form
 * @param encrypted whether headers in the block say that it is encrypted
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared, and never leaves the package.
record PemBlock(String label, int line, byte[] content, boolean encrypted) {

    boolean isCertificate() {
        return label.equals("CERTIFICATE") || label.equals("X509 CERTIFICATE") || isTrustedCertificate();
    }

    /** OpenSSL's form, with auxiliary trust settings after the certificate. */
    boolean isTrustedCertificate() {
        return label.equals("TRUSTED CERTIFICATE");
    }

    boolean isPrivateKey() {
        return label.endsWith("PRIVATE KEY");
    }

    boolean isRevocationList() {
        return label.equals("X509 CRL");
    }

    boolean isContainer() {
        return label.equals("PKCS7") || label.equals("CMS");
    }
}
