package dev.codexrunner.preflight.credentialfile;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Passwords of {@code ~/.m2/settings.xml}. Not parsed as XML: a broken file holds its passwords too. */
record MavenSettings() implements CredentialFormat {

    private static final Pattern ELEMENT =
            Pattern.compile("<(password|passphrase|value|token)>([^<]+)</\\1>", Pattern.CASE_INSENSITIVE);

    @Override
    public List<String> credentials(String text) {
        List<String> found = new ArrayList<>(new UrlCredentials().credentials(text));
        Matcher matcher = ELEMENT.matcher(text);
        while (matcher.find()) {
            String written = matcher.group(2).strip();
            if (!written.isEmpty() && !written.startsWith("${")) {
                found.add(written);
                found.add(plain(written));
            }
        }
        return found;
    }

    private static String plain(String written) {
        return written.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&apos;", "'")
                .replace("&amp;", "&");
    }
}
