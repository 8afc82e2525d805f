package dev.codexrunner.report.html;

import dev.codexrunner.failure.WireName;
import dev.codexrunner.report.RunReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** Turns a report into what the page shows. Pure. */
final class PageBuilder {

    private static final int LONGEST_ANSWER = 100_000;
    private static final int LONGEST_REASON = 4_000;
    private static final int MOST_NOTES = 200;

    private PageBuilder() {}

    static Page build(RunReport report) {
        List<PlacedStep> steps = StepList.of(report);
        Optional<Page.FindingSection> findings = FindingList.of(report);
        return new Page(
                title(report),
                report.run().name(),
                report.verdict().status(),
                verdict(report.verdict()),
                FactLists.summary(report),
                findings,
                findings.isPresent() ? Optional.empty() : answer(report),
                notes(report.warnings()),
                notes(errors(report)),
                report.checks().stream()
                        .map(check -> new Page.Check(check.name(), WireName.of(check.status()), check.detail()))
                        .toList(),
                ChangeList.of(report),
                TimelineChart.of(report, steps),
                PlanList.of(report.items().todo()),
                StepGroups.of(report, steps),
                AttemptTable.of(report),
                UsageBars.of(report),
                FactLists.credential(report.credential()),
                FactLists.policy(report.trust()),
                FactLists.environment(report),
                FactLists.counts(report.counts()),
                report.counts().lines() > 0,
                "codex-runner " + report.run().runnerVersion() + " · run "
                        + report.run().id());
    }

    private static Optional<Page.Answer> answer(RunReport report) {
        return report.finalMessage()
                .filter(message -> !message.isBlank())
                .map(message -> new PageText(LONGEST_ANSWER).of("", message, message.length(), OptionalLong.empty()))
                .map(text -> report.structuredOutput().isPresent()
                                && text.text().strip().startsWith("{")
                        ? new Page.Answer("", text.text(), text.note())
                        : new Page.Answer(text.text(), "", text.note()));
    }

    private static String title(RunReport report) {
        String job = report.run().name().map(name -> " · " + name).orElse("");
        return outcome(report.verdict()) + job + " · codex-runner";
    }

    /** The code says more than the kind. */
    private static String outcome(RunReport.VerdictSection verdict) {
        return verdict.succeeded()
                ? "Success"
                : "Failed: " + verdict.code().replace('-', ' ').replace('_', ' ');
    }

    private static Page.Verdict verdict(RunReport.VerdictSection verdict) {
        boolean success = verdict.succeeded();
        return new Page.Verdict(
                success,
                outcome(verdict),
                PageText.shortened(verdict.reason(), LONGEST_REASON),
                verdict.fix(),
                verdict.retryable(),
                success ? "" : verdict.code());
    }

    /** Without what the verdict quotes already. */
    private static List<String> errors(RunReport report) {
        return report.items().errors().stream()
                .filter(error -> error.isBlank()
                        || report.verdict().succeeded()
                        || !report.verdict().reason().contains(error.strip()))
                .toList();
    }

    private static List<String> notes(List<String> texts) {
        if (texts.size() <= MOST_NOTES) {
            return texts;
        }
        List<String> some = new ArrayList<>(texts.subList(0, MOST_NOTES));
        some.add(String.format(Locale.ROOT, "%,d more are in report.json.", texts.size() - MOST_NOTES));
        return some;
    }
}
