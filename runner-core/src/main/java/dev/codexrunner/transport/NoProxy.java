package dev.codexrunner.transport;

import java.net.URI;
import java.util.Arrays;
import java.util.List;

/**
 * The list in {@code NO_PROXY}: host names (subdomains included, as curl and codex's HTTP client have it),
 * {@code .suffix}, {@code *}, {@code host:port}, addresses, and blocks in CIDR form. Loopback is no exception by
 * itself. An entry that makes no sense covers nothing, as everywhere else.
 *
 * @param rules the entries, in their order
 */
public record NoProxy(List<NoProxyRule> rules) {

    public static NoProxy parse(String value) {
        return new NoProxy(Arrays.stream(value.split("[,\\s]+", -1))
                .filter(entry -> !entry.isEmpty())
                .map(NoProxyRule::parse)
                .toList());
    }

    /** Whether this target is reached directly. */
    public boolean covers(URI target) {
        return rules.stream().anyMatch(rule -> rule.covers(target));
    }
}
