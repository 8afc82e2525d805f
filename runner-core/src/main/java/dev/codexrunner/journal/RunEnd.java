package dev.codexrunner.journal;

import dev.codexrunner.changes.TreeChanges;
import dev.codexrunner.failure.Failure;
import dev.codexrunner.failure.FailureKind;
import dev.codexrunner.outcome.CodexExit;
import dev.codexrunner.outcome.StderrSummary;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * {@code exit.json}: how the run ended, as far as neither stream nor run.json tell. With it replay judges as the run did;
 * it is missing where the runner itself was killed.
 *
 * @param endedAt when codex had ended
 * @param codex what was known of codex only by then
 * @param exit of the last attempt's codex; empty where none ran
 * @param stderr what standard error told: counts of all attempts, words of the last
 * @param missingOutputs what {@code --require} asked for and wasn't there when codex had ended
 * @param cause the failure that decided from outside of codex: a refused login, a signal before codex started
 * @param changes what the run changed; empty where nobody looked
 */
public record RunEnd(
        int schemaVersion,
        Instant endedAt,
        Optional<CodexFacts> codex,
        Optional<CodexExit> exit,
        StderrSummary stderr,
        List<String> missingOutputs,
        Optional<Failure> cause,
        Optional<TreeChanges> changes) {

    /**
     * @param sha256 digest of its binary, in hexadecimal
     * @param model as codex's rollout file names it
     * @param sandbox the effective one, as codex's rollout file names it
     */
    public record CodexFacts(Optional<String> sha256, Optional<String> model, Optional<String> sandbox) {}

    public static final int SCHEMA_VERSION = 1;

    public RunEnd {
        missingOutputs = List.copyOf(missingOutputs);
        RecordedTime.require(endedAt);
        if (exit.isEmpty() && cause.isEmpty()) {
            throw new IllegalArgumentException("Neither codex's exit nor another cause is known");
        }
        if (cause.filter(failure -> !isFailure(failure)).isPresent()) {
            throw new IllegalArgumentException("A cause of failure can't be a success");
        }
    }

    /** Of an exit code only the last eight bits reach the caller: 256 would read as a success. */
    private static boolean isFailure(Failure failure) {
        int code = failure.exitCode();
        return failure.kind() == FailureKind.CANCELLED
                ? code > FailureKind.CANCELLED.exitCode() && code < 256
                : failure.kind() != FailureKind.SUCCESS
                        && code == failure.kind().exitCode();
    }

    /** codex ran and ended. */
    public static RunEnd of(
            Instant endedAt,
            CodexExit exit,
            StderrSummary stderr,
            List<String> missingOutputs,
            Optional<Failure> cause) {
        return new RunEnd(
                SCHEMA_VERSION,
                endedAt,
                Optional.empty(),
                Optional.of(exit),
                stderr,
                missingOutputs,
                cause,
                Optional.empty());
    }

    /** The run failed before codex, or without it. */
    public static RunEnd withoutCodex(Instant endedAt, Failure cause) {
        return new RunEnd(
                SCHEMA_VERSION,
                endedAt,
                Optional.empty(),
                Optional.empty(),
                StderrSummary.EMPTY,
                List.of(),
                Optional.of(cause),
                Optional.empty());
    }

    /** The same, with what is known of codex. */
    public RunEnd with(CodexFacts facts) {
        return new RunEnd(schemaVersion, endedAt, Optional.of(facts), exit, stderr, missingOutputs, cause, changes);
    }

    /** The same, asked what would be if codex had ended in another way; what decided from outside of it stands. */
    public RunEnd ifCodexHad(CodexExit other) {
        return new RunEnd(schemaVersion, endedAt, codex, Optional.of(other), stderr, missingOutputs, cause, changes);
    }

    /** The same, with what the run changed. */
    public RunEnd withChanges(TreeChanges found) {
        return new RunEnd(schemaVersion, endedAt, codex, exit, stderr, missingOutputs, cause, Optional.of(found));
    }

    /** The same, of a run that ended for another reason than its last attempt. */
    public RunEnd because(Instant now, Failure other) {
        return new RunEnd(schemaVersion, now, codex, exit, stderr, missingOutputs, Optional.of(other), changes);
    }
}
