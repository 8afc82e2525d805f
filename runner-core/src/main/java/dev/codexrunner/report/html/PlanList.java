package dev.codexrunner.report.html;

import dev.codexrunner.report.RunReport;
import dev.codexrunner.report.html.Page.Plan;
import dev.codexrunner.report.html.Page.PlanStep;
import java.util.List;
import java.util.Optional;

/** The agent's plan as it last stood. */
final class PlanList {

    private static final int MOST = 500;

    private PlanList() {}

    static Optional<Plan> of(List<RunReport.Todo> todo) {
        if (todo.isEmpty()) {
            return Optional.empty();
        }
        long done = todo.stream().filter(RunReport.Todo::completed).count();
        String more = todo.size() > MOST ? " The first " + MOST + " are shown." : "";
        return Optional.of(new Plan(
                done + " of " + todo.size() + " steps done." + more,
                todo.stream()
                        .limit(MOST)
                        .map(step -> new PlanStep(
                                PageText.shortened(step.text(), 2_000),
                                step.completed(),
                                Figures.at(step.completedMs())))
                        .toList()));
    }
}
