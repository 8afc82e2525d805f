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
        return Optional.of(new Steps(grouped, note(report, steps), kinds(steps), groups));
    }

    private static String title(int from, List<PlacedStep> steps) {
        PlacedStep first = steps.get(0);
        PlacedStep last = steps.get(steps.size() - 1);
        String time =
                first.when().startedMs().isPresent() && last.when().startedMs().isPresent()
                        ? " · " + first.step().at() + " to " + last.step().at()
                        : "";
        long failed = steps.stream().filter(PlacedStep::failed).count();
        return "Steps " + Figures.number(from + 1L) + " to " + Figures.number(from + (long) steps.size()) + time
                + (failed > 0 ? " · " + failed + " failed" : "");
    }

    private static String note(RunReport report, List<PlacedStep> steps) {
        long failed = steps.stream().filter(PlacedStep::failed).count();
        String dropped = report.counts().dropped() > 0
                ? " " + Figures.number(report.counts().dropped())
                        + " more entries were counted and are in events.jsonl only."
                : "";
        return Figures.number(steps.size())
                + (steps.size() == 1 ? " step" : " steps")
                + (failed > 0 ? ", " + Figures.number(failed) + " failed." : ".")
                + dropped;
    }

    private static List<Kind> kinds(List<PlacedStep> steps) {
        return Arrays.stream(StepKind.values())
                .map(kind -> new Kind(
                        kind.id(),
                        kind.words(),
                        Figures.number(steps.stream()
                                .filter(step -> step.kind() == kind)
                                .count())))
                .filter(kind -> !kind.count().equals("0"))
                .toList();
    }
}
