package dev.codexrunner.transport;

import static dev.codexrunner.transport.ConnectionDiagnosis.any;
import static dev.codexrunner.transport.ConnectionDiagnosis.said;

import java.security.SignatureException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.List;

/** Tells failed TLS handshakes apart, by the JDK's types where it has some and by its words where not. */
final class TlsDiagnosis {

    /** The server's alerts about a certificate; what is wrong with its own is told apart before. */
    private static final String[] CLIENT_CERTIFICATE_REFUSED = {
        "bad_certificate",
        "unsupported_certificate",
        "certificate_expired",
        "certificate_revoked",
        "certificate_required",
        "certificate_unknown",
        "unknown_ca"
    };

    private TlsDiagnosis() {}

    static TransportFailure of(List<Throwable> causes) {
        if (any(causes, CertificateExpiredException.class)) {
            return TransportFailure.TLS_CERTIFICATE_EXPIRED;
        }
        if (any(causes, CertificateNotYetValidException.class)) {
            return TransportFailure.TLS_CERTIFICATE_NOT_YET_VALID;
        }
        if (said(causes, "No subject alternative", "No name matching")) {
            return TransportFailure.TLS_WRONG_HOST;
        }
        // A wrong signature: the company renewed its root under the same name, and the bundle has the old one.
        if (any(causes, CertPathBuilderException.class)
                || any(causes, SignatureException.class)
                || said(causes, "No trusted certificate found", "trustAnchors parameter must be non-empty")) {
            return TransportFailure.TLS_UNKNOWN_CA;
        }
        if (said(causes, "Unsupported or unrecognized SSL message", "Unrecognized SSL message")) {
            return TransportFailure.TLS_NOT_SPOKEN;
        }
        if (said(causes, "protocol_version", "server selected protocol version")) {
            return TransportFailure.TLS_VERSION;
        }
        if (said(causes, CLIENT_CERTIFICATE_REFUSED)) {
            return TransportFailure.TLS_CLIENT_CERTIFICATE_REFUSED;
        }
        return said(causes, "terminated the handshake", "Connection reset", "closed connection")
                ? TransportFailure.CONNECTION_LOST
                : TransportFailure.TLS_HANDSHAKE;
    }
}
