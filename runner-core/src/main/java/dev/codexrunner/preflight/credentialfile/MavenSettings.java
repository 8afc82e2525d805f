package dev.codexrunner.preflight.credentialfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Passwords of {@code ~/.m2/settings.xml}, and the headers of a server's configuration. A value elsewhere is that of a
 * property: {@code production}.
 */
record MavenSettings() implements CredentialFormat {

    private static final Set<String> SECRETS = Set.of("password", "passphrase", "token");
    private static final Set<String> ELEMENTS = Set.of("password", "passphrase", "token", "value");
    private static final List<String> AROUND_HEADERS = List.of("server", "configuration", "property");

    @Override
    public boolean holdsCredential(String text) {
        return !new UrlCredentials().credentials(text).isEmpty()
                || XmlText.elements(text, ELEMENTS).stream().anyMatch(MavenSettings::isSecret);
    }

    @Override
    public List<String> credentials(String text) {
        List<String> found = new ArrayList<>(new UrlCredentials().credentials(text));
        XmlText.elements(text, ELEMENTS).stream()
                .filter(MavenSettings::isSecret)
                .filter(element ->
                        !(element.meant().startsWith("${") && element.meant().endsWith("}")))
                .forEach(element -> found.addAll(List.of(element.written(), element.meant())));
        return found.stream().filter(value -> !value.isBlank()).distinct().toList();
    }

    private static boolean isSecret(XmlText.Element element) {
        List<String> path = element.path();
        return SECRETS.contains(path.get(path.size() - 1)) || path.containsAll(AROUND_HEADERS);
    }
}
