package dev.codexrunner.changes;

import java.util.regex.Pattern;

/**
 * A pattern for whole paths, as in GitHub's path filters: {@code *} and {@code ?} stay within a name, <code>**</code>
 * crosses folders, a pattern that ends with {@code /} or <code>/**</code> means the folder and all below it, and
 * <code>{a,b}</code> is one of both. <code>**&#47;x</code> is {@code x} at any depth. Everything else is literal.
 */
public final class PathGlob {

    private final String text;
    private final Pattern pattern;

    private PathGlob(String text, int flags) {
        this.text = text;
        this.pattern = Pattern.compile(regex(text), Pattern.DOTALL | flags);
    }

    public static PathGlob of(String text) {
        return new PathGlob(text, 0);
    }

    /** For names that some file systems and tools take in any case. */
    static PathGlob inAnyCase(String text) {
        return new PathGlob(text, Pattern.CASE_INSENSITIVE);
    }

    /** @param path with {@code /} between its names */
    public boolean matches(String path) {
        return pattern.matcher(path).matches();
    }

    static String regex(String glob) {
        String rest = glob.startsWith("./") ? glob.substring(2) : glob;
        StringBuilder regex = new StringBuilder();
        int depth = 0;
        for (int i = 0; i < rest.length(); i++) {
            char c = rest.charAt(i);
            boolean nameBegins = i == 0 || rest.charAt(i - 1) == '/';
            if (nameBegins && rest.startsWith("**/", i)) {
                regex.append("(?:.*/)?");
                i += 2;
            } else if (c == '/' && (i == rest.length() - 1 || rest.substring(i).equals("/**"))) {
                regex.append("(?:/.*)?");
                break;
            } else if (c == '*') {
                boolean crossing = rest.startsWith("**", i);
                regex.append(crossing ? ".*" : "[^/]*");
                i += crossing ? 1 : 0;
            } else if (c == '?') {
                regex.append("[^/]");
            } else if (c == '{' && rest.indexOf('}', i) > 0) {
                regex.append("(?:");
                depth++;
            } else if (c == '}' && depth > 0) {
                regex.append(')');
                depth--;
            } else if (c == ',' && depth > 0) {
                regex.append('|');
            } else {
                regex.append(Pattern.quote(String.valueOf(c)));
            }
        }
        return regex.append(")".repeat(depth)).toString();
    }

    @Override
    public String toString() {
        return text;
    }
}
