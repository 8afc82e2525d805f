package dev.codexrunner.report;

/** One way to show a report, in a file of its own. A pure function of the redacted report. */
public interface ReportFormat {

    /** Name of the file in the report folder. */
    String fileName();

    /** The file's text. */
    String render(RunReport redacted);
}
