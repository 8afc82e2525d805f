package dev.codexrunner.testkit.pki;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A leaf certificate, its key and the authority that signed it.
 *
 * @param certificate the leaf
 * @param key its private key
 * @param issuer the authority's certificate
 */
public record IssuedCertificate(X509Certificate certificate, PrivateKey key, X509Certificate issuer) {

    private static final char[] NO_PASSWORD = new char[0];

    /** An SSLContext for a server that shows this certificate and asks clients for none. */
    public SSLContext serverContext() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the certificate cannot serve TLS", e);
        }
    }

    /** Leaf and issuer, leaf first, as PEM. */
    public Path writeChain(Path file) throws IOException {
        return PemFiles.write(file, chain());
    }

    /** The private key as an unencrypted PKCS#8 PEM file that only its owner can read. */
    public Path writeKey(Path file) throws IOException {
        return PemFiles.writeKey(file, key);
    }

    private List<X509Certificate> chain() {
        return certificate.equals(issuer) ? List.of(certificate) : List.of(certificate, issuer);
    }

    KeyManager[] keyManagers() throws GeneralSecurityException {
        KeyStore store = KeyStores.empty();
        store.setKeyEntry("leaf", key, NO_PASSWORD, chain().toArray(X509Certificate[]::new));
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, NO_PASSWORD);
        return factory.getKeyManagers();
    }
}
