package dev.codexrunner.preflight.credentialfile;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code machine HOST login NAME password SECRET}, on one line or several; curl, git and pip read it. */
record Netrc() implements CredentialFormat {

    private static final Pattern PASSWORD =
            Pattern.compile("(?:^|\\s)(?:password|passwd|account)\\s+(?:\"((?:\\\\.|[^\"\\\\]){0,1000}+)\"|(\\S+))");

    @Override
    public List<String> credentials(String text) {
        List<String> found = new ArrayList<>();
        Matcher matcher = PASSWORD.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(2) == null ? matcher.group(1).replaceAll("\\\\(.)", "$1") : matcher.group(2));
        }
        return found;
    }
}
