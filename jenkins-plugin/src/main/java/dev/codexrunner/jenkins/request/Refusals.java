package dev.codexrunner.jenkins.request;

import java.util.ArrayList;
import java.util.List;

/** Collects what is refused, so that a job hears all of it at once. */
final class Refusals {

    private static final int LONGEST_VALUE = 120;

    private final List<String> sentences = new ArrayList<>();

    /** @param text key of what is refused, why, and what to do, in full sentences */
    void add(String text, Object... values) {
        sentences.add(Texts.of(text, values));
    }

    /**
     * Refuses a value that the policy does not list.
     *
     * @param what such as {@code sandbox}
     */
    void unless(Permitted permitted, String value, String what) {
        if (!permitted.permits(value)) {
            String name = "Refusals." + what;
            List<String> byDefault = DefaultPolicy.LISTS.getOrDefault(what, List.of());
            String keepsDefault =
                    byDefault.isEmpty() ? "" : Texts.of("Refusals.keepsDefault", String.join(", ", byDefault));
            add(
                    "Refusals.notAllowed",
                    Texts.of(name),
                    quoted(value),
                    permitted.inWords(),
                    Texts.of(name + ".field"),
                    keepsDefault);
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
