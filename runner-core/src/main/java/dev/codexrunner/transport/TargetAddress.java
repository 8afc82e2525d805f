package dev.codexrunner.transport;

import java.net.URI;

/** How messages name a target: {@code host:port}, never path or query, which can carry a secret. */
final class TargetAddress {

    private TargetAddress() {}

    static String of(URI target) {
        return (target.getHost() == null ? "(no host)" : target.getHost()) + ":" + port(target);
    }

    static int port(URI target) {
        if (target.getPort() >= 0) {
            return target.getPort();
        }
        return "http".equalsIgnoreCase(target.getScheme()) ? 80 : 443;
    }
}
