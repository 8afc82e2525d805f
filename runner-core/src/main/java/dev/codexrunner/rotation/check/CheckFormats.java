package dev.codexrunner.rotation.check;

import java.util.List;
import java.util.Optional;

/** The one place where formats register: a new one is a class and a line. */
public final class CheckFormats {

    private CheckFormats() {}

    /** All of them; those with a file are written in this order. */
    public static List<CheckFormat> all() {
        return List.of(new CheckText(), new CheckJson(), new CheckMetrics(), new CheckJunit(), new CheckMarkdown());
    }

    /** What standard output shows. */
    public static String printed(CheckDocument document, boolean json) {
        CheckFormat format = json ? new CheckJson() : new CheckText();
        return format.render(document, Optional.empty());
    }
}
