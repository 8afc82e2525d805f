package dev.codexrunner.failure;

/**
 * A failure as the user meets it.
 *
 * @param kind what sort it is; decides the exit code
 * @param code stable name, the anchor in {@code docs/troubleshooting.md}
 * @param what what happened
 * @param why why
 * @param fix what to do
 * @param retryable whether the same run, started again unchanged, may succeed
 * @param exitCode the kind's exit code, or 128 plus the signal's number
 */
public record Failure(
        FailureKind kind, String code, String what, String why, String fix, boolean retryable, int exitCode) {

    /** What and why on one line, as reports show it. */
    public String reason() {
        return why.isBlank() ? what : what + " " + why;
    }

    /** The same failure with another reason. */
    public Failure because(String otherWhy) {
        return new Failure(kind, code, what, otherWhy, fix, retryable, exitCode);
    }

    /** The same failure with another thing to do: what helps depends on where it is met. */
    public Failure mendedBy(String otherFix) {
        return new Failure(kind, code, what, why, otherFix, retryable, exitCode);
    }

    /** The same failure with the exit code of a signal to the runner itself. */
    public Failure withSignal(int signal) {
        return new Failure(kind, code, what, why, fix, retryable, FailureKind.CANCELLED.exitCode() + signal);
    }

    public FailureException asException() {
        return new FailureException(this);
    }
}
