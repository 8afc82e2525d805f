package dev.codexrunner.jenkins.request;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Addresses of Vault in one spelling, so that two of the same server are equal. */
final class VaultAddress {

    private static final Pattern PATTERN = Pattern.compile("(?i)(https?|\\*\\*?)://([^/?#@\\s]+?)(:[0-9*?]+)?/*");

    private VaultAddress() {}

    /** {@code scheme://host[:port]} in lower case; empty where the address has what could make it seem another one. */
    static Optional<String> origin(String address) {
        try {
            URI uri = new URI(address);
            boolean plain = uri.getHost() != null
                    && uri.getUserInfo() == null
                    && uri.getQuery() == null
                    && uri.getFragment() == null
                    && Set.of("http", "https")
                            .contains(String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT));
            String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
            return plain ? Optional.of(joined(uri.getScheme(), uri.getHost(), port)) : Optional.empty();
        } catch (URISyntaxException malformed) {
            return Optional.empty();
        }
    }

    /** The same for a pattern of the policy; empty where no address could match it. */
    static Optional<String> pattern(String text) {
        Matcher matcher = PATTERN.matcher(text);
        return matcher.matches()
                ? Optional.of(joined(
                        matcher.group(1),
                        matcher.group(2),
                        Given.text(matcher.group(3)).orElse("")))
                : Optional.of(text).filter(any -> any.matches("\\*+"));
    }

    /** An address with its path in one spelling; one that is none as it is. */
    static String normal(String address) {
        return origin(address)
                .map(origin -> origin + URI.create(address).getRawPath().replaceAll("/+$", ""))
                .orElse(address);
    }

    private static String joined(String scheme, String host, String port) {
        String lower = scheme.toLowerCase(Locale.ROOT);
        String usual = lower.equals("https") ? ":443" : ":80";
        return lower + "://" + host.toLowerCase(Locale.ROOT) + (port.equals(usual) ? "" : port);
    }
}
