package dev.codexrunner.preflight.credentialfile;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;

/** {@code gradle.properties}: names are free, and a value may follow after {@code =}, {@code :} or a blank. */
record GradleProperties() implements CredentialFormat {

    private static final Pattern SECRET_NAME =
            Pattern.compile("pass(?:word|wd|phrase)|token|secret|api_?key|signing\\.?key", Pattern.CASE_INSENSITIVE);
    private static final NamedValues WHERE_BROKEN = NamedValues.of("password", "token", "secret");

    @Override
    public boolean holdsCredential(String text) {
        return !new UrlCredentials().credentials(text).isEmpty()
                || properties(text).stringPropertyNames().stream()
                        .anyMatch(name -> SECRET_NAME.matcher(name).find())
                || WHERE_BROKEN.holdsCredential(text);
    }

    @Override
    public List<String> credentials(String text) {
        Properties properties = properties(text);
        List<String> found = new ArrayList<>(WHERE_BROKEN.credentials(text));
        properties.stringPropertyNames().stream()
                .filter(name -> SECRET_NAME.matcher(name).find())
                .map(name -> properties.getProperty(name).strip())
                .filter(value -> !value.isEmpty())
                .forEach(found::add);
        return found.stream().distinct().toList();
    }

    /** As many as there are before the first broken escape. */
    private static Properties properties(String text) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(text));
        } catch (IOException | IllegalArgumentException broken) {
            return properties;
        }
        return properties;
    }
}
