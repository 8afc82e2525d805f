package dev.codexrunner.jenkins.page;

import dev.codexrunner.jenkins.report.RunPageUrl;
import dev.codexrunner.jenkins.report.RunSummaries;
import dev.codexrunner.jenkins.result.RunSummary;
import hudson.model.Api;
import hudson.model.BuildBadgeAction;
import hudson.model.Item;
import hudson.model.Run;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.StaplerProxy;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** What a build shows of its codex runs: a list of them, and a page for each. Made anew for each look at the build. */
@ExportedBean
@Restricted(NoExternalUse.class)
public final class CodexRunsAction implements BuildBadgeAction, StaplerProxy {

    /** On the build's own page. */
    private static final int MOST_IN_SUMMARY = 10;

    /** In a list. */
    private static final int MOST_LISTED = 500;

    private final Run<?, ?> run;
    private final Map<String, RunSummary> summaries;

    CodexRunsAction(Run<?, ?> run, Map<String, RunSummary> summaries) {
        this.run = run;
        this.summaries = summaries;
    }

    /** The build, for the frame around the page. */
    public Run<?, ?> getObject() {
        return run;
    }

    /** In the order they began to be reported. */
    @Exported(name = "runs", visibility = 2)
    public List<RunRow> getRows() {
        return summaries.entrySet().stream()
                .limit(MOST_LISTED)
                .map(entry -> new RunRow(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** Those that failed first. */
    public List<RunRow> getFirstRows() {
        return getRows().stream()
                .sorted((one, other) -> Boolean.compare(one.isSuccess(), other.isSuccess()))
                .limit(MOST_IN_SUMMARY)
                .toList();
    }

    public int getLeftOutOfSummary() {
        return Math.max(0, summaries.size() - MOST_IN_SUMMARY);
    }

    public int getLeftOut() {
        return Math.max(0, summaries.size() - MOST_LISTED);
    }

    @Exported(visibility = 2)
    public int getCount() {
        return summaries.size();
    }

    @Exported(visibility = 2)
    public int getFailed() {
        return (int) summaries.values().stream().filter(each -> !each.success()).count();
    }

    /** In a sentence, for the badge. */
    public String getInWords() {
        if (summaries.size() == 1) {
            RunRow only = getRows().get(0);
            return Messages.CodexRunsAction_one(only.getKindLabel());
        }
        return getFailed() == 0
                ? Messages.CodexRunsAction_allSucceeded(summaries.size())
                : Messages.CodexRunsAction_someFailed(summaries.size(), getFailed());
    }

    public String getBadgeIcon() {
        return getFailed() == 0 ? "symbol-terminal" : "symbol-warning";
    }

    /** Null, which is 404, for one that the build does not have. */
    public @Nullable CodexRunPage getRun(String stepId) {
        RunSummary summary = summaries.get(stepId);
        return summary == null ? null : new CodexRunPage(RunSummaries.buildOf(run, stepId), stepId, summary);
    }

    public Api getApi() {
        return new Api(this);
    }

    @Override
    public Object getTarget() {
        run.checkPermission(Item.READ);
        return this;
    }

    @Override
    public String getIconFileName() {
        return "symbol-terminal";
    }

    @Override
    public String getDisplayName() {
        return Messages.CodexRunsAction_title();
    }

    @Override
    public String getUrlName() {
        return RunPageUrl.RUNS;
    }
}
