package dev.codexrunner.preflight.credentialfile;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code NAME = SECRET} or {@code NAME: SECRET} a line, and credentials in URLs: npm, pip, AWS, gh, cargo, Kubernetes.
 *
 * @param line finds them; the value is its first group
 */
record NamedValues(Pattern line) implements CredentialFormat {

    /** @param names regular expressions for the names whose values are credentials; what stands before them is free */
    static NamedValues of(String... names) {
        return new NamedValues(Pattern.compile(
                "^[^\\n#;=]*?(?:" + String.join("|", names) + ")[\"']?\\s*[=:]\\s*[\"']?([^\\s\"'#]+)",
                Pattern.CASE_INSENSITIVE | Pattern.MULTILINE));
    }

    @Override
    public List<String> credentials(String text) {
        List<String> found = new ArrayList<>(new UrlCredentials().credentials(text));
        Matcher matcher = line.matcher(text);
        while (matcher.find()) {
            String value = matcher.group(1);
            // A reference to a variable is no credential.
            if (!value.startsWith("$")) {
                found.addAll(value.length() % 4 == 0 ? BasicAuthentication.of(value) : List.of(value));
            }
        }
        return found;
    }
}
