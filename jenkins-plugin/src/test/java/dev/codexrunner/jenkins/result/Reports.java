package dev.codexrunner.jenkins.result;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Reports that the tests begin with. */
final class Reports {

    static final VerdictView SUCCESS = new VerdictView(true, "success", "success", 0, "All was done.", "", false);
    static final VerdictView LIMITED =
            new VerdictView(false, "limited", "usage-limit", 8, "The limit is reached.", "Wait.", true);

    private Reports() {}

    static ReportViewBuilder report(VerdictView verdict) {
        return ReportView.builder(
                        new RunView(
                                "20261121-200000-abcd",
                                Optional.of("folder/job"),
                                Optional.of(Instant.parse("2026-11-21T20:00:00Z")),
                                Optional.empty(),
                                OptionalLong.of(61_000),
                                OptionalLong.empty(),
                                "0.1.0",
                                "agent-1"),
                        verdict)
                .usage(Optional.of(new Tokens(1000, 400, 200, 50)));
    }

    static Step.When at(long line) {
        return new Step.When(line, OptionalLong.of(line * 10), OptionalLong.empty());
    }

    static Step.Command command(long line, String status) {
        return new Step.Command("c" + line, "ls", OptionalInt.of(0), status, "out", 3, at(line));
    }

    static ChangesView changes(String... paths) {
        return new ChangesView(
                paths.length,
                0,
                List.of(paths).stream()
                        .map(path -> new ChangesView.ChangedFile(path, "modified", false))
                        .toList(),
                List.of(),
                0);
    }

    static RunSummary summary(VerdictView verdict, long input, long durationMs) {
        ReportViewBuilder builder = ReportView.builder(
                new RunView(
                        "r",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        OptionalLong.of(durationMs),
                        OptionalLong.empty(),
                        "0.1.0",
                        "h"),
                verdict);
        return builder.usage(Optional.of(new Tokens(input, 0, 1, 0))).build().summary();
    }
}
