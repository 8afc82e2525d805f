package dev.codexrunner.jenkins.request;

import java.util.ArrayList;
import java.util.List;

/** Collects what is refused, so that a job hears all of it at once. */
final class Refusals {

    private static final int LONGEST_VALUE = 120;

    private final List<String> sentences = new ArrayList<>();

    /** @param what what is refused, why, and what to do, in full sentences */
    void add(String what) {
        sentences.add(what);
    }

    /** Refuses a value that the policy does not list. */
    void unless(Permitted permitted, String value, String what, String policyField) {
        if (!permitted.permits(value)) {
            add("The " + what + " " + quoted(value) + " is not allowed here: the policy allows " + permitted.inWords()
                    + ". Choose one of these, or let an administrator add it to " + policyField
                    + " in the configuration of codex-runner.");
        }
    }

    List<String> all() {
        return List.copyOf(sentences);
    }

    /** Short, and on one line. */
    static String quoted(String value) {
        String shown = value.length() > LONGEST_VALUE ? value.substring(0, LONGEST_VALUE) + "..." : value;
        return "\"" + shown.replaceAll("\\p{Cntrl}", "?") + "\"";
    }
}
