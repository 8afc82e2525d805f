package dev.codexrunner.report;

import java.io.IOException;
import java.io.Writer;

/** One way to show a report, in a file of its own. A pure function of the redacted report. */
public interface ReportFormat {

    /** Name of the file in the report folder. */
    String fileName();

    /**
     * Whether the rendered text goes through the redactor once more. Rendering takes escape sequences and invisible
     * characters out, and can so put a secret together that was in pieces before.
     */
    default boolean isRedactedAgain() {
        return true;
    }

    /** Whether a run has what this shows; where it hasn't, there is no such file. */
    default boolean appliesTo(RunReport redacted) {
        return true;
    }

    /** Whether the text is JSON, or lines of it: masks then go into its values, never across a quote. */
    default boolean isJson() {
        return false;
    }

    /** The file's text. Asked for only where {@link #appliesTo} says so. */
    String render(RunReport redacted);

    /** The same, piece by piece where it may be long: a text of many megabytes would need them several times. */
    default void write(RunReport redacted, Writer out) throws IOException {
        out.write(render(redacted));
    }
}
