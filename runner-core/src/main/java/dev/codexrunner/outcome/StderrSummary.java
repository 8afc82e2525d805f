package dev.codexrunner.outcome;

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

    /** The last line, or an empty text. */
    public String lastLine() {
        String text = excerpt.stripTrailing();
        return text.substring(text.lastIndexOf('\n') + 1);
    }
}
