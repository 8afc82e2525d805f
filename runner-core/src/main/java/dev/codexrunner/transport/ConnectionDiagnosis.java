package dev.codexrunner.transport;

import dev.codexrunner.failure.Failure;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;

/** Says in our words what a broken connection was. Pure; the library's own messages stay behind. */
public final class ConnectionDiagnosis {

    private static final Pattern TUNNEL_FAILED = Pattern.compile("Tunnel failed, got: (\\d{3})");
    private static final int MAX_CAUSES = 20;
    private static final int PROXY_AUTHENTICATION_REQUIRED = 407;

    private ConnectionDiagnosis() {}

    /** The failure behind an exception from the HTTP client. */
    public static Failure of(Throwable thrown, URI target, ProxySettings proxies) {
        String address = TargetAddress.of(target);
        String proxy = proxies.proxyFor(target).map(ProxyServer::address).orElse("");
        List<Throwable> causes = causes(thrown);
        Optional<String> tunnelStatus = tunnelStatus(causes);
        if (tunnelStatus.isPresent()) {
            return TransportFailure.PROXY_REFUSED_CONNECT.with(address, proxy, "status " + tunnelStatus.get());
        }
        TransportFailure kind = classify(causes);
        if (!proxy.isEmpty()) {
            kind = onTheWayToTheProxy(kind);
        }
        String detail = kind.name().startsWith("PROXY_")
                ? proxy
                : causes.get(causes.size() - 1).getClass().getSimpleName();
        return kind.with(address, detail);
    }

    /**
     * The failure behind an answer that did not come from the server that was asked; empty where it did.
     *
     * @param contentType the header, or empty
     */
    public static Optional<Failure> ofResponse(int status, String contentType, URI target, ProxySettings proxies) {
        String address = TargetAddress.of(target);
        if (status == PROXY_AUTHENTICATION_REQUIRED) {
            String proxy = proxies.proxyFor(target).map(ProxyServer::address).orElse("(not configured here)");
            return Optional.of(TransportFailure.PROXY_AUTHENTICATION_REQUIRED.with(address, proxy));
        }
        if (contentType.regionMatches(true, 0, "text/html", 0, "text/html".length())) {
            return Optional.of(TransportFailure.PROXY_PAGE.with(address, status));
        }
        return Optional.empty();
    }

    private static TransportFailure classify(List<Throwable> causes) {
        if (any(causes, UnknownHostException.class) || any(causes, UnresolvedAddressException.class)) {
            return TransportFailure.UNKNOWN_HOST;
        }
        if (any(causes, HttpConnectTimeoutException.class)) {
            return TransportFailure.CONNECT_TIMEOUT;
        }
        if (any(causes, HttpTimeoutException.class)) {
            return TransportFailure.RESPONSE_TIMEOUT;
        }
        if (any(causes, NoRouteToHostException.class) || said(causes, "Network is unreachable")) {
            return TransportFailure.HOST_UNREACHABLE;
        }
        if (any(causes, SSLException.class)) {
            return TlsDiagnosis.of(causes);
        }
        if (said(causes, "Connection timed out")) {
            return TransportFailure.CONNECT_TIMEOUT;
        }
        if (any(causes, ConnectException.class)) {
            return TransportFailure.CONNECTION_REFUSED;
        }
        return said(
                        causes,
                        "no bytes",
                        "reset",
                        "EOF",
                        "Broken pipe",
                        "closed",
                        "fixed content-length",
                        "chunked transfer encoding")
                ? TransportFailure.CONNECTION_LOST
                : TransportFailure.CONNECTION_FAILED;
    }

    /** With a proxy the TCP connection is the one to the proxy. */
    private static TransportFailure onTheWayToTheProxy(TransportFailure kind) {
        return switch (kind) {
            case UNKNOWN_HOST -> TransportFailure.PROXY_UNKNOWN_HOST;
            case CONNECTION_REFUSED, HOST_UNREACHABLE, CONNECT_TIMEOUT -> TransportFailure.PROXY_UNREACHABLE;
            default -> kind;
        };
    }

    private static Optional<String> tunnelStatus(List<Throwable> causes) {
        return causes.stream()
                .map(cause -> TUNNEL_FAILED.matcher(String.valueOf(cause.getMessage())))
                .filter(Matcher::find)
                .map(matcher -> matcher.group(1))
                .findFirst();
    }

    static boolean any(List<Throwable> causes, Class<? extends Throwable> type) {
        return causes.stream().anyMatch(type::isInstance);
    }

    static boolean said(List<Throwable> causes, String... words) {
        return causes.stream().map(cause -> String.valueOf(cause.getMessage())).anyMatch(message -> {
            for (String word : words) {
                if (message.contains(word)) {
                    return true;
                }
            }
            return false;
        });
    }

    private static List<Throwable> causes(Throwable thrown) {
        List<Throwable> causes = new ArrayList<>();
        Throwable current = thrown;
        // Bounded, since a cause may lead back to where it came from.
        while (current != null && causes.size() < MAX_CAUSES) {
            causes.add(current);
            current = current.getCause();
        }
        return causes;
    }
}
