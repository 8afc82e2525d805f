package dev.codexrunner.jenkins.page;

import hudson.Extension;
import hudson.model.Action;
import hudson.model.Job;
import java.util.Collection;
import java.util.List;
import jenkins.model.TransientActionFactory;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** Adds the trend to jobs that ran codex lately. It is asked for each look at a job, so that it looks at few builds. */
@Extension
@SuppressWarnings("rawtypes")
@Restricted(NoExternalUse.class)
public final class TrendActionFactory extends TransientActionFactory<Job> {

    private static final int MOST = 5;

    @Override
    public Class<Job> type() {
        return Job.class;
    }

    @Override
    public Class<? extends Action> actionType() {
        return CodexTrendAction.class;
    }

    @Override
    public Collection<? extends Action> createFor(Job target) {
        Job<?, ?> job = target;
        return TrendBuilds.of(job, MOST).isEmpty() ? List.of() : List.of(new CodexTrendAction(job));
    }
}
