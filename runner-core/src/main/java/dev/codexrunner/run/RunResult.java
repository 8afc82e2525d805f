package dev.codexrunner.run;

import dev.codexrunner.failure.Failure;
import dev.codexrunner.report.RunReport;
import java.nio.file.Path;

/** A finished run, its report written. What is lost of it after that can still be told. Thread-safe. */
public final class RunResult {

    private final RunPublication publication;
    private final Path folder;

    RunResult(RunPublication publication, Path folder) {
        this.publication = publication;
        this.folder = folder;
    }

    /** Without secrets, with the verdict that {@link #exitCode} tells: a success that is not on record is none. */
    public RunReport report() {
        return publication.told();
    }

    /** The same with the verdict over the agent's work alone, whatever became of its record. */
    public RunReport judged() {
        return publication.judged();
    }

    /** Where the report lies. */
    public Path folder() {
        return folder;
    }

    /** The runner's exit code: the verdict's, unless a success could not be put on record. */
    public int exitCode() {
        return report().verdict().exitCode();
    }

    /** Something of the run was lost after its report was written; the files are written again, to say so. */
    public void lose(Failure failure) {
        publication.lose(failure);
    }

    /** The runner ends now, and with this failure's exit code; the files are written again, to say so. */
    public void haltedBy(Failure failure) {
        publication.haltedBy(failure);
    }
}
