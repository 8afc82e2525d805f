package dev.codexrunner.jenkins.report;

import dev.codexrunner.jenkins.result.RunSummary;
import hudson.model.InvisibleAction;
import hudson.model.Run;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** What a build itself stores of its codex runs: a short summary of each. The reports lie in {@link StoredReports}. */
@Restricted(NoExternalUse.class)
public final class RunSummaries extends InvisibleAction {

    /** By the id of the step. Replaced and never changed, as the build may be saved at any moment. */
    private volatile LinkedHashMap<String, RunSummary> summaries = new LinkedHashMap<>();

    private RunSummaries() {}

    /** Adds a run to its build, or replaces what was known of it, and saves the build. Can be repeated. */
    public static void add(Run<?, ?> run, RunSummary summary, String stepId) throws IOException {
        synchronized (run) {
            Optional<RunSummaries> known = in(run);
            RunSummaries all = known.orElseGet(RunSummaries::new);
            LinkedHashMap<String, RunSummary> added = new LinkedHashMap<>(all.summaries);
            added.put(stepId, summary);
            all.summaries = added;
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
