package dev.codexrunner.preflight.credentialfile;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A header that authorises, as actions/checkout leaves it ({@code extraheader = AUTHORIZATION: basic ...}), and
 * credentials in URLs.
 */
record GitConfig() implements CredentialFormat {

    private static final Pattern EXTRA_HEADER = Pattern.compile(
            "extraheader\\s*=\\s*\"?\\s*(?:proxy-)?[\\w-]{0,64}(?:authorization|token|key|cookie)[\\w-]{0,64}\\s*:\\s*([^\"\\r\\n]+)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SCHEME = Pattern.compile("(basic|bearer|token)\\s+(\\S+)", Pattern.CASE_INSENSITIVE);

    @Override
    public List<String> credentials(String text) {
        List<String> found = new ArrayList<>(new UrlCredentials().credentials(text));
        Matcher header = EXTRA_HEADER.matcher(text);
        while (header.find()) {
            String value = header.group(1).strip();
            Matcher scheme = SCHEME.matcher(value);
            if (!scheme.lookingAt()) {
                found.add(value);
            } else if (scheme.group(1).equalsIgnoreCase("basic")) {
                found.addAll(BasicAuthentication.of(scheme.group(2)));
            } else {
                found.add(scheme.group(2));
            }
        }
        return found;
    }
}
