package dev.codexrunner.testkit.vault;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Paths and what may be done there, in the simplest form of Vault's language. As in Vault the path that fits best
 * decides alone, an exact one before any with a star, and a {@code deny} beats what else is said of that path.
 *
 * @param rules in any order
 */
record VaultPolicy(List<Rule> rules) {

    private static final Pattern COMMENT = Pattern.compile("(?m)^\\s*#.*$");
    private static final Pattern RULE =
            Pattern.compile("path\\s+\"([^\"]*)\"\\s*\\{\\s*capabilities\\s*=\\s*\\[([^\\]]*)\\]\\s*}");

    record Rule(String path, String capabilities) {
        boolean covers(String asked) {
            return path.endsWith("*") ? asked.startsWith(path.substring(0, path.length() - 1)) : asked.equals(path);
        }

        boolean names(String capability) {
            return capabilities.contains('"' + capability + '"');
        }

        private int fit() {
            return path.endsWith("*") ? path.length() : Integer.MAX_VALUE;
        }
    }

    static VaultPolicy parse(String text) {
        List<Rule> rules = new ArrayList<>();
        Matcher matcher = RULE.matcher(COMMENT.matcher(text).replaceAll(""));
        while (matcher.find()) {
            rules.add(new Rule(matcher.group(1), matcher.group(2)));
        }
        return new VaultPolicy(List.copyOf(rules));
    }

    /** All of them together, as a token holds them. */
    static VaultPolicy merged(Collection<VaultPolicy> policies) {
        return new VaultPolicy(
                policies.stream().flatMap(policy -> policy.rules().stream()).toList());
    }

    boolean allows(String capability, String path) {
        Optional<Rule> best = rules.stream().filter(rule -> rule.covers(path)).max(Comparator.comparingInt(Rule::fit));
        List<Rule> deciding = rules.stream()
                .filter(rule ->
                        best.isPresent() && rule.path().equals(best.get().path()))
                .toList();
        return deciding.stream().anyMatch(rule -> rule.names(capability))
                && deciding.stream().noneMatch(rule -> rule.names("deny"));
    }

    /** Whether what the policy "default" grants everybody is taken back here. */
    boolean denies(String path) {
        return rules.stream().anyMatch(rule -> rule.covers(path) && rule.names("deny"));
    }

    boolean reachesBelow(String mount) {
        return rules.stream().anyMatch(rule -> rule.path().startsWith(mount));
    }
}
