package dev.codexrunner.rotation;

import dev.codexrunner.credential.vault.SecretVersion;
import dev.codexrunner.failure.FailureException;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Finishes what a journal's intent says, whoever began it: this step, one that was killed, or one that is still at it.
 * Several may do so at once.
 */
final class OpenIntent {

    /** Each further round means that somebody else began something new. */
    private static final int ROUNDS = 5;

    private final StepRun run;
    private final IntentEffects effects;
    private final LiveFence fence;

    OpenIntent(StepRun run, RotationTools tools) {
        this.run = run;
        this.fence = new LiveFence(tools.paths(), tools.kv(), tools.live());
        this.effects = new IntentEffects(run, tools, fence);
    }

    /** Finishes what is open, if anything is; or gives it up, which is no reason for a step not to go on from there. */
    void settle() {
        for (int round = 0; round < ROUNDS && run.journal().state().phase().transitional(); round++) {
            Intent intent = run.journal().state().intent().orElseThrow();
            IntentEnd end = finish(intent, false);
            String begun = "at " + intent.at() + " by " + intent.by();
            if (end.liveVersion().isPresent()) {
                run.say("Finished what was begun " + begun + ": " + intent.step() + ".");
            }
            end.objection()
                    .ifPresent(failure -> run.warn(
                            "What was begun " + begun + " was given up (" + intent.step() + "): " + failure.reason()));
        }
    }

    /**
     * Keeps a promotion that was begun from reaching the live path; one that has reached it is finished. Does nothing where
     * none was begun.
     */
    void forestallPromotion() {
        RotationState state = run.journal().state();
        if (state.phase() != Phase.PROMOTING) {
            return;
        }
        Intent intent = state.intent().orElseThrow();
        if (!fence.set(intent)) {
            withoutFence(intent);
        }
        settle();
    }

    /** Who may not write the live path can only say that it is withdrawn. */
    private void withoutFence(Intent intent) {
        try {
            effects.giveUp(intent, "withdrawn; Vault does not allow the live secret to be written");
        } catch (FailureException e) {
            requireLost(e);
        }
    }

    /** Whether what was written to the live path instead of an intent's token is the token that was there before. */
    boolean fenced(Intent intent) {
        return fence.stands(intent);
    }

    /**
     * Writes down what is about to be done, and does it. This process has proven the token that is to go live itself.
     *
     * @param state the state that was decided upon
     * @param begun the state with the intent in it
     * @param line of the timeline; empty where the end of it leaves one
     * @return the live version that the intent's token got; empty where it did not go live, or none was to be written
     * @throws FailureException ROTATION_LOST, or why it was given up
     */
    OptionalInt begin(RotationState state, RotationState begun, Optional<StepLine> line) {
        run.journal().change(state, journal -> {
            RotationJournal changed = journal.with(begun);
            return line.map(changed::with).orElse(changed);
        });
        IntentEnd end = finish(begun.intent().orElseThrow(), true);
        end.objection().ifPresent(failure -> {
            throw failure.asException();
        });
        return end.liveVersion();
    }

    private IntentEnd finish(Intent intent, boolean own) {
        RotationState state = run.journal().state();
        if (!state.intent().equals(Optional.of(intent))) {
            return outcomeByOthers(intent);
        }
        try {
            return effects.of(state, intent, own);
        } catch (FailureException e) {
            requireLost(e);
            return outcomeByOthers(intent);
        }
    }

    private static void requireLost(FailureException thrown) {
        if (!RotationFailure.ROTATION_LOST.code().equals(thrown.failure().code())) {
            throw thrown;
        }
    }

    /** The state moved on without us: whether the intent came true stands in it. */
    private IntentEnd outcomeByOthers(Intent intent) {
        return run.journal()
                .state()
                .live()
                .filter(live ->
                        live.fingerprint().equals(intent.fingerprint()) && live.version() > intent.fromLiveVersion())
                .map(live -> IntentEnd.live(live.version()))
                .orElse(IntentEnd.NOT_LIVE);
    }

    /**
     * Why a token that this step was to make live is not live.
     *
     * @param before the live path as it was when the step began
     */
    FailureException notLive(SecretVersion before) {
        int now = run.live().latest().version();
        return now == before.version()
                ? run.journal().lost()
                : RotationFailure.ROTATION_LIVE_CHANGED
                        .with(run.paths(), now, before.version())
                        .asException();
    }
}
