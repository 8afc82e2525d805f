package dev.codexrunner.jenkins.page;

import dev.codexrunner.jenkins.result.RunSummary;
import hudson.model.Api;
import hudson.model.BuildBadgeAction;
import hudson.model.Item;
import hudson.model.Job;
import hudson.model.Run;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jenkins.model.Jenkins;
import jenkins.model.RunAction2;
import org.jspecify.annotations.Nullable;
import org.kohsuke.stapler.StaplerProxy;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** What a build shows of its codex runs: a list of them, and a page for each. Stores a summary of each run, no more. */
@ExportedBean
public final class CodexRunsAction implements RunAction2, BuildBadgeAction, StaplerProxy {

    private static final String URL = "codex-runner";

    /** On the build's own page. */
    private static final int MOST_IN_SUMMARY = 10;

    /** In a list. */
    private static final int MOST_LISTED = 500;

    /** By the id of the step. Replaced and never changed, as the build may be saved at any moment. */
    private volatile LinkedHashMap<String, RunSummary> summaries = new LinkedHashMap<>();

    /**
     * Of the runs that belong to a part of this build, as to one configuration of a matrix: the part's job, by the id of the
     * step. Null where there are none. Replaced and never changed, too.
     */
    private volatile @Nullable LinkedHashMap<String, String> parts;

    private transient @Nullable Run<?, ?> run;

    private CodexRunsAction() {}

    /** Adds a run to its build, or replaces what was known of it, and saves the build. Can be repeated. */
    public static void add(Run<?, ?> run, RunSummary summary, String stepId) throws IOException {
        add(run, summary, stepId, null);
        if (run.getParent().getParent() instanceof Job<?, ?> whole) {
            Run<?, ?> wholeBuild = whole.getBuildByNumber(run.getNumber());
            if (wholeBuild != null) {
                add(wholeBuild, summary, stepId, run.getParent().getFullName());
            }
        }
    }

    private static void add(Run<?, ?> run, RunSummary summary, String stepId, @Nullable String part)
            throws IOException {
        synchronized (run) {
            Optional<CodexRunsAction> before = of(run);
            CodexRunsAction action = before.orElseGet(CodexRunsAction::new);
            LinkedHashMap<String, RunSummary> all = new LinkedHashMap<>(action.summaries);
            all.put(stepId, summary);
            action.summaries = all;
            if (part != null) {
                LinkedHashMap<String, String> allParts = new LinkedHashMap<>(action.parts());
                allParts.put(stepId, part);
                action.parts = allParts;
            }
            if (before.isEmpty()) {
                run.addAction(action);
            }
        }
        run.save();
    }

    private Map<String, String> parts() {
        Map<String, String> known = parts;
        return known == null ? Map.of() : known;
    }

    /** Of a run's page, relative to the build's. */
    public static String urlOf(String stepId) {
        return URL + "/run/" + stepId + "/";
    }

    /** Without asking other plugins for the build's actions: a trend does it for many builds. */
    @SuppressWarnings("deprecation")
    static Optional<CodexRunsAction> of(Run<?, ?> run) {
        for (Object action : run.getActions()) {
            if (action instanceof CodexRunsAction runs) {
                return Optional.of(runs);
            }
        }
        return Optional.empty();
    }

    Map<String, RunSummary> summaries() {
        return summaries;
    }

    /** The build, for the frame around the page. */
    public Run<?, ?> getObject() {
        Run<?, ?> owner = run;
        if (owner == null) {
            throw new IllegalStateException("This belongs to no build.");
        }
        return owner;
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
        return summary == null ? null : new CodexRunPage(buildOf(stepId), stepId, summary);
    }

    /** That of the part, which has the report, while it is there. */
    private Run<?, ?> buildOf(String stepId) {
        Run<?, ?> whole = getObject();
        String part = parts().get(stepId);
        Job<?, ?> job = part == null ? null : Jenkins.get().getItemByFullName(part, Job.class);
        Run<?, ?> build = job == null ? null : job.getBuildByNumber(whole.getNumber());
        return build == null ? whole : build;
    }

    public Api getApi() {
        return new Api(this);
    }

    @Override
    public Object getTarget() {
        getObject().checkPermission(Item.READ);
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
        return URL;
    }

    @Override
    public void onAttached(Run<?, ?> owner) {
        run = owner;
    }

    @Override
    public void onLoad(Run<?, ?> owner) {
        run = owner;
    }
}
