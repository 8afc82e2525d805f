package dev.codexrunner.tls;

import dev.codexrunner.failure.FailureKind;
import dev.codexrunner.failure.FailureText;
import dev.codexrunner.failure.FailureWords;

/** What can be wrong with PEM files. The first detail is always the file. */
public enum TlsFailure implements FailureText {
    CA_FILE_MISSING(
            "The CA bundle %1$s does not exist.",
            "Codex would only say \"error sending request\" and keep trying.",
            "Check the path in --ca-bundle, CODEX_CA_CERTIFICATE or SSL_CERT_FILE; unset the variable if it is left over."),
    CA_FILE_IS_DIRECTORY(
            "The CA bundle %1$s is a directory.",
            "Codex reads one file; directories of hashed certificates are OpenSSL's own format.",
            "Name a file. To make one: cat %1$s/*.pem > bundle.pem"),
    CA_FILE_NOT_REGULAR(
            "The CA bundle %1$s is not a regular file.",
            "A pipe or device can be read once only, or never ends.",
            "Write the certificates to a file and name that."),
    CA_FILE_UNREADABLE(
            "The CA bundle %1$s can't be read.",
            "The system refused it: %2$s.",
            "Make the file and the folders above it readable for the user that runs the build."),
    CA_FILE_EMPTY(
            "The CA bundle %1$s is empty.",
            "With no certificate in it nothing would be trusted.",
            "Write the company's root certificates in PEM form to it."),
    CA_FILE_TOO_LARGE(
            "The CA bundle %1$s is larger than %2$s MiB.",
            "The list of all public roots is a quarter of one; this is hardly a list of certificates.",
            "Check that the path names a PEM bundle."),
    CA_FILE_NOT_PEM(
            "The CA bundle %1$s holds no PEM block.",
            "There is no line that begins with -----BEGIN.",
            "Export the root certificates as PEM (Base-64 encoded X.509)."),
    CA_FILE_IS_DER(
            "The CA bundle %1$s is in binary (DER) form, not PEM.",
            "Codex reads PEM only.", "Convert it: openssl x509 -inform der -in %1$s -out ca.pem"),
    CA_FILE_IS_KEYSTORE(
            "The CA bundle %1$s is a Java or PKCS#12 key store or a PKCS#7 container, not PEM certificates.",
            "Codex reads PEM certificates only.",
            "Export the certificates, for instance: keytool -list -rfc -keystore %1$s > ca.pem"),
    CA_FILE_IS_KEY(
            "The CA bundle %1$s holds a private key and no certificate.",
            "A private key is never needed to trust a server.",
            "Name the certificate file instead, and check who can read this key."),
    CA_FILE_IS_REQUEST(
            "The CA bundle %1$s holds a certificate request or public key and no certificate.",
            "Only a certificate can be trusted.", "Name the issued certificate of the authority."),
    CA_FILE_CRL_ONLY(
            "The CA bundle %1$s holds revocation lists and no certificate.",
            "A revocation list says what not to trust, not what to trust.",
            "Add the root certificates to the file, or name the right one."),
    CA_FILE_BROKEN_BLOCK(
            "The CA bundle %1$s is damaged at line %2$s.",
            "%3$s", "Export the bundle again; it may have been cut short or edited."),
    CA_FILE_NO_CERTIFICATE(
            "The CA bundle %1$s holds no certificate that can be read.",
            "Each of its certificate blocks is something else than an X.509 certificate (first at line %2$s).",
            "Export the root certificates again as PEM (Base-64 encoded X.509)."),
    CA_BUNDLE_EXPIRED(
            "Every certificate in the CA bundle %1$s has expired, the last one on %2$s.",
            "No server can be trusted with it.",
            "Get the company's current root certificates; check this machine's clock."),
    CA_BUNDLE_NOT_VALID_NOW(
            "No certificate in the CA bundle %1$s is valid now; the next one begins on %2$s.",
            "No server can be trusted with it yet.",
            "Check this machine's clock, then get the root certificates that are in force."),
    CA_BUNDLE_NOT_WRITTEN(
            "The merged CA bundle %1$s could not be written.",
            "The system refused it: %2$s.", "Check that the folder exists, is writable and has space."),
    CLIENT_FILE_UNREADABLE(
            "The client certificate or key file %1$s can't be used.",
            "%2$s", "Check --vault-client-cert and --vault-client-key."),
    CLIENT_CERTIFICATE_MISSING(
            "%1$s holds no certificate.",
            "The client certificate must be PEM, followed by its intermediates.",
            "Name the file with the client's certificate chain."),
    CLIENT_CERTIFICATE_EXPIRED(
            "The client certificate in %1$s is not valid now: it holds from %2$s to %3$s.",
            "The server would refuse it.", "Have it renewed; check this machine's clock."),
    CLIENT_KEY_MISSING(
            "%1$s holds no private key.",
            "The client key must be PEM in PKCS#8 form (-----BEGIN PRIVATE KEY-----).",
            "Name the file with the client's private key."),
    CLIENT_KEY_ENCRYPTED(
            "The client key in %1$s is encrypted.",
            "Nobody is there to type its passphrase.",
            "Decrypt it into a file that only the build user can read: openssl pkcs8 -topk8 -nocrypt -in %1$s -out key.pem"),
    CLIENT_KEY_NOT_PKCS8(
            "The client key in %1$s is in %2$s form.",
            "Only PKCS#8 (-----BEGIN PRIVATE KEY-----) is read.",
            "Convert it: openssl pkcs8 -topk8 -nocrypt -in %1$s -out key.pem"),
    CLIENT_KEY_UNSUPPORTED(
            "The client key in %1$s is neither an RSA nor an EC key, or is damaged.",
            "Only these two are supported for client certificates.",
            "Issue the client certificate for an RSA or EC key; to look at it: openssl pkey -noout -text -in %1$s"),
    CLIENT_KEY_MISMATCH(
            "The client key in %1$s does not belong to the certificate in %2$s.",
            "The certificate was issued for another key, or the file begins with an intermediate.",
            "Name the key that the certificate was issued for, and put the client's own certificate first."),
    CONTEXT_NOT_MADE(
            "TLS could not be set up (%1$s).",
            "The Java runtime refused its own or the given certificates.",
            "Check the Java installation, its cacerts file first.");

    private final FailureWords words;

    TlsFailure(String what, String why, String fix) {
        // A file does not mend itself.
        words = new FailureWords(FailureKind.CONNECTIVITY, false, what, why, fix);
    }

    @Override
    public FailureWords words() {
        return words;
    }
}
