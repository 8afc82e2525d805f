package dev.codexrunner.jenkins.masking;

import java.util.Collection;

/** What {@link LineEnds#begun} answers, as it is defined: each beginning of each form is tried. Too slow for a log. */
final class BegunByDefinition {

    private BegunByDefinition() {}

    static int begun(String line, Collection<String> forms) {
        String end = bare(line);
        int longest = 0;
        for (String form : forms) {
            longest = Math.max(longest, begun(end, form));
        }
        if (longest == 0) {
            return 0;
        }
        int from = line.length();
        while (bare(line.substring(from)).length() < longest) {
            from--;
        }
        return line.length() - from;
    }

    private static int begun(String end, String form) {
        for (int length = Math.min(end.length(), form.length() - 1); length > 0; length--) {
            if (end.endsWith(form.substring(0, length))) {
                return length;
            }
        }
        return 0;
    }

    private static String bare(String text) {
        return text.replaceAll("[\\s\"']", "");
    }
}
