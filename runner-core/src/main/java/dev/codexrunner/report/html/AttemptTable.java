package dev.codexrunner.report.html;

import dev.codexrunner.report.RunReport;
import dev.codexrunner.report.html.Page.Attempt;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;

/** Each start of codex, why it ended, and why another one followed or didn't. */
final class AttemptTable {

    private static final int LONGEST_REASON = 2_000;

    private AttemptTable() {}

    static List<Attempt> of(RunReport report) {
        return report.codex().attempts().stream()
                .map(attempt -> row(attempt, report))
                .toList();
    }

    private static Attempt row(RunReport.Attempt attempt, RunReport report) {
        long offset =
                Duration.between(report.run().startedAt(), attempt.startedAt()).toMillis();
        String waited =
                attempt.waitMs() > 0 ? " after a wait of " + Figures.took(OptionalLong.of(attempt.waitMs())) : "";
        boolean failed = !attempt.kind().equals("success");
        return new Attempt(
                String.valueOf(attempt.number()),
                Figures.at(OptionalLong.of(Math.max(0, offset))),
                attempt.durationMs().isPresent() ? Figures.took(attempt.durationMs()) : "unknown",
                (attempt.resumed() ? "went on with its thread" : "began a new thread") + waited,
                attempt.code(),
                failed,
                failed && !attempt.reason().equals(report.verdict().reason())
                        ? PageText.shortened(attempt.reason(), LONGEST_REASON)
                        : "",
                next(attempt),
                attempt.usage().map(FactLists::tokens).orElse("unknown"));
    }

    private static String next(RunReport.Attempt attempt) {
        if (attempt.retryReason().isBlank()) {
            return "";
        }
        return (attempt.retried() ? "Tried again: " : "Not tried again: ") + attempt.retryReason();
    }
}
