package dev.codexrunner.preflight.credentialfile;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code https://NAME:SECRET@HOST}, anywhere: git's credential store, a remote's URL, a package index. */
record UrlCredentials() implements CredentialFormat {

    /** The last {@code @} before the path ends the password: curl and git differ where there are two. */
    private static final Pattern USER_INFO = Pattern.compile("://([^\\s/@:\"']*+)(?::([^\\s/\"]*))?@");

    /** A name alone is a credential where it is a token; a shorter one is somebody's name. */
    private static final int SHORTEST_TOKEN = 20;

    @Override
    public List<String> credentials(String text) {
        List<String> found = new ArrayList<>();
        Matcher matcher = USER_INFO.matcher(text);
        while (matcher.find()) {
            String password = matcher.group(2);
            if (password != null && !password.isEmpty()) {
                add(password, found);
                int at = password.indexOf('@');
                if (at > 0) {
                    add(password.substring(0, at), found);
                }
            }
            if (matcher.group(1).length() >= SHORTEST_TOKEN) {
                add(matcher.group(1), found);
            }
        }
        return found.stream().distinct().toList();
    }

    private static void add(String written, List<String> found) {
        found.add(written);
        try {
            found.add(URLDecoder.decode(written.replace("+", "%2B"), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException notEncoded) {
            // As it is written is all there is.
        }
    }
}
