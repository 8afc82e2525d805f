package dev.codexrunner.failure;

/**
 * How a run can end, one kind for each exit code that the contract publishes in {@code contract/exit-codes.json}.
 *
 * <p>{@link #CANCELLED} stands for a range: its exit code is 128 plus the number of the signal.
 */
public enum FailureKind {
    SUCCESS(0, false),
    INTERNAL(1, false),
    CONFIG(2, false),
    SECRET_SOURCE(3, true),
    CREDENTIAL(4, false),
    CONNECTIVITY(5, true),
    CODEX_START(6, false),
    TURN_FAILED(7, true),
    LIMITED(8, true),
    NO_VERDICT(9, true),
    OUTPUT_INVALID(10, true),
    TIMEOUT(11, true),
    POLICY(12, false),
    ROTATION_DUE(13, false),
    ROTATION_CONFLICT(14, false),
    REPORT_IO(15, false),
    FINDINGS(16, false),
    CANCELLED(128, false);

    private final int exitCode;
    private final boolean retryable;

    FailureKind(int exitCode, boolean retryable) {
        this.exitCode = exitCode;
        this.retryable = retryable;
    }

    /** The exit code; for {@link #CANCELLED} the base to which the signal's number is added. */
    public int exitCode() {
        return exitCode;
    }

    /** Whether the same run, started again unchanged, mostly may succeed. A single failure can know better. */
    public boolean retryable() {
        return retryable;
    }

    /** The name as reports and the contract write it, for instance {@code secret_source}. */
    public String wireName() {
        return WireName.of(this);
    }
}
