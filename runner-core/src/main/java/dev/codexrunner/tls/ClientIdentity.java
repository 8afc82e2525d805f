package dev.codexrunner.tls;

import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A client's certificate chain and private key, for servers that ask for one. */
public final class ClientIdentity {

    private final List<X509Certificate> chain;
    private final PrivateKey key;

    private ClientIdentity(List<X509Certificate> chain, PrivateKey key) {
        this.chain = List.copyOf(chain);
        this.key = key;
    }

    /**
     * @param chainFile PEM: the client's own certificate first, then its intermediates
     * @param keyFile PEM: the private key in PKCS#8 form, RSA or EC; may be the same file
     * @throws dev.codexrunner.failure.FailureException one of {@link TlsFailure}, {@code CLIENT_*}
     */
    public static ClientIdentity read(Path chainFile, Path keyFile, Clock clock) {
        List<X509Certificate> chain = new ArrayList<>();
        for (PemBlock block : ClientFile.blocks(chainFile)) {
            if (block.isCertificate()) {
                chain.add(Certificates.of(block)
                        .orElseThrow(() -> TlsFailure.CLIENT_FILE_UNREADABLE
                                .with(chainFile, "The block at line " + block.line() + " is no X.509 certificate.")
                                .asException()));
            }
        }
        if (chain.isEmpty()) {
            throw TlsFailure.CLIENT_CERTIFICATE_MISSING.with(chainFile).asException();
        }
        PrivateKey key = PrivateKeys.read(keyFile, ClientFile.blocks(keyFile));
        X509Certificate own = chain.get(0);
        if (!PrivateKeys.belongTogether(key, own.getPublicKey())) {
            throw TlsFailure.CLIENT_KEY_MISMATCH.with(keyFile, chainFile).asException();
        }
        requireValid(chainFile, own, clock.instant());
        return new ClientIdentity(chain, key);
    }

    private static void requireValid(Path file, X509Certificate own, Instant now) {
        Instant begin = own.getNotBefore().toInstant();
        Instant end = own.getNotAfter().toInstant();
        if (now.isBefore(begin) || now.isAfter(end)) {
            throw TlsFailure.CLIENT_CERTIFICATE_EXPIRED.with(file, begin, end).asException();
        }
    }

    List<X509Certificate> chain() {
        return chain;
    }

    PrivateKey key() {
        return key;
    }

    /** Names the certificate, never the key. */
    @Override
    public String toString() {
        return "ClientIdentity[" + Certificates.nameOf(chain.get(0)) + "]";
    }
}
