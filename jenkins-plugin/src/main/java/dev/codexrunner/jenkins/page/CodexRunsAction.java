package dev.codexrunner.jenkins.page;

import dev.codexrunner.jenkins.result.RunSummary;
import hudson.model.Run;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jenkins.model.RunAction2;
import org.jspecify.annotations.Nullable;

/** What a build shows of its codex runs: a list of them, and a page for each. Stores a summary of each run. */
public final class CodexRunsAction implements RunAction2 {

    private static final String URL = "codex-runner";

    /** By the id of the step. Replaced and never changed, as the build may be saved at any moment. */
    private volatile Map<String, RunSummary> summaries = new LinkedHashMap<>();

    private transient @Nullable Run<?, ?> run;

    private CodexRunsAction() {}

    /** Adds a run to its build, or replaces what was known of it, and saves the build. Can be repeated. */
    public static void add(Run<?, ?> run, RunSummary summary, String stepId) throws IOException {
        synchronized (run) {
            CodexRunsAction action = run.getAction(CodexRunsAction.class);
            if (action == null) {
                action = new CodexRunsAction();
                run.addAction(action);
            }
            Map<String, RunSummary> all = new LinkedHashMap<>(action.summaries);
            all.put(stepId, summary);
            action.summaries = all;
        }
        run.save();
    }

    /** Of a run's page, relative to the build's. */
    public static String urlOf(String stepId) {
        return URL + "/run/" + stepId + "/";
    }

    public List<RunSummary> summaries() {
        return new ArrayList<>(summaries.values());
    }

    @Override
    public @Nullable String getIconFileName() {
        return "symbol-terminal";
    }

    @Override
    public String getDisplayName() {
        return "Codex";
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
