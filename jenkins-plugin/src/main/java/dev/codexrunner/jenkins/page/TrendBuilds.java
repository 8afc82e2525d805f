package dev.codexrunner.jenkins.page;

import dev.codexrunner.jenkins.report.RunSummaries;
import dev.codexrunner.jenkins.result.RunSummary;
import dev.codexrunner.jenkins.result.Trend;
import hudson.model.Job;
import hudson.model.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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
            Map<String, RunSummary> runs = RunSummaries.of(current);
            if (!runs.isEmpty()) {
                points.add(Trend.Point.of(current.getNumber(), current.getDisplayName(), runs.values()));
            }
            build = current.getPreviousBuild();
        }
        return points;
    }
}
