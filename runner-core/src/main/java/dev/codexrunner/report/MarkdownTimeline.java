package dev.codexrunner.report;

import dev.codexrunner.outcome.Occurrence;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** When each step ran and where the time went, as a drawing in letters: it needs neither picture nor script. Folded. */
final class MarkdownTimeline {

    private static final int MOST = 40;
    private static final int WIDTH = 40;
    private static final int LONGEST_LINE = 72;

    /** @param tookMs 0 for what has a moment only */
    private record Step(long startMs, long tookMs, boolean failed, String what) {

        long endMs() {
            return startMs + tookMs;
        }
    }

    private MarkdownTimeline() {}

    /** Empty where the stream came without times. */
    static String of(RunReport report) {
        List<Step> steps = steps(report);
        if (steps.isEmpty()) {
            return "";
        }
        long last = steps.stream().mapToLong(Step::endMs).max().orElse(0);
        long totalMs = Math.max(1, Math.max(last, report.run().durationMs().orElse(0)));
        List<Step> shown = steps.size() <= MOST
                ? steps
                : steps.stream()
                        .sorted(Comparator.comparingLong(Step::tookMs).reversed())
                        .limit(MOST)
                        .sorted(Comparator.comparingLong(Step::startMs))
                        .toList();
        StringBuilder drawing = new StringBuilder(ruler(totalMs));
        shown.forEach(step -> drawing.append(row(step, totalMs)));
        String note = shown.size() == steps.size()
                ? ""
                : String.format(Locale.ROOT, "\nThe %d longest of %,d steps.\n", MOST, steps.size());
        long busy = busy(steps);
        String summary = "Timeline · steps " + Elapsed.ofMillis(busy) + " · model, and all else "
                + Elapsed.ofMillis(totalMs - busy);
        return Markdown.fold(summary, Markdown.block(drawing.toString()) + note);
    }

    /** In the order of their beginning. */
    private static List<Step> steps(RunReport report) {
        RunReport.Items items = report.items();
        ShownPaths paths = ShownPaths.of(report);
        List<Step> steps = new ArrayList<>();
        if (report.codex().attempts().size() > 1) {
            report.codex().attempts().forEach(attempt -> steps.add(begun(report, attempt)));
        }
        Stream.of(
                        items.commands().stream()
                                .flatMap(command -> step(
                                        command.when(), command.wentWrong(), WrappedCommand.unwrap(command.command()))),
                        items.patches().stream()
                                .flatMap(patch -> step(patch.when(), patch.wentWrong(), patched(patch, paths))),
                        items.toolCalls().stream()
                                .flatMap(call -> step(
                                        call.when(), call.wentWrong(), "tool: " + call.server() + "/" + call.tool())),
                        items.searches().stream()
                                .flatMap(search -> step(search.when(), false, "search: " + search.query())))
                .flatMap(kind -> kind)
                .forEach(steps::add);
        steps.sort(Comparator.comparingLong(Step::startMs));
        return steps;
    }

    private static Step begun(RunReport report, RunReport.Attempt attempt) {
        long from =
                Duration.between(report.run().startedAt(), attempt.startedAt()).toMillis();
        return new Step(Math.max(0, from), 0, false, "attempt " + attempt.number() + " begins");
    }

    private static String patched(RunReport.Patch patch, ShownPaths paths) {
        String first =
                patch.files().isEmpty() ? "" : paths.shown(patch.files().get(0).path());
        return "patch: " + first + (patch.fileCount() > 1 ? " and " + (patch.fileCount() - 1) + " more" : "");
    }

    private static Stream<Step> step(Occurrence when, boolean failed, String what) {
        return when.startedMs().stream()
                .mapToObj(start -> new Step(start, when.durationMs().orElse(0), failed, what));
    }

    private static String ruler(long totalMs) {
        String end = Elapsed.ofMillis(totalMs);
        return "%11s  0 %s %s\n".formatted("", "─".repeat(Math.max(1, WIDTH - 3 - end.length())), end);
    }

    private static String row(Step step, long totalMs) {
        int from = (int) Math.min(WIDTH - 1L, step.startMs() * WIDTH / totalMs);
        int length = (int) Math.max(1, Math.min(WIDTH - from, (step.tookMs() * WIDTH + totalMs - 1) / totalMs));
        String bar = "·".repeat(from) + mark(step).repeat(length) + "·".repeat(WIDTH - from - length);
        String what = ConsoleText.shortened(
                ConsoleText.neutralised(step.what()).strip().replaceAll("\\s+", " "), LONGEST_LINE);
        String took = step.tookMs() > 0 ? Elapsed.ofMillis(step.tookMs()) : "";
        return "%11s  %s %11s  %s%s\n"
                .formatted(Elapsed.ofMillis(step.startMs()), bar, took, step.failed() ? "✗ " : "", what);
    }

    private static String mark(Step step) {
        return step.failed() ? "▒" : step.tookMs() > 0 ? "█" : "│";
    }

    /** The time in which at least one of them ran. */
    private static long busy(List<Step> steps) {
        long busy = 0;
        long until = 0;
        for (Step step : steps) {
            busy += Math.max(0, step.endMs() - Math.max(until, step.startMs()));
            until = Math.max(until, step.endMs());
        }
        return busy;
    }
}
