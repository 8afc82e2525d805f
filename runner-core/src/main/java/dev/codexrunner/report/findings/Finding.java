package dev.codexrunner.report.findings;

import java.util.Optional;

/**
 * One problem that a review found; the words are the agent's own.
 *
 * @param ruleId the sort of problem; never blank
 * @param file as the agent gave it; {@link FindingPlace} says what it is worth
 * @param lines empty where the whole file is meant
 * @param replacement for these lines, without the line break at its end
 */
public record Finding(
        String ruleId,
        Severity severity,
        Confidence confidence,
        Optional<String> file,
        Optional<Lines> lines,
        String title,
        String message,
        Optional<String> suggestion,
        Optional<String> replacement) {

    /** From the gravest to the least. */
    public enum Severity {
        ERROR,
        WARNING,
        NOTE
    }

    /** How sure the agent is. */
    public enum Confidence {
        HIGH,
        MEDIUM,
        LOW
    }

    /**
     * @param first from 1
     * @param last not before {@code first}
     */
    public record Lines(int first, int last) {}

    /** Title and message, the one above the other; only one of them where they say the same. */
    public String text() {
        if (title.isBlank() || title.strip().equals(message.strip())) {
            return message.strip();
        }
        return message.isBlank() ? title.strip() : title.strip() + "\n\n" + message.strip();
    }
}
