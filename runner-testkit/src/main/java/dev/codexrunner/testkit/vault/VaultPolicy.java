package dev.codexrunner.testkit.vault;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Paths and what may be done there, in the simplest form of Vault's language.
 *
 * @param rules in their order; any that allows is enough
 */
record VaultPolicy(List<Rule> rules) {

    private static final Pattern RULE =
            Pattern.compile("path\\s+\"([^\"]*)\"\\s*\\{\\s*capabilities\\s*=\\s*\\[([^\\]]*)\\]\\s*}");

    record Rule(String path, String capabilities) {
        boolean covers(String asked) {
            return path.endsWith("*") ? asked.startsWith(path.substring(0, path.length() - 1)) : asked.equals(path);
        }
    }

    static VaultPolicy parse(String text) {
        List<Rule> rules = new ArrayList<>();
        Matcher matcher = RULE.matcher(text);
        while (matcher.find()) {
            rules.add(new Rule(matcher.group(1), matcher.group(2)));
        }
        return new VaultPolicy(List.copyOf(rules));
    }

    boolean allows(String capability, String path) {
        return rules.stream()
                .anyMatch(rule -> rule.covers(path) && rule.capabilities().contains('"' + capability + '"'));
    }

    boolean reachesBelow(String mount) {
        return rules.stream().anyMatch(rule -> rule.path().startsWith(mount));
    }
}
