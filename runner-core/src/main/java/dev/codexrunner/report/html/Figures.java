package dev.codexrunner.report.html;

import dev.codexrunner.report.Elapsed;
import java.util.Locale;
import java.util.OptionalLong;

/** Numbers and times as the page shows them. */
final class Figures {

    private Figures() {}

    /** How long after the run's beginning; empty where nobody knows. */
    static String at(OptionalLong millis) {
        return millis.isPresent() ? "+" + Elapsed.ofMillis(millis.getAsLong()) : "";
    }

    static String took(OptionalLong millis) {
        return millis.isPresent() ? Elapsed.ofMillis(millis.getAsLong()) : "";
    }

    static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }
}
