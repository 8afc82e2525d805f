package dev.codexrunner.preflight.credentialfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An extra header, as actions/checkout leaves it ({@code extraheader = AUTHORIZATION: basic ...}), whatever its name:
 * nobody adds one but to authorise. Also passwords of their own, and credentials in URLs.
 */
record GitConfig() implements CredentialFormat {

    private static final Set<String> PASSWORDS = Set.of("pass", "password", "smtppass", "token");
    private static final Pattern SCHEME = Pattern.compile("(basic|bearer|token)\\s++(\\S++)", Pattern.CASE_INSENSITIVE);
    private static final NamedValues IN_SHELL = NamedValues.of("password");

    @Override
    public List<String> credentials(String text) {
        UrlCredentials urls = new UrlCredentials();
        List<String> found = new ArrayList<>(urls.credentials(text));
        List<GitConfigEntry> entries = GitConfigText.entries(text);
        entries.stream()
                .flatMap(entry -> entry.subsection().stream())
                .distinct()
                .map(urls::credentials)
                .forEach(found::addAll);
        for (GitConfigEntry entry : entries) {
            String value = entry.value().orElse("").strip();
            if (entry.key().equals("extraheader")) {
                found.addAll(ofHeader(value));
            } else if (PASSWORDS.contains(entry.key())) {
                found.add(value);
            } else if (entry.section().equals("credential") && value.startsWith("!")) {
                // A helper in a line of shell; what it takes from a variable is not here.
                IN_SHELL.credentials(value).stream()
                        .filter(password -> !password.contains("$"))
                        .forEach(found::add);
            } else {
                found.addAll(urls.credentials(value));
            }
        }
        return found.stream().filter(value -> !value.isBlank()).distinct().toList();
    }

    private static List<String> ofHeader(String header) {
        String value = header.substring(header.indexOf(':') + 1).strip();
        Matcher scheme = SCHEME.matcher(value);
        if (!scheme.lookingAt()) {
            return List.of(value.isEmpty() ? header : value);
        }
        return scheme.group(1).equalsIgnoreCase("basic")
                ? BasicAuthentication.of(scheme.group(2))
                : List.of(scheme.group(2));
    }
}
