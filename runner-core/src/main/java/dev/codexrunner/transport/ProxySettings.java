package dev.codexrunner.transport;

import dev.codexrunner.secret.Secret;
import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which proxy leads where, after the variables that codex understands too: {@code HTTPS_PROXY}, {@code HTTP_PROXY},
 * {@code ALL_PROXY}, {@code NO_PROXY}. Where both spellings are set, upper case wins; an empty one counts as unset.
 *
 * @param https the proxy for https targets
 * @param http the proxy for http targets
 * @param noProxy targets that are reached directly
 */
public record ProxySettings(Optional<ProxyServer> https, Optional<ProxyServer> http, NoProxy noProxy) {

    /** No proxy at all. */
    public static ProxySettings none() {
        return new ProxySettings(Optional.empty(), Optional.empty(), NoProxy.parse(""));
    }

    /** @throws dev.codexrunner.failure.FailureException {@link TransportFailure#PROXY_SETTING_MALFORMED} */
    public static ProxySettings from(Map<String, String> env) {
        Optional<ProxyServer> all = server(env, "ALL_PROXY");
        return new ProxySettings(
                server(env, "HTTPS_PROXY").or(() -> all),
                server(env, "HTTP_PROXY").or(() -> all),
                NoProxy.parse(variable(env, "NO_PROXY").map(Map.Entry::getValue).orElse("")));
    }

    /** The proxy on the way to this target; empty: direct. */
    public Optional<ProxyServer> proxyFor(URI target) {
        if (target.getHost() == null || noProxy.covers(target)) {
            return Optional.empty();
        }
        return "https".equalsIgnoreCase(target.getScheme()) ? https : http;
    }

    /** What the redactor must learn: proxy credentials, as they travel. */
    public List<Secret> secrets() {
        return Stream.of(https, http)
                .flatMap(Optional::stream)
                .flatMap(server -> server.authorization().stream())
                .toList();
    }

    /** For {@link java.net.http.HttpClient}. */
    public ProxySelector selector() {
        return new ProxySelector() {
            @Override
            public List<Proxy> select(URI uri) {
                return List.of(proxyFor(uri).map(ProxyServer::proxy).orElse(Proxy.NO_PROXY));
            }

            @Override
            public void connectFailed(URI uri, SocketAddress address, IOException failure) {
                // The failure reaches the caller of the request, who can name it.
            }
        };
    }

    private static Optional<ProxyServer> server(Map<String, String> env, String name) {
        return variable(env, name).map(entry -> ProxyServer.parse(entry.getKey(), entry.getValue()));
    }

    private static Optional<Map.Entry<String, String>> variable(Map<String, String> env, String name) {
        return Stream.of(name, name.toLowerCase(Locale.ROOT))
                .filter(key -> !env.getOrDefault(key, "").isBlank())
                .map(key -> Map.entry(key, env.getOrDefault(key, "").strip()))
                .findFirst();
    }
}
