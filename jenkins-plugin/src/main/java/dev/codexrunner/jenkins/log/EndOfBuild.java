package dev.codexrunner.jenkins.log;

import hudson.Extension;
import hudson.model.Run;
import hudson.model.listeners.RunListener;

/** Lets the mask of a build go once nothing is written to its log. */
@Extension
public final class EndOfBuild extends RunListener<Run<?, ?>> {

    @Override
    public void onFinalized(Run<?, ?> run) {
        MaskedSecrets.of(run).ifPresent(MaskedSecrets::forget);
    }
}
