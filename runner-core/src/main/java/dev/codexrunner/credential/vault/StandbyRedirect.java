package dev.codexrunner.credential.vault;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where a standby node's redirect may be followed to. Vault's own clients follow it anywhere, with token and login. Here
 * a secret goes to no host that nobody configured: followed is 307 or 308, by https, to the very same path (a login
 * portal's is another), on the same host at any port, or on one that the user named. A sibling in the same domain is not
 * enough: under a public suffix (co.uk, azurewebsites.net) it is a stranger. It is followed once. Pure.
 */
final class StandbyRedirect {

    private StandbyRedirect() {}

    /**
     * The address to repeat the request at, with its method, token and body; empty where it must not be followed.
     *
     * @param asked the address that was answered with the redirect
     * @param location the header's value
     * @param named hosts where it may lead besides
     */
    static Optional<URI> target(URI asked, int status, Optional<String> location, List<String> named) {
        return status == 307 || status == 308
                ? location.flatMap(StandbyRedirect::parsed)
                        .map(asked::resolve)
                        .filter(target -> isSafe(asked, target, named))
                : Optional.empty();
    }

    private static Optional<URI> parsed(String location) {
        try {
            return Optional.of(new URI(location.strip()));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static boolean isSafe(URI asked, URI target, List<String> named) {
        return "https".equalsIgnoreCase(target.getScheme())
                && target.getHost() != null
                && target.getRawUserInfo() == null
                && target.getRawFragment() == null
                && text(target.getRawPath()).equals(text(asked.getRawPath()))
                && text(target.getRawQuery()).equals(text(asked.getRawQuery()))
                && !target.equals(asked)
                && Stream.concat(Stream.of(asked.getHost()), named.stream())
                        .anyMatch(host -> host.strip().equalsIgnoreCase(target.getHost()));
    }

    /** The driver's addresses end with a question mark that no query follows. */
    private static String text(@Nullable String part) {
        return part == null ? "" : part;
    }
}
