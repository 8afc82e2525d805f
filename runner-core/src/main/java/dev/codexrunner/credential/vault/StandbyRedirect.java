package dev.codexrunner.credential.vault;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a standby node's redirect may be followed to. Vault's own clients follow it anywhere, with token and login. Here
 * a secret goes to a host that nobody configured only where the answer can hardly be anything but a standby's: 307 or
 * 308, https, the very same path (a login portal's is another), and the same host or a sibling in its domain, which has
 * to show a certificate that we trust like any other. It is followed once. Pure.
 */
final class StandbyRedirect {

    private StandbyRedirect() {}

    /**
     * The address to repeat the request at, with its method, token and body; empty where it must not be followed.
     *
     * @param asked the address that was answered with the redirect
     * @param location the header's value
     */
    static Optional<URI> target(URI asked, int status, Optional<String> location) {
        return status == 307 || status == 308
                ? location.flatMap(StandbyRedirect::parsed).map(asked::resolve).filter(target -> isSafe(asked, target))
                : Optional.empty();
    }

    private static Optional<URI> parsed(String location) {
        try {
            return Optional.of(new URI(location.strip()));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static boolean isSafe(URI asked, URI target) {
        return "https".equalsIgnoreCase(target.getScheme())
                && target.getHost() != null
                && target.getRawUserInfo() == null
                && target.getRawFragment() == null
                && text(target.getRawPath()).equals(text(asked.getRawPath()))
                && text(target.getRawQuery()).equals(text(asked.getRawQuery()))
                && !target.equals(asked)
                && isNear(
                        asked.getHost().toLowerCase(Locale.ROOT),
                        target.getHost().toLowerCase(Locale.ROOT));
    }

    /** The driver's addresses end with a question mark that no query follows. */
    private static String text(@Nullable String part) {
        return part == null ? "" : part;
    }

    private static boolean isNear(String asked, String target) {
        return asked.equals(target)
                || (!isAddress(asked)
                        && !domain(asked).isEmpty()
                        && domain(asked).equals(domain(target)));
    }

    /** What follows the first label, where that is a domain of at least two labels; else empty. */
    private static String domain(String host) {
        String domain = host.substring(host.indexOf('.') + 1);
        return host.contains(".") && domain.contains(".") ? domain : "";
    }

    private static boolean isAddress(String host) {
        return host.startsWith("[") || host.matches("[0-9.]+");
    }
}
