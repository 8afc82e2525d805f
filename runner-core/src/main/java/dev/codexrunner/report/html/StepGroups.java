package dev.codexrunner.report.html;

import dev.codexrunner.report.RunReport;
import dev.codexrunner.report.html.Page.Group;
import dev.codexrunner.report.html.Page.Kind;
import dev.codexrunner.report.html.Page.Steps;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Folds thousands of steps into groups, so that the page opens at once and can be leafed through. */
final class StepGroups {

    private static final int SIZE = 100;

    private StepGroups() {}

    static Optional<Steps> of(RunReport report, List<PlacedStep> steps) {
        if (steps.isEmpty()) {
            return Optional.empty();
        }
        boolean grouped = steps.size() > SIZE + SIZE / 2;
        List<Group> groups = new ArrayList<>();
        int size = grouped ? SIZE : steps.size();
        for (int from = 0; from < steps.size(); from += size) {
            List<PlacedStep> some = steps.subList(from, Math.min(from + size, steps.size()));
            groups.add(new Group(
                    title(from, some),
                    from == 0,
                    some.stream().map(PlacedStep::step).toList()));
        }
        return Optional.of(new Steps(
                grouped, StepTotals.note(steps.size(), failed(steps), report.counts()), kinds(report, steps), groups));
    }

    private static String title(int from, List<PlacedStep> steps) {
        PlacedStep first = steps.get(0);
        PlacedStep last = steps.get(steps.size() - 1);
        String time =
                first.when().startedMs().isPresent() && last.when().startedMs().isPresent()
                        ? " · " + first.step().at() + " to " + last.step().at()
                        : "";
        long failed = failed(steps);
        return "Steps " + Figures.number(from + 1L) + " to " + Figures.number(from + (long) steps.size()) + time
                + (failed > 0 ? " · " + failed + " failed" : "");
    }

    private static long failed(List<PlacedStep> steps) {
        return steps.stream().filter(PlacedStep::failed).count();
    }

    private static List<Kind> kinds(RunReport report, List<PlacedStep> steps) {
        return Arrays.stream(StepKind.values())
                .map(kind -> new Kind(
                        kind.id(),
                        kind.words(),
                        StepTotals.of(
                                kind,
                                steps.stream()
                                        .filter(step -> step.kind() == kind)
                                        .count(),
                                report.counts())))
                .filter(kind -> !kind.count().equals("0"))
                .toList();
    }
}
