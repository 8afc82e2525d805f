package dev.codexrunner.jenkins.page;

import dev.codexrunner.jenkins.result.Trend;
import hudson.model.Action;
import hudson.model.Api;
import hudson.model.Item;
import hudson.model.Job;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.StaplerProxy;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** How a job's codex runs went over its last builds. */
@ExportedBean
@Restricted(NoExternalUse.class)
public final class CodexTrendAction implements Action, StaplerProxy {

    private final Job<?, ?> job;
    private @Nullable Trend trend;

    CodexTrendAction(Job<?, ?> job) {
        this.job = job;
    }

    /** The job, for the frame around the page. */
    public Job<?, ?> getObject() {
        return job;
    }

    /** Read once for each look at a page. */
    public synchronized Trend getTrend() {
        Trend current = trend;
        if (current == null) {
            current = new Trend(TrendBuilds.of(job, TrendBuilds.MOST));
            trend = current;
        }
        return current;
    }

    /** For the table: the newest first. */
    @Exported(name = "builds", visibility = 2)
    public List<TrendRow> getRows() {
        List<TrendRow> rows = new ArrayList<>();
        getTrend().points().forEach(point -> rows.add(new TrendRow(point)));
        Collections.reverse(rows);
        return rows;
    }

    public List<TrendChart> getCharts() {
        return TrendChart.of(getTrend());
    }

    @Exported(visibility = 2)
    public long getSuccessPercent() {
        return getTrend().successPercent();
    }

    public String getMedianTokens() {
        return Labels.number(getTrend().medianTokens());
    }

    public String getTotalTokens() {
        return Labels.number(getTrend().totalTokens());
    }

    public String getMedianDuration() {
        return Labels.duration(getTrend().medianDurationMs());
    }

    public int getMostBuilds() {
        return TrendBuilds.MOST;
    }

    public Api getApi() {
        return new Api(this);
    }

    @Override
    public Object getTarget() {
        job.checkPermission(Item.READ);
        return this;
    }

    @Override
    public String getIconFileName() {
        return "symbol-analytics";
    }

    @Override
    public String getDisplayName() {
        return Messages.CodexTrendAction_title();
    }

    @Override
    public String getUrlName() {
        return "codex-trend";
    }
}
