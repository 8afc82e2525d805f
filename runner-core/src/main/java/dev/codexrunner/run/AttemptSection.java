package dev.codexrunner.run;

import dev.codexrunner.events.TokenUsage;
import dev.codexrunner.journal.RecordedAttempt;
import dev.codexrunner.outcome.Verdict;
import dev.codexrunner.report.RunReport;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** The attempts in a report, the same of a run and of its replay. Pure. */
final class AttemptSection {

    private AttemptSection() {}

    /** @param verdict over the run, which also is that over an attempt that nobody saw end */
    static List<RunReport.Attempt> of(List<RecordedAttempt> attempts, Verdict verdict) {
        return attempts.stream()
                .map(attempt -> attempt.end().map(end -> ended(attempt, end)).orElseGet(() -> unseen(attempt, verdict)))
                .toList();
    }

    private static RunReport.Attempt ended(RecordedAttempt attempt, RecordedAttempt.End end) {
        return new RunReport.Attempt(
                attempt.number(),
                RecordedDurations.known(attempt.waitMs()).orElse(0),
                attempt.startedAt(),
                Optional.of(end.at()),
                RecordedDurations.known(end.durationMs()),
                attempt.resumed(),
                end.threadId(),
                end.exitCode(),
                end.signal(),
                end.kind(),
                end.code(),
                end.reason(),
                end.retried(),
                end.retryReason(),
                end.usage().filter(AttemptSection::isPossible).map(RunReport.Tokens::of));
    }

    private static RunReport.Attempt unseen(RecordedAttempt attempt, Verdict verdict) {
        return new RunReport.Attempt(
                attempt.number(),
                RecordedDurations.known(attempt.waitMs()).orElse(0),
                attempt.startedAt(),
                Optional.empty(),
                OptionalLong.empty(),
                attempt.resumed(),
                Optional.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                verdict.kind().wireName(),
                verdict.code(),
                verdict.reason(),
                false,
                "It did not come to its end.",
                Optional.empty());
    }

    private static boolean isPossible(TokenUsage usage) {
        return usage.inputTokens() >= 0
                && usage.cachedInputTokens() >= 0
                && usage.outputTokens() >= 0
                && usage.reasoningOutputTokens() >= 0;
    }

    /** What a reader of a success must know: that it was not the first try. */
    static List<String> warnings(List<RecordedAttempt> attempts) {
        return attempts.stream()
                .flatMap(attempt -> attempt.end().stream()
                        .filter(RecordedAttempt.End::retried)
                        .map(end -> warning(attempt, end, attempts)))
                .toList();
    }

    private static String warning(RecordedAttempt attempt, RecordedAttempt.End end, List<RecordedAttempt> attempts) {
        boolean resumed = attempts.stream()
                .filter(next -> next.number() == attempt.number() + 1)
                .anyMatch(RecordedAttempt::resumed);
        return String.format(
                Locale.ROOT,
                "Attempt %d failed (%s) and was retried, %s.",
                attempt.number(),
                end.code(),
                resumed ? "going on with its thread" : "starting over");
    }
}
