package dev.codexrunner.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Addresses of servers, and whether they may be spoken to without TLS. */
final class Addresses {

    private static final Set<String> SCHEMES = Set.of("https", "http");
    // Literals only: a name such as localhost.example.com proves nothing, and no lookup is made here.
    private static final Pattern LOOPBACK =
            Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]|\\[0:0:0:0:0:0:0:1]", Pattern.CASE_INSENSITIVE);

    private Addresses() {}

    /** An absolute http or https address with a host and without user, query or fragment; else empty. */
    static Optional<URI> parse(String text) {
        try {
            URI uri = new URI(text);
            boolean usable = uri.getScheme() != null
                    && SCHEMES.contains(uri.getScheme().toLowerCase(Locale.ROOT))
                    && uri.getHost() != null
                    && uri.getUserInfo() == null
                    && uri.getQuery() == null
                    && uri.getFragment() == null;
            return usable ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException malformed) {
            return Optional.empty();
        }
    }

    /** Whether a secret may travel to this address: over TLS, or without leaving the machine. */
    static boolean keepsSecrets(URI address) {
        return "https".equalsIgnoreCase(address.getScheme())
                || (address.getHost() != null
                        && LOOPBACK.matcher(address.getHost()).matches());
    }
}
