package dev.codexrunner.report;

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

    /** The file's text. */
    String render(RunReport redacted);
}
