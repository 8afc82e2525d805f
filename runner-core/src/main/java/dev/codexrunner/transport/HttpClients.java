package dev.codexrunner.transport;

import java.net.http.HttpClient;
import java.time.Duration;
import javax.net.ssl.SSLContext;

/** The one place that makes HTTP clients, so that all of them behave alike. */
public final class HttpClients {

    /**
     * The JDK refuses Basic credentials for a CONNECT unless this property says otherwise, and reads it once, when the
     * first client's class loads. {@link #allowBasicProxyCredentials()} sets it; a starter may pass it with {@code -D}.
     */
    public static final String TUNNELING_DISABLED_SCHEMES = "jdk.http.auth.tunneling.disabledSchemes";

    private HttpClients() {}

    /** Call once, first thing in {@code main}. Leaves a value alone that was set on the command line. */
    public static void allowBasicProxyCredentials() {
        if (System.getProperty(TUNNELING_DISABLED_SCHEMES) == null) {
            System.setProperty(TUNNELING_DISABLED_SCHEMES, "");
        }
    }

    /**
     * A client that follows no redirect (one would carry our headers elsewhere) and speaks HTTP/1.1 (a proxy's answer
     * to CONNECT is then told apart). Make one and keep it: each has a selector thread of its own.
     *
     * @param connectTimeout bound for establishing the connection; give each request its own {@code timeout} as well
     */
    public static HttpClient create(SSLContext sslContext, ProxySettings proxies, Duration connectTimeout) {
        allowBasicProxyCredentials();
        HttpClient client = HttpClient.newBuilder()
                .sslContext(sslContext)
                .proxy(proxies.selector())
                .connectTimeout(connectTimeout)
                .followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
        return proxies.secrets().isEmpty() ? client : new ProxyAuthorizingClient(client, proxies);
    }
}
