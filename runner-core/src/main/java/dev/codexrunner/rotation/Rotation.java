package dev.codexrunner.rotation;

import dev.codexrunner.credential.vault.VersionedSecrets;
import dev.codexrunner.transport.Pause;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;

/**
 * One token's rotation. Every step can be killed anywhere and repeated; who finds what another one began finishes it
 * first. Not thread-safe: each rotator has its own.
 */
public final class Rotation {

    private final RotationTools tools;
    private Optional<StepRun> latest = Optional.empty();

    /** As below, and waits for real between two questions. */
    public Rotation(
            RotationPaths paths,
            VersionedSecrets kv,
            Verification verification,
            Clock clock,
            SecureRandom random,
            String by,
            RotationLimits limits) {
        this(paths, kv, verification, clock, random, by, limits, Pause.sleeping());
    }

    /**
     * @param paths where the secrets lie
     * @param kv the engine that they lie in
     * @param verification how a token is proven
     * @param clock for the timeline, expiry and the age of a verification
     * @param random for the fingerprint key and the names of writes
     * @param by who does it, for the timeline: Vault's word and the machine
     * @param limits bounds
     * @param pause waits between two questions about a token
     */
    public Rotation(
            RotationPaths paths,
            VersionedSecrets kv,
            Verification verification,
            Clock clock,
            SecureRandom random,
            String by,
            RotationLimits limits,
            Pause pause) {
        tools = new RotationTools(paths, kv, verification, clock, random, by, limits, pause);
    }

    /**
     * Puts a candidate beside the live token.
     *
     * @throws dev.codexrunner.failure.FailureException RotationFailure, TokenFailure, or what Vault ran into
     */
    public StepResult stage(StageRequest request) {
        StepRun run = begin(RotationStep.STAGE);
        return run.run(() -> new StageStep(run, new OpenIntent(run, tools), request).run());
    }

    /**
     * Proves the candidate: shape and expiry, whose it is, and a tiny run of codex. Nothing live is touched.
     *
     * @throws dev.codexrunner.failure.FailureException RotationFailure, TokenFailure, what the service said, or what Vault
     *     ran into
     */
    public StepResult verify(VerifyRequest request) {
        StepRun run = begin(RotationStep.VERIFY);
        return run.run(() -> new VerifyStep(run, new OpenIntent(run, tools), request).run());
    }

    /**
     * Makes the verified candidate live.
     *
     * @throws dev.codexrunner.failure.FailureException RotationFailure, or what Vault ran into
     */
    public StepResult promote(PromoteRequest request) {
        StepRun run = begin(RotationStep.PROMOTE);
        return run.run(() -> new PromoteStep(run, new OpenIntent(run, tools), request).run());
    }

    /**
     * Withdraws the candidate; or, after a promotion, makes the previous token live again once it is proven to work.
     *
     * @throws dev.codexrunner.failure.FailureException RotationFailure, what the service said, or what Vault ran into
     */
    public StepResult rollback(RollbackRequest request) {
        StepRun run = begin(RotationStep.ROLLBACK);
        return run.run(() -> new RollbackStep(run, new OpenIntent(run, tools), request).run());
    }

    /**
     * Has the service refuse the old token, then destroys it.
     *
     * @throws dev.codexrunner.failure.FailureException RotationFailure, what the service said, or what Vault ran into
     */
    public StepResult confirmRevoked(ConfirmRevokedRequest request) {
        StepRun run = begin(RotationStep.CONFIRM_REVOKED);
        return run.run(() -> new ConfirmRevokedStep(run, new OpenIntent(run, tools), request).run());
    }

    private StepRun begin(RotationStep step) {
        StepRun run = new StepRun(step, tools);
        latest = Optional.of(run);
        return run;
    }

    /** What the latest step had to tell, where it failed too. */
    public StepNotes notes() {
        return latest.map(StepRun::notes).orElse(StepNotes.NONE);
    }

    /**
     * Where it stands. Writes nothing.
     *
     * @throws dev.codexrunner.failure.FailureException RotationFailure, or what Vault ran into
     */
    public RotationStatus status() {
        return new StatusReader(tools).read();
    }
}
