package dev.codexrunner.preflight.credentialfile;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * {@code NAME = SECRET} or {@code NAME: SECRET}, and credentials in URLs: npm, pip, AWS, gh, Kubernetes (YAML or JSON).
 *
 * @param name finds a name with what parts it from its value
 */
record NamedValues(Pattern name) implements CredentialFormat {

    private static final Predicate<String> REFERENCE =
            Pattern.compile("\\$\\{[^{}]*+}[\"',;}\\]]*+").asMatchPredicate();
    private static final Pattern COMMENT = Pattern.compile("[ \t][#;]");
    private static final Pattern WORD = Pattern.compile("\\S++");
    private static final Pattern ENDS = Pattern.compile("^[\"']|(?<![\"',;}\\]])[\"',;}\\]]++$");

    /** @param names regular expressions for the names whose values are credentials; what stands before them is free */
    static NamedValues of(String... names) {
        return new NamedValues(Pattern.compile(
                "(?:" + String.join("|", names) + ")[\"']?[ \t]*+[=:][ \t]*+", Pattern.CASE_INSENSITIVE));
    }

    @Override
    public boolean holdsCredential(String text) {
        return !new UrlCredentials().credentials(text).isEmpty()
                || lines(text).anyMatch(line -> name.matcher(line).find());
    }

    @Override
    public List<String> credentials(String text) {
        Set<String> found = new LinkedHashSet<>(new UrlCredentials().credentials(text));
        lines(text).forEach(line -> ofLine(line, found));
        return found.stream()
                // A reference to a variable is no credential.
                .filter(value -> !REFERENCE.test(value))
                .flatMap(value -> BasicAuthentication.of(value).stream())
                .filter(value -> !value.isBlank())
                .distinct()
                .toList();
    }

    /** Without comments. */
    private static Stream<String> lines(String text) {
        return text.lines().map(String::strip).filter(line -> !line.startsWith("#") && !line.startsWith(";"));
    }

    private void ofLine(String line, Set<String> found) {
        Matcher matcher = name.matcher(line);
        boolean first = true;
        for (int from = 0; matcher.find(from); ) {
            int start = matcher.end();
            int quote = start < line.length() && "\"'".indexOf(line.charAt(start)) >= 0 ? closing(line, start) : -1;
            if (quote > 0) {
                String quoted = line.substring(start + 1, quote);
                found.addAll(List.of(quoted, unescaped(quoted)));
                from = quote;
            } else {
                // Nobody knows whether "abc#rest, x" ends at the "#", the comma, the blank or not at all.
                Matcher word = WORD.matcher(line).region(start, line.length());
                from = start;
                if (word.lookingAt()) {
                    found.add(word.group());
                    if (!REFERENCE.test(word.group())) {
                        found.add(ENDS.matcher(word.group()).replaceAll(""));
                    }
                    from = word.end();
                }
                if (first) {
                    // Once only: a line may be as long as the file.
                    String rest = line.substring(start);
                    found.addAll(List.of(rest, COMMENT.split(rest, 2)[0].strip()));
                    first = false;
                }
            }
        }
    }

    /** Where the quoted text ends; -1 where it doesn't. */
    private static int closing(String line, int opening) {
        char quote = line.charAt(opening);
        for (int at = opening + 1; at < line.length(); at++) {
            if (line.charAt(at) == '\\') {
                at++;
            } else if (line.charAt(at) == quote) {
                return at;
            }
        }
        return -1;
    }

    private static String unescaped(String quoted) {
        return quoted.replace("\\n", "\n").replaceAll("\\\\(.)", "$1");
    }
}
