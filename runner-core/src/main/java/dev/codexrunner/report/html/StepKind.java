package dev.codexrunner.report.html;

import java.util.Locale;

/** The sorts of steps, in the order of the filter and of the timeline's lanes. */
enum StepKind {
    MESSAGE("Message"),
    REASONING("Reasoning"),
    COMMAND("Command"),
    PATCH("Patch"),
    CALL("Tool call"),
    SEARCH("Search");

    private final String words;

    StepKind(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    /** The style's name for it. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
