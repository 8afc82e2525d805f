package dev.codexrunner.config;

import java.util.Locale;
import java.util.regex.Pattern;

/** Shows a value that a user gave: on one line, shortened, and not at all where it looks like a credential. */
public final class Quoted {

    private static final int LONGEST = 60;
    // A token pasted into the wrong setting must not be repeated into the build's log.
    private static final Pattern CREDENTIAL =
            Pattern.compile(".*(at-|sk-|eyJ|hv[sbr]\\.|s\\.|gh[pousr]_|glpat-|-----BEGIN).{12,}.*", Pattern.DOTALL);

    /** A URL's user and password. */
    private static final Pattern USER_INFORMATION = Pattern.compile("//[^/@\\s]*@");

    private Quoted() {}

    static boolean looksLikeCredential(String value) {
        return CREDENTIAL.matcher(value).matches();
    }

    public static String value(String value) {
        if (looksLikeCredential(value)) {
            return "a value that looks like a credential (%d characters, not shown)".formatted(value.length());
        }
        StringBuilder shown = new StringBuilder("\"");
        String withoutUser = USER_INFORMATION.matcher(value).replaceAll("//***@");
        withoutUser.codePoints().limit(LONGEST).forEach(c -> {
            if (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT) {
                shown.append(String.format(Locale.ROOT, "\\u%04x", c));
            } else {
                shown.appendCodePoint(c);
            }
        });
        return shown.append(withoutUser.codePointCount(0, withoutUser.length()) > LONGEST ? "...\"" : "\"")
                .toString();
    }
}
