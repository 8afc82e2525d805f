package dev.codexrunner.report.html;

import dev.codexrunner.failure.WireName;
import dev.codexrunner.report.Elapsed;
import dev.codexrunner.report.RunReport;
import dev.codexrunner.report.html.Page.Link;
import dev.codexrunner.report.html.Page.Text;
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
        Optional<Text> answer = report.finalMessage()
                .filter(message -> !message.isBlank())
                .map(message -> new PageText(LONGEST_ANSWER).of("", message, message.length(), OptionalLong.empty()));
        Page page = new Page(
                title(report),
                report.verdict().status(),
                verdict(report.verdict()),
                FactLists.summary(report),
                List.of(),
                answer,
                notes(report.warnings()),
                notes(report.items().errors()),
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
                "codex-runner " + report.run().runnerVersion() + " · run "
                        + report.run().id());
        return withContents(page);
    }

    private static String title(RunReport report) {
        String outcome = report.verdict().status().equals("success")
                ? "Success"
                : "Failed: " + report.verdict().kind();
        return outcome + " · codex-runner";
    }

    private static Page.Verdict verdict(RunReport.VerdictSection verdict) {
        boolean success = verdict.status().equals("success");
        String headline = success ? "Success" : "Failed: " + verdict.kind().replace('_', ' ');
        return new Page.Verdict(
                success,
                headline,
                PageText.shortened(verdict.reason(), LONGEST_REASON),
                verdict.fix(),
                verdict.retryable(),
                success ? "" : verdict.code());
    }

    private static List<String> notes(List<String> texts) {
        if (texts.size() <= MOST_NOTES) {
            return texts;
        }
        List<String> some = new ArrayList<>(texts.subList(0, MOST_NOTES));
        some.add(String.format(Locale.ROOT, "%,d more are in report.json.", texts.size() - MOST_NOTES));
        return some;
    }

    private static Page withContents(Page page) {
        List<Link> links = new ArrayList<>();
        link(links, page.answer().isPresent(), "answer", "Answer");
        link(links, !page.warnings().isEmpty() || !page.errors().isEmpty(), "notes", "Warnings");
        link(links, !page.checks().isEmpty(), "checks", "Checks");
        link(links, page.changes().isPresent(), "changes", "Changed files");
        link(links, page.timeline().isPresent(), "timeline", "Timeline");
        link(links, page.plan().isPresent(), "plan", "Plan");
        link(links, page.steps().isPresent(), "steps", "Steps");
        link(links, !page.attempts().isEmpty(), "attempts", "Attempts");
        link(links, page.usage().isPresent(), "usage", "Tokens");
        link(links, true, "credential", "Credential");
        link(links, true, "policy", "Policy");
        link(links, true, "environment", "Environment");
        return new Page(
                page.title(),
                page.outcome(),
                page.verdict(),
                page.facts(),
                links,
                page.answer(),
                page.warnings(),
                page.errors(),
                page.checks(),
                page.changes(),
                page.timeline(),
                page.plan(),
                page.steps(),
                page.attempts(),
                page.usage(),
                page.credential(),
                page.policy(),
                page.environment(),
                page.counts(),
                page.footer());
    }

    private static void link(List<Link> links, boolean there, String anchor, String text) {
        if (there) {
            links.add(new Link(anchor, text));
        }
    }

    /** How long after the run's beginning; empty where nobody knows. */
    static String at(OptionalLong millis) {
        return millis.isPresent() ? "+" + Elapsed.ofMillis(millis.getAsLong()) : "";
    }

    static String took(OptionalLong millis) {
        return millis.isPresent() ? Elapsed.ofMillis(millis.getAsLong()) : "";
    }

    static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }
}
