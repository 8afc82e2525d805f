package dev.codexrunner.jenkins.log;

import hudson.Extension;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.model.listeners.RunListener;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** Shows what is held back of a build's log at its end, and lets its mask go once nothing is written to its log. */
@Extension
@Restricted(NoExternalUse.class)
public final class EndOfBuild extends RunListener<Run<?, ?>> {

    @Override
    public void onCompleted(Run<?, ?> run, TaskListener listener) {
        MaskedSecrets.of(run).ifPresent(MaskedSecrets::letGo);
    }

    @Override
    public void onFinalized(Run<?, ?> run) {
        MaskedSecrets.of(run).ifPresent(MaskedSecrets::forget);
    }
}
