package dev.codexrunner.jenkins.report;

import dev.codexrunner.jenkins.result.RunSummary;
import hudson.model.InvisibleAction;
import hudson.model.Job;
import hudson.model.Run;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import jenkins.model.Jenkins;
import org.jspecify.annotations.Nullable;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** What a build itself stores of its codex runs: a short summary of each. The reports lie in {@link StoredReports}. */
@Restricted(NoExternalUse.class)
public final class RunSummaries extends InvisibleAction {

    /** By the id of the step. Replaced and never changed, as the build may be saved at any moment. */
    private volatile LinkedHashMap<String, RunSummary> summaries = new LinkedHashMap<>();

    /**
     * Of the runs that belong to a part of this build, as to one configuration of a matrix: the part's job, by the id of the
     * step. Null where there are none. Replaced and never changed, too.
     */
    private volatile @Nullable LinkedHashMap<String, String> parts;

    private RunSummaries() {}

    /**
     * Adds a run to its build, and to that of the whole if it is a part of one, or replaces what was known of it; and saves
     * the builds. Can be repeated.
     */
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
            Optional<RunSummaries> known = in(run);
            RunSummaries all = known.orElseGet(RunSummaries::new);
            LinkedHashMap<String, RunSummary> added = new LinkedHashMap<>(all.summaries);
            added.put(stepId, summary);
            all.summaries = added;
            if (part != null) {
                LinkedHashMap<String, String> allParts = new LinkedHashMap<>(all.parts());
                allParts.put(stepId, part);
                all.parts = allParts;
            }
            if (known.isEmpty()) {
                run.addAction(all);
            }
        }
        run.save();
    }

    /** By the id of the step, in the order they began to be reported; empty for a build that ran no codex. */
    public static Map<String, RunSummary> of(Run<?, ?> run) {
        return in(run).map(all -> Collections.unmodifiableMap(all.summaries)).orElse(Map.of());
    }

    /** Where a run's report is: the build, or that of its part while it is there. */
    public static Run<?, ?> buildOf(Run<?, ?> run, String stepId) {
        String part = in(run).map(all -> all.parts().get(stepId)).orElse(null);
        Job<?, ?> job = part == null ? null : Jenkins.get().getItemByFullName(part, Job.class);
        Run<?, ?> build = job == null ? null : job.getBuildByNumber(run.getNumber());
        return build == null ? run : build;
    }

    private Map<String, String> parts() {
        Map<String, String> known = parts;
        return known == null ? Map.of() : known;
    }

    /** Without asking other plugins for the build's actions: a trend does it for many builds. */
    @SuppressWarnings("deprecation")
    private static Optional<RunSummaries> in(Run<?, ?> run) {
        for (Object action : run.getActions()) {
            if (action instanceof RunSummaries summaries) {
                return Optional.of(summaries);
            }
        }
        return Optional.empty();
    }
}
