package dev.codexrunner.testkit.pki;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * What a leaf certificate shall say.
 *
 * @param subject common name
 * @param hosts DNS names and IP addresses of the subject alternative name; empty for a client certificate
 * @param purpose the extended key usage
 * @param keyKind algorithm of the leaf's own key
 * @param notBefore start of validity
 * @param notAfter end of validity
 */
public record CertificateSpec(
        String subject, List<String> hosts, Purpose purpose, KeyKind keyKind, Instant notBefore, Instant notAfter) {

    /** The extended key usage of a leaf. */
    public enum Purpose {
        SERVER,
        CLIENT
    }

    /** Loopback, under each of its names. */
    public static final List<String> LOOPBACK = List.of("127.0.0.1", "localhost", "::1");

    public CertificateSpec {
        hosts = List.copyOf(hosts);
    }

    /** A server certificate for loopback, valid for the next day. */
    public static CertificateSpec loopbackServer() {
        return new CertificateSpec("localhost", LOOPBACK, Purpose.SERVER, KeyKind.EC, inDays(-1), inDays(1));
    }

    /** A client certificate, valid for the next day. */
    public static CertificateSpec client(String subject) {
        return new CertificateSpec(subject, List.of(), Purpose.CLIENT, KeyKind.EC, inDays(-1), inDays(1));
    }

    public CertificateSpec withHosts(String... names) {
        return new CertificateSpec(names[0], List.of(names), purpose, keyKind, notBefore, notAfter);
    }

    public CertificateSpec withKeyKind(KeyKind kind) {
        return new CertificateSpec(subject, hosts, purpose, kind, notBefore, notAfter);
    }

    public CertificateSpec validBetween(Instant from, Instant until) {
        return new CertificateSpec(subject, hosts, purpose, keyKind, from, until);
    }

    /** The same, but its validity ended yesterday. */
    public CertificateSpec expired() {
        return validBetween(inDays(-10), inDays(-1));
    }

    /** The same, but its validity starts tomorrow. */
    public CertificateSpec notYetValid() {
        return validBetween(inDays(1), inDays(10));
    }

    private static Instant inDays(long days) {
        return Instant.now().plus(days, ChronoUnit.DAYS);
    }
}
