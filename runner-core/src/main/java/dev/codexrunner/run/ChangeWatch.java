package dev.codexrunner.run;

import dev.codexrunner.changes.ChangeRules;
import dev.codexrunner.changes.FilesBefore;
import dev.codexrunner.changes.WatchedFolders;
import dev.codexrunner.config.RunnerConfig;
import dev.codexrunner.config.Sandbox;
import dev.codexrunner.failure.Failure;
import dev.codexrunner.failure.FailureException;
import dev.codexrunner.failure.FailureKind;
import dev.codexrunner.outcome.Budget;
import dev.codexrunner.outcome.Budgets;
import dev.codexrunner.outcome.Spending;
import dev.codexrunner.secret.Redactor;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Finds out what a run has really changed, and fails it for what it may not. That decides also where the run had failed
 * otherwise: whoever starts it again, as other failures invite to, would take the changes for what was there before.
 */
final class ChangeWatch implements AutoCloseable {

    /** Beyond the walk's own bound: reached only where a single look at the disk hangs. */
    private static final Duration HANGS = Duration.ofSeconds(150);

    private static final String LOOKED_AT = "the files of the working folder";

    private final RunJob job;
    private final Cancellation cancellation;
    private final Redactor redactor;
    private final Optional<FilesBefore> before;

    private ChangeWatch(RunJob job, Cancellation cancellation, Redactor redactor, Optional<FilesBefore> before) {
        this.job = job;
        this.redactor = redactor;
        this.cancellation = cancellation;
        this.before = before;
    }

    /**
     * Looks at the files as they stand. A thread that is interrupted meanwhile gives up.
     *
     * @param redactor takes the secrets out of what is shown of changed files
     *
     * @throws FailureException where they can't all be looked at, and that is not allowed
     */
    static ChangeWatch begin(RunJob job, RunSurroundings surroundings, Cancellation cancellation, Redactor redactor) {
        RunnerConfig config = job.config();
        if (!mayChangeFiles(config)) {
            return new ChangeWatch(job, cancellation, redactor, Optional.empty());
        }
        WatchedFolders folders = WatchedFolders.of(
                AgentFolders.ofWork(config.task(), config.codex(), surroundings.variables()),
                AgentFolders.real(config.task().cd()),
                config.codex().sandbox() == Sandbox.DANGER_FULL_ACCESS);
        try {
            FilesBefore looked = new BoundedReading(HANGS, HANGS)
                    .read(LOOKED_AT, () -> FilesBefore.look(folders, job.folder(), surroundings.nanoTime()));
            return new ChangeWatch(job, cancellation, redactor, Optional.of(looked));
        } catch (FailureException unknown) {
            if (!allowed(config, unknown)) {
                throw unknown;
            }
            job.record().warn(unknown.failure().what());
            return new ChangeWatch(job, cancellation, redactor, Optional.empty());
        }
    }

    /** What runs outside of the sandbox may change files in any; an allowed override may make it another sandbox. */
    private static boolean mayChangeFiles(RunnerConfig config) {
        return config.codex().sandbox() != Sandbox.READ_ONLY
                || !config.policy().allowMcp().isEmpty()
                || !config.policy().allowOverride().isEmpty();
    }

    private static boolean allowed(RunnerConfig config, FailureException unknown) {
        return config.changes().allowUncheckedChanges() && unknown.failure().kind() == FailureKind.POLICY;
    }

    /**
     * Runs codex, and gives its last attempt with the verdict that the changes make of it.
     *
     * @param attempts runs codex
     * @throws FailureException when codex can't be started
     */
    AttemptResult over(Supplier<AttemptResult> attempts) {
        try {
            AttemptResult last = attempts.get();
            if (before.isEmpty() || cancellation.signal().isPresent()) {
                return last;
            }
            AttemptResult judged = judged(last);
            job.record().endedAs(judged.end());
            return judged;
        } catch (FailureException notStarted) {
            // An attempt before the one that couldn't be started may have changed something.
            if (before.isPresent() && cancellation.signal().isEmpty()) {
                look().failure().ifPresent(broken -> {
                    throw broken.asException();
                });
            }
            throw notStarted;
        }
    }

    private AttemptResult judged(AttemptResult last) {
        try {
            FilesBefore.Findings findings = look();
            CodexAccount.differences(
                            last.transcript().fileChanges(),
                            findings.changes(),
                            AgentFolders.real(job.config().task().cd()))
                    .forEach(job.record()::warn);
            AttemptResult known = last.withChanges(findings.changes());
            return findings.failure()
                    .or(() -> Budget.firstExceeded(
                            Budgets.of(job.config().limits()),
                            new Spending(0, 0, findings.changes().count())))
                    .map(broken -> failed(known, broken))
                    .orElse(known);
        } catch (FailureException unknown) {
            Optional<Failure> cancelled = cancellation.failure();
            if (cancelled.isEmpty() && allowed(job.config(), unknown)) {
                job.record().warn(unknown.failure().what());
                return last;
            }
            return failed(last, cancelled.orElse(unknown.failure()));
        }
    }

    private AttemptResult failed(AttemptResult last, Failure broken) {
        if (!last.verdict().isSuccess()) {
            job.record()
                    .warn("The run had failed without that: " + last.verdict().reason() + " ["
                            + last.verdict().code() + "]");
        }
        return last.failedBy(broken);
    }

    private FilesBefore.Findings look() {
        Thread runner = Thread.currentThread();
        try (Cancellation.Registration interrupting = cancellation.onCancel(signal -> runner.interrupt())) {
            return new BoundedReading(HANGS, HANGS)
                    .read(
                            LOOKED_AT,
                            () -> before.orElseThrow()
                                    .compare(ChangeRules.of(job.config().changes()), redactor::redact));
        }
    }

    @Override
    public void close() {
        before.ifPresent(FilesBefore::close);
    }
}
