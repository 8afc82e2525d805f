package dev.codexrunner.outcome;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What codex's stderr told that its events don't. codex emits no item for a patch that doesn't apply, nor for a command
 * that asks for more than the sandbox gives: it only logs them, and still ends with 0.
 *
 * @param patchesFailed patches that did not apply
 * @param declined commands and patches refused
 * @param otherToolErrors other calls that the tool router refused, unknown tools for instance
 * @param excerpt the first and last lines, without codex's warnings, bounded; raw, so redact it on its way out
 */
public record StderrSummary(long patchesFailed, long declined, long otherToolErrors, String excerpt) {

    public static final StderrSummary EMPTY = new StderrSummary(0, 0, 0, "");

    /** A record may be anybody's: with less than nothing, failures elsewhere would be taken off. */
    public StderrSummary {
        patchesFailed = Math.max(0, patchesFailed);
        declined = Math.max(0, declined);
        otherToolErrors = Math.max(0, otherToolErrors);
    }

    /** This and then that of a further attempt: all that was counted, in the words of the last. */
    public StderrSummary followedBy(StderrSummary later) {
        return new StderrSummary(
                patchesFailed + later.patchesFailed,
                declined + later.declined,
                otherToolErrors + later.otherToolErrors,
                later.excerpt);
    }

    /** One sentence for each sort of thing that a reader of the events alone would miss. */
    public List<String> warnings() {
        return Stream.of(
                        told(patchesFailed, "patch of the agent did not apply", "patches of the agent did not apply"),
                        told(declined, "action of the agent was refused", "actions of the agent were refused"),
                        told(
                                otherToolErrors,
                                "tool call of the agent failed before it began",
                                "tool calls of the agent failed before they began"))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<String> told(long count, String one, String many) {
        return count == 0
                ? Optional.empty()
                : Optional.of(count + " " + (count == 1 ? one : many)
                        + "; codex has no event for that, stderr.log tells more.");
    }

    /** The last line, or an empty text. */
    public String lastLine() {
        String text = excerpt.stripTrailing();
        return text.substring(text.lastIndexOf('\n') + 1);
    }
}
