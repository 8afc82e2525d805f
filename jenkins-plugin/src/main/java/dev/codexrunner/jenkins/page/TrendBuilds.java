package dev.codexrunner.jenkins.page;

import dev.codexrunner.jenkins.result.Trend;
import hudson.model.Job;
import hudson.model.Run;
import java.util.ArrayList;
import java.util.List;

/** The last builds of a job that ran codex. Looks at so many builds and no more: each may have to be read from the disk. */
final class TrendBuilds {

    /** Looked at. */
    static final int MOST = 50;

    private TrendBuilds() {}

    /** Newest first. */
    static List<Trend.Point> of(Job<?, ?> job, int most) {
        List<Trend.Point> points = new ArrayList<>();
        Run<?, ?> build = job.getLastBuild();
        for (int looked = 0; build != null && looked < most; looked++) {
            Run<?, ?> current = build;
            CodexRunsAction.of(current)
                    .filter(action -> !action.summaries().isEmpty())
                    .ifPresent(action -> points.add(Trend.Point.of(
                            current.getNumber(),
                            current.getDisplayName(),
                            action.summaries().values())));
            build = current.getPreviousBuild();
        }
        return points;
    }
}
