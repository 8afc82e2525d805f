package dev.codexrunner.jenkins.log;

import dev.codexrunner.jenkins.masking.LogMask;
import hudson.model.Run;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import jenkins.util.Timer;
import org.jenkinsci.plugins.workflow.flow.FlowExecutionOwner;

/** The masks of builds, as logs ask for them; on the controller only. */
final class BuildMask {

    private BuildMask() {}

    static OutputStream over(OutputStream log, Run<?, ?> run) {
        return over(log, () -> of(run));
    }

    static BuildLog over(OutputStream log, Supplier<Optional<Masker>> masker) {
        return new BuildLog(log, masker, (task, delay, unit) -> Timer.get().schedule(task, delay, unit));
    }

    /** Empty while the build's steps were given no secret. */
    static Optional<Masker> of(Run<?, ?> run) {
        return MaskedSecrets.of(run).map(Function.identity());
    }

    /** As {@link #of(Run)}; empty also while the build can't be had, as when it is being loaded. */
    static Optional<Masker> of(FlowExecutionOwner owner) {
        return secrets(owner).map(Function.identity());
    }

    /** For whole texts of the build; empty as {@link #of(FlowExecutionOwner)} is. */
    static Optional<LogMask> forTextsOf(FlowExecutionOwner owner) {
        return secrets(owner).map(MaskedSecrets::mask);
    }

    private static Optional<MaskedSecrets> secrets(FlowExecutionOwner owner) {
        try {
            return owner.getExecutable() instanceof Run<?, ?> run ? MaskedSecrets.of(run) : Optional.empty();
        } catch (IOException notYet) {
            return Optional.empty();
        }
    }
}
