package dev.codexrunner.report.html;

import java.util.Locale;

/** The sorts of steps, in the order of the filter and of the timeline's lanes. */
enum StepKind {
    MESSAGE("Message", "messages"),
    REASONING("Reasoning", "thoughts"),
    COMMAND("Command", "commands"),
    PATCH("Patch", "patches"),
    CALL("Tool call", "tool calls"),
    SEARCH("Search", "searches");

    private final String words;

    private final String several;

    StepKind(String words, String several) {
        this.words = words;
        this.several = several;
    }

    /** More than one of them, within a sentence. */
    String several() {
        return several;
    }

    String words() {
        return words;
    }

    /** The style's name for it. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
