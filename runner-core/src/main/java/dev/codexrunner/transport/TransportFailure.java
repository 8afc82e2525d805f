package dev.codexrunner.transport;

import dev.codexrunner.failure.FailureKind;
import dev.codexrunner.failure.FailureText;
import dev.codexrunner.failure.FailureWords;

/**
 * What can go wrong between us and a server. The first detail is always the address as {@code host:port}, or the
 * variable's name where a proxy setting is wrong.
 */
public enum TransportFailure implements FailureText {
    UNKNOWN_HOST(
            "The host name of %1$s could not be resolved.",
            "The name server knows no such host, or is out of reach.",
            "Check the spelling of the address, and whether `getent hosts` finds it on this machine; where a proxy is the way out,"
                    + " set HTTPS_PROXY."),
    CONNECTION_REFUSED(
            "The connection to %1$s was refused.",
            "The host answers, but nothing listens on that port, or a firewall rejects it.",
            "Check the port, whether the server runs, and whether this machine may reach it."),
    HOST_UNREACHABLE(
            "There is no route to %1$s.",
            "The network of this machine does not lead there.",
            "Check VPN, routing and firewall, or set HTTPS_PROXY where a proxy is the way out."),
    CONNECT_TIMEOUT(
            "The connection to %1$s was not established in time.",
            "Packets get no answer, as when a firewall drops them.",
            "Check firewall rules, or set HTTPS_PROXY where a proxy is the way out."),
    RESPONSE_TIMEOUT(
            "%1$s accepted the request but did not answer in time.",
            "The server is overloaded or stuck, or a device in between swallowed the answer.",
            "Check the server's state; raise the timeout if it is known to be slow."),
    CONNECTION_LOST(
            "%1$s closed the connection before answering.",
            "The server, a load balancer or a firewall ended it.",
            "Try again; if it persists, look into the logs of the server and of what stands before it."),
    TLS_UNKNOWN_CA(
            "The certificate of %1$s was issued by an authority that is not trusted here.",
            "Neither the roots of the Java runtime nor the CA bundle given lead to its issuer.",
            "Pass the issuing root certificate in PEM form with --ca-bundle (for Vault alone: --vault-ca)."),
    TLS_CERTIFICATE_EXPIRED(
            "The certificate of %1$s, or one of its issuers, has expired.",
            "The server shows it until somebody renews it.",
            "Have the server's certificate renewed; check this machine's clock."),
    TLS_CERTIFICATE_NOT_YET_VALID(
            "The certificate of %1$s, or one of its issuers, is not valid yet.",
            "It was issued for a later date, or this machine's clock is behind.",
            "Check this machine's clock, then the certificate."),
    TLS_WRONG_HOST(
            "The certificate of %1$s was issued for another host name.",
            "Its subject alternative names do not list this one.",
            "Use the name that the certificate carries, or have it issued for this one."),
    TLS_NOT_SPOKEN(
            "%1$s does not speak TLS.",
            "It answered the TLS handshake with something else, as a plain HTTP port does.",
            "Check the port, and whether a proxy must be used to get there."),
    TLS_VERSION(
            "%1$s speaks no version of TLS that is safe.",
            "It offers TLS 1.1 or older, which Java and codex refuse.",
            "Have the server, or the device in between that ends TLS, offer TLS 1.2 or 1.3."),
    TLS_CLIENT_CERTIFICATE_REFUSED(
            "%1$s refused the TLS handshake because of the client certificate.",
            "It wants one and got none, or does not accept the one that it got.",
            "Pass the certificate and key that the server expects (--vault-client-cert, --vault-client-key)."),
    TLS_HANDSHAKE(
            "The TLS handshake with %1$s failed.",
            "Both sides found no common protocol version or cipher suite, or one of them broke it off (%2$s).",
            "Check that the server offers TLS 1.2 or 1.3, whether it asks for a client certificate, and that nothing in"
                    + " between inspects the connection."),
    PROXY_SETTING_MALFORMED(
            "The proxy in %1$s can't be used.",
            "%2$s", "Set it as http://[user:password@]host:port, or unset it.", FailureKind.CONFIG),
    PROXY_UNKNOWN_HOST(
            "The host name of the proxy %2$s, on the way to %1$s, could not be resolved.",
            "The name server knows no such host, or is out of reach.",
            "Check HTTPS_PROXY, or list the target in NO_PROXY where it is reached directly."),
    PROXY_UNREACHABLE(
            "The proxy %2$s, on the way to %1$s, could not be reached.",
            "The connection to the proxy itself was refused or went nowhere.",
            "Check HTTPS_PROXY, or list the target in NO_PROXY where it is reached directly."),
    PROXY_AUTHENTICATION_REQUIRED(
            "The proxy %2$s, on the way to %1$s, asks for credentials (407).",
            "None were given, or it does not accept them.",
            "Put them into HTTPS_PROXY as http://user:password@host:port, special characters percent-encoded."),
    PROXY_REFUSED_CONNECT(
            "The proxy %2$s refused to connect to %1$s (%3$s).",
            "Its rules do not allow that target.",
            "Have the target allowed on the proxy, or list it in NO_PROXY where it is reached directly."),
    PROXY_PAGE(
            "%1$s was answered with a web page (status %2$s) instead of data.",
            "A proxy or gateway in between shows a page of its own, to block the request or to ask for a login.",
            "Have the target allowed on the proxy, or list it in NO_PROXY where it is reached directly."),
    CONNECTION_FAILED(
            "The connection to %1$s failed.",
            "The cause is of an unusual sort: %2$s.",
            "Try again; if it persists, run `codex-runner doctor`, which checks each link of the way."),
    INTERRUPTED(
            "Waiting for %1$s was interrupted.",
            "The run is being cancelled.", "Start the run again.", FailureKind.CANCELLED);

    private final FailureWords words;

    TransportFailure(String what, String why, String fix) {
        this(what, why, fix, FailureKind.CONNECTIVITY);
    }

    TransportFailure(String what, String why, String fix, FailureKind kind) {
        words = new FailureWords(kind, what, why, fix);
    }

    @Override
    public FailureWords words() {
        return words;
    }

    /** Only what {@link RetryReason} names: a certificate does not change by asking again. */
    @Override
    public boolean retryable() {
        return RetryReason.ofFailure(this).isPresent();
    }
}
