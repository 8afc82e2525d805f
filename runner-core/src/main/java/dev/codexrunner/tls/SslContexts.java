package dev.codexrunner.tls;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** Makes the SSL contexts of our own connections. Codex gets the bundle as a file instead. */
public final class SslContexts {

    private SslContexts() {}

    /**
     * Trusts the Java runtime's roots and, where given, the company's: the common case, where some servers are public
     * and some not.
     *
     * @throws dev.codexrunner.failure.FailureException {@link TlsFailure#CONTEXT_NOT_MADE}
     */
    public static SSLContext create(Optional<CaBundle> bundle, Optional<ClientIdentity> identity) {
        try {
            List<X509Certificate> anchors = new ArrayList<>(runtimeRoots());
            bundle.ifPresent(given -> anchors.addAll(given.certificates()));
            return context(anchors, identity);
        } catch (GeneralSecurityException | IOException e) {
            throw notMade(e);
        }
    }

    /**
     * Trusts the bundle and nothing else, as {@code VAULT_CACERT} has it: a public authority can't vouch for Vault then.
     *
     * @throws dev.codexrunner.failure.FailureException {@link TlsFailure#CONTEXT_NOT_MADE}
     */
    public static SSLContext trustingOnly(CaBundle bundle, Optional<ClientIdentity> identity) {
        try {
            return context(bundle.certificates(), identity);
        } catch (GeneralSecurityException | IOException e) {
            throw notMade(e);
        }
    }

    private static SSLContext context(List<X509Certificate> anchors, Optional<ClientIdentity> identity)
            throws GeneralSecurityException, IOException {
        KeyStore trusted = emptyStore();
        for (int i = 0; i < anchors.size(); i++) {
            trusted.setCertificateEntry("ca-" + i, anchors.get(i));
        }
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keyManagers(identity), trustManagers(trusted), null);
        return context;
    }

    private static KeyManager[] keyManagers(Optional<ClientIdentity> identity)
            throws GeneralSecurityException, IOException {
        if (identity.isEmpty()) {
            return new KeyManager[0];
        }
        KeyStore keys = emptyStore();
        X509Certificate[] chain = identity.get().chain().toArray(X509Certificate[]::new);
        keys.setKeyEntry("client", identity.get().key(), new char[0], chain);
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(keys, new char[0]);
        return factory.getKeyManagers();
    }

    private static TrustManager[] trustManagers(@org.jspecify.annotations.Nullable KeyStore trusted)
            throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(trusted);
        return factory.getTrustManagers();
    }

    /** What the JDK trusts by itself: cacerts, or what {@code javax.net.ssl.trustStore} names. */
    private static List<X509Certificate> runtimeRoots() throws GeneralSecurityException {
        for (TrustManager manager : trustManagers(null)) {
            if (manager instanceof X509TrustManager x509) {
                return List.of(x509.getAcceptedIssuers());
            }
        }
        return List.of();
    }

    private static KeyStore emptyStore() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    private static RuntimeException notMade(Exception cause) {
        return TlsFailure.CONTEXT_NOT_MADE
                .with(cause.getClass().getSimpleName())
                .asException();
    }
}
