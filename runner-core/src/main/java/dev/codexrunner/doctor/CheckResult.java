package dev.codexrunner.doctor;

import dev.codexrunner.failure.Failure;
import java.util.List;

/** What came of a check. None of its texts is redacted yet. */
sealed interface CheckResult {

    /** @param detail what was found, on one line */
    record Passed(String detail) implements CheckResult {}

    /**
     * It works, and yet somebody should know.
     *
     * @param detail what was found, on one line
     * @param warnings sentences
     */
    record Warning(String detail, List<String> warnings) implements CheckResult {}

    /**
     * A run would fail here, or lose without a word what it was told to send.
     *
     * @param detail what else was found, on one line; may be empty
     */
    record Failed(String detail, Failure failure) implements CheckResult {
        Failed(Failure failure) {
            this("", failure);
        }
    }

    /** @param why why it was not looked at, or need not be */
    record Skipped(String why) implements CheckResult {}

    /** Passed, unless there are warnings. */
    static CheckResult of(String detail, List<String> warnings) {
        return warnings.isEmpty() ? new Passed(detail) : new Warning(detail, List.copyOf(warnings));
    }
}
