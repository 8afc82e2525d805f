package dev.codexrunner.testkit.pki;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;

/** A certificate authority of a made-up company. Thread-safe. */
public final class PrivateCa {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final X509Certificate certificate;
    private final PrivateKey key;
    private final KeyKind keyKind;

    private PrivateCa(X509Certificate certificate, PrivateKey key, KeyKind keyKind) {
        this.certificate = certificate;
        this.key = key;
        this.keyKind = keyKind;
    }

    /** An authority with an EC key, valid for the next ten days. */
    public static PrivateCa create() {
        return create("Example Corp Root CA", KeyKind.EC, inDays(-1), inDays(10));
    }

    /**
     * An authority as asked for; one that has expired is possible.
     *
     * @param name common name, without special characters
     */
    public static PrivateCa create(String name, KeyKind kind, Instant notBefore, Instant notAfter) {
        KeyPair pair = kind.generate();
        X500Name subject = new X500Name("CN=" + name);
        X509Certificate certificate =
                sign(subject, subject, pair.getPublic(), pair, kind, notBefore, notAfter, builder -> {
                    builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
                    builder.addExtension(
                            Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
                    builder.addExtension(
                            Extension.subjectKeyIdentifier,
                            false,
                            extensions().createSubjectKeyIdentifier(pair.getPublic()));
                });
        return new PrivateCa(certificate, pair.getPrivate(), kind);
    }

    /** The authority's own certificate. */
    public X509Certificate certificate() {
        return certificate;
    }

    /** A server certificate for loopback that verifies. */
    public IssuedCertificate issueServer() {
        return issue(CertificateSpec.loopbackServer());
    }

    /** Issues a leaf; nothing in the spec is checked, so that wrong ones can be made. */
    public IssuedCertificate issue(CertificateSpec spec) {
        KeyPair leaf = spec.keyKind().generate();
        X509Certificate signed = sign(
                X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded()),
                new X500Name("CN=" + spec.subject()),
                leaf.getPublic(),
                new KeyPair(certificate.getPublicKey(), key),
                keyKind,
                spec.notBefore(),
                spec.notAfter(),
                builder -> {
                    builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
                    builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
                    builder.addExtension(
                            Extension.authorityKeyIdentifier,
                            false,
                            extensions().createAuthorityKeyIdentifier(certificate));
                    builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purposeOf(spec)));
                    if (!spec.hosts().isEmpty()) {
                        builder.addExtension(Extension.subjectAlternativeName, false, namesOf(spec));
                    }
                });
        return new IssuedCertificate(signed, leaf.getPrivate(), /* issuer= */ certificate);
    }

    /** The authority's own, self-signed certificate, for a server to show in place of one that it issued. */
    public IssuedCertificate selfSigned() {
        return new IssuedCertificate(certificate, key, /* issuer= */ certificate);
    }

    /** Writes the authority's certificate as a PEM bundle of one. */
    public Path writeBundle(Path file) throws IOException {
        return PemFiles.write(file, List.of(certificate));
    }

    /** A revocation list with one entry, as a PEM block. */
    public String crl() {
        try {
            Date now = Date.from(Instant.now());
            JcaX509v2CRLBuilder builder = new JcaX509v2CRLBuilder(certificate.getSubjectX500Principal(), now);
            builder.setNextUpdate(Date.from(inDays(1)));
            builder.addCRLEntry(BigInteger.TWO, now, CRLReason.keyCompromise);
            return PemFiles.block(
                    "X509 CRL", builder.build(signer(keyKind, key)).getEncoded());
        } catch (IOException | OperatorCreationException e) {
            throw new IllegalStateException("the revocation list could not be signed", e);
        }
    }

    /** An SSLContext for a client that trusts this authority and nothing else. */
    public SSLContext clientContext() {
        return context(null);
    }

    /** As {@link #clientContext()}, showing a client certificate. */
    public SSLContext clientContext(IssuedCertificate client) {
        try {
            return context(client.keyManagers());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the client certificate cannot be used for TLS", e);
        }
    }

    /** An SSLContext for a server that trusts client certificates of this authority. */
    public SSLContext serverContextTrustingClients(IssuedCertificate server) {
        return clientContext(server);
    }

    private SSLContext context(KeyManager @Nullable [] keys) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys, KeyStores.trusting(certificate), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JVM has no TLS", e);
        }
    }

    private interface Extensions {
        void addTo(JcaX509v3CertificateBuilder builder) throws CertIOException, GeneralSecurityException;
    }

    private static X509Certificate sign(
            X500Name issuer,
            X500Name subject,
            PublicKey publicKey,
            KeyPair authority,
            KeyKind authorityKind,
            Instant notBefore,
            Instant notAfter,
            Extensions extensions) {
        try {
            JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                    issuer, new BigInteger(120, RANDOM), Date.from(notBefore), Date.from(notAfter), subject, publicKey);
            extensions.addTo(builder);
            return new JcaX509CertificateConverter()
                    .getCertificate(builder.build(signer(authorityKind, authority.getPrivate())));
        } catch (IOException | GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException("the certificate for " + subject + " could not be signed", e);
        }
    }

    private static ContentSigner signer(KeyKind kind, PrivateKey key) throws OperatorCreationException {
        return new JcaContentSignerBuilder(kind.signatureAlgorithm()).build(key);
    }

    private static JcaX509ExtensionUtils extensions() throws GeneralSecurityException {
        return new JcaX509ExtensionUtils();
    }

    private static KeyPurposeId purposeOf(CertificateSpec spec) {
        return switch (spec.purpose()) {
            case SERVER -> KeyPurposeId.id_kp_serverAuth;
            case CLIENT -> KeyPurposeId.id_kp_clientAuth;
        };
    }

    private static GeneralNames namesOf(CertificateSpec spec) {
        return new GeneralNames(spec.hosts().stream()
                .map(host -> new GeneralName(isAddress(host) ? GeneralName.iPAddress : GeneralName.dNSName, host))
                .toArray(GeneralName[]::new));
    }

    private static boolean isAddress(String host) {
        return host.contains(":") || host.matches("[0-9.]+");
    }

    private static Instant inDays(long days) {
        return Instant.now().plus(days, ChronoUnit.DAYS);
    }
}
