package dev.codexrunner.outcome;

import dev.codexrunner.failure.Failure;
import dev.codexrunner.failure.FailureKind;

/**
 * The judgement over one run.
 *
 * @param kind {@link FailureKind#SUCCESS} or what sort of failure
 * @param exitCode the runner's own exit code
 * @param reason what happened and why, on one line; raw, so redact it on its way out
 * @param fix what to do; empty for a success
 * @param retryable whether the same run, started again unchanged, may succeed
 * @param code the failure's stable name, {@code success} for a success
 */
public record Verdict(FailureKind kind, int exitCode, String reason, String fix, boolean retryable, String code) {

    public static Verdict success() {
        return new Verdict(
                FailureKind.SUCCESS, 0, "The turn completed and everything asked for is there.", "", false, "success");
    }

    public static Verdict of(Failure failure) {
        return new Verdict(
                failure.kind(),
                failure.exitCode(),
                failure.reason(),
                failure.fix(),
                failure.retryable(),
                failure.code());
    }

    public boolean isSuccess() {
        return kind == FailureKind.SUCCESS;
    }

    /** {@code success} or {@code failure}, as report.json writes it. */
    public String status() {
        return isSuccess() ? "success" : "failure";
    }
}
