package dev.codexrunner.transport;

import dev.codexrunner.secret.Secret;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/**
 * An HTTP proxy.
 *
 * @param host its name or address, IPv6 without brackets
 * @param port its port
 * @param authorization value of the header Proxy-Authorization, where the URL carried credentials
 */
public record ProxyServer(String host, int port, Optional<Secret> authorization) {

    private static final int MAX_PORT = 65_535;

    /**
     * @param variable where the value comes from, for the failure's text; the value itself may hold a password
     * @throws dev.codexrunner.failure.FailureException {@link TransportFailure#PROXY_SETTING_MALFORMED}
     */
    static ProxyServer parse(String variable, String value) {
        // curl's habit: a bare host:port is an http proxy.
        String url = value.contains("://") ? value : "http://" + value;
        URI uri;
        try {
            uri = new URI(url);
        } catch (URISyntaxException e) {
            throw malformed(
                    variable, "It is not a URL; special characters in user or password must be percent-encoded.");
        }
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("http")) {
            throw malformed(variable, "Only http:// proxies are supported, not " + scheme + "://.");
        }
        if (uri.getHost() == null) {
            throw malformed(variable, "It names no host, or holds characters that must be percent-encoded.");
        }
        if (uri.getPort() == 0 || uri.getPort() > MAX_PORT) {
            throw malformed(variable, "Its port is not between 1 and 65535.");
        }
        int port = uri.getPort() < 0 ? 80 : uri.getPort();
        return new ProxyServer(unbracketed(uri.getHost()), port, authorization(variable, uri.getRawUserInfo()));
    }

    /** As messages show it, without credentials. */
    public String address() {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }

    /** Not resolved yet: the client resolves when it connects, and then a failure can be told apart. */
    Proxy proxy() {
        return new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(host, port));
    }

    private static Optional<Secret> authorization(String variable, @org.jspecify.annotations.Nullable String userInfo) {
        if (userInfo == null || userInfo.isEmpty()) {
            return Optional.empty();
        }
        // URLDecoder is for forms, where + is a space; in user info it is a plus.
        String decoded = URLDecoder.decode(userInfo.replace("+", "%2B"), StandardCharsets.UTF_8);
        String pair = userInfo.contains(":") ? decoded : decoded + ":";
        if (pair.chars().anyMatch(Character::isISOControl)) {
            throw malformed(variable, "Its user or password holds a control character.");
        }
        String basic = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        return Optional.of(Secret.of("proxy-authorization", "Basic " + basic));
    }

    private static String unbracketed(String host) {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    private static RuntimeException malformed(String variable, String why) {
        return TransportFailure.PROXY_SETTING_MALFORMED.with(variable, why).asException();
    }
}
