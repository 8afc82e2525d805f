package dev.codexrunner.jenkins.page;

import dev.codexrunner.jenkins.report.RunSummaries;
import dev.codexrunner.jenkins.result.RunSummary;
import hudson.Extension;
import hudson.model.Action;
import hudson.model.Run;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import jenkins.model.TransientActionFactory;

/** Gives builds that ran codex their pages. */
@Extension
@SuppressWarnings("rawtypes")
public final class RunsActionFactory extends TransientActionFactory<Run> {

    @Override
    public Class<Run> type() {
        return Run.class;
    }

    @Override
    public Class<? extends Action> actionType() {
        return CodexRunsAction.class;
    }

    @Override
    public Collection<? extends Action> createFor(Run target) {
        Run<?, ?> run = target;
        Map<String, RunSummary> summaries = RunSummaries.of(run);
        return summaries.isEmpty() ? List.of() : List.of(new CodexRunsAction(run, summaries));
    }
}
