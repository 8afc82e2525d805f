package dev.codexrunner.rotation;

import dev.codexrunner.credential.vault.SecretVersion;
import dev.codexrunner.failure.FailureException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;

/**
 * Finishes what a journal's intent says, whoever began it: this step, one that was killed, or one that is still at it.
 * Several may do so at once.
 */
final class OpenIntent {

    /** Each further round means that somebody else began something new. */
    private static final int ROUNDS = 5;

    private final StepRun run;
    private final LiveSwitch liveSwitch;

    OpenIntent(StepRun run, RotationTools tools) {
        this.run = run;
        this.liveSwitch = new LiveSwitch(tools.paths(), tools.kv(), tools.live(), tools.metadata());
    }

    /** Finishes what is open, if anything is. */
    void settle() {
        for (int round = 0; round < ROUNDS && run.journal().state().phase().transitional(); round++) {
            Intent intent = run.journal().state().intent().orElseThrow();
            if (finish(intent).isPresent()) {
                run.say("Finished what was begun at " + intent.at() + " by " + intent.by() + ": " + intent.step()
                        + ".");
            }
        }
    }

    /**
     * Writes down what is about to be done, and does it.
     *
     * @param state the state that was decided upon
     * @param begun the state with the intent in it
     * @param line of the timeline; empty where the end of it leaves one
     * @return as {@link #finish}
     * @throws FailureException ROTATION_LOST
     */
    OptionalInt begin(RotationState state, RotationState begun, Optional<StepLine> line) {
        run.journal().change(state, journal -> {
            RotationJournal changed = journal.with(begun);
            return line.map(changed::with).orElse(changed);
        });
        return finish(begun.intent().orElseThrow());
    }

    /**
     * A verified candidate that is live already, by somebody's hand or by a rotator that was thought dead, counts as
     * promoted; else the old token's revocation would be forgotten.
     */
    void adopt(SecretVersion live) {
        RotationState state = run.journal().state();
        if (state.phase() != Phase.VERIFIED || live.version() == 0) {
            return;
        }
        Candidate candidate = state.candidate().orElseThrow();
        if (run.live().holds(live, candidate.fingerprint(), run.journal().fingerprints())) {
            Optional<TokenFacts> before = state.live()
                    .or(() -> run.live().facts(run.live().version(live.version() - 1), run.journal()))
                    .filter(facts -> !facts.fingerprint().equals(candidate.fingerprint()));
            begin(state, state.promoting(promotion(candidate, live.version() - 1, before)), Optional.empty());
            run.warn("The candidate was live already, as version " + live.version()
                    + ", though no promotion says so; it counts as promoted.");
        }
    }

    /** The intent to make a candidate live. */
    Intent promotion(Candidate candidate, int fromLiveVersion, Optional<TokenFacts> replaces) {
        return new Intent(
                RotationStep.PROMOTE,
                run.now(),
                run.by(),
                fromLiveVersion,
                candidate.fingerprint(),
                candidate.proof().map(Candidate.Proof::verifiedAt),
                replaces,
                run.pending().currentVersion());
    }

    /**
     * Finishes this intent.
     *
     * @return the live version that the intent's token got; empty where it did not go live, or none was to be written
     */
    OptionalInt finish(Intent intent) {
        RotationState state = run.journal().state();
        if (!state.intent().equals(Optional.of(intent))) {
            return outcomeByOthers(intent);
        }
        try {
            return switch (state.phase()) {
                case PROMOTING -> promotion(state, intent);
                case ROLLING_BACK -> rollback(state, intent);
                case DISCARDING -> discard(state, intent);
                case REVOKED -> destruction(state, intent);
                case IDLE, STAGED, VERIFIED, AWAITING_REVOCATION -> OptionalInt.empty();
            };
        } catch (FailureException e) {
            if (!e.failure().code().equals(RotationFailure.ROTATION_LOST.code())) {
                throw e;
            }
            return outcomeByOthers(intent);
        }
    }

    /** The state moved on without us: whether the intent came true stands in it. */
    private OptionalInt outcomeByOthers(Intent intent) {
        return run.journal()
                .state()
                .live()
                .filter(live -> live.fingerprint().equals(intent.fingerprint())
                        && live.version() == intent.fromLiveVersion() + 1)
                .map(live -> OptionalInt.of(live.version()))
                .orElseGet(OptionalInt::empty);
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

    private OptionalInt promotion(RotationState state, Intent intent) {
        Candidate candidate = state.candidate().orElseThrow();
        TokenFacts facts = candidate.live(intent.fromLiveVersion() + 1);
        Fingerprints fingerprints = run.journal().fingerprints();
        LiveSwitch.Switched switched = liveSwitch.go(
                intent,
                facts,
                mode(),
                fingerprints,
                () -> run.pending().token(candidate, fingerprints).filter(token -> fresh(intent)));
        if (switched instanceof LiveSwitch.Switched.Landed landed) {
            describe(facts, landed);
            run.pending()
                    .destroyUpTo(intent.pendingUpTo(), state.candidate(), fingerprints)
                    .ifPresent(run::warn);
            end(
                    intent,
                    StepOutcome.PROMOTED,
                    "\"" + candidate.tokenName() + "\" is live",
                    journal -> journal.with(state.promoted(facts, intent.replaces())));
            return OptionalInt.of(landed.version());
        }
        abandon(state, intent, switched);
        return OptionalInt.empty();
    }

    private OptionalInt rollback(RotationState state, Intent intent) {
        TokenFacts previous = state.previous().orElseThrow();
        TokenFacts facts = previous.atVersion(intent.fromLiveVersion() + 1);
        Fingerprints fingerprints = run.journal().fingerprints();
        LiveSwitch.Switched switched = liveSwitch.go(
                intent,
                facts,
                mode(),
                fingerprints,
                () -> run.live()
                        .find(previous, fingerprints)
                        .flatMap(run.live()::token)
                        .filter(token -> fresh(intent)));
        if (switched instanceof LiveSwitch.Switched.Landed landed) {
            describe(facts, landed);
            end(
                    intent,
                    StepOutcome.ROLLED_BACK,
                    previous.title() + " is live again",
                    journal -> journal.with(state.promoted(facts, intent.replaces())));
            return OptionalInt.of(landed.version());
        }
        abandon(state, intent, switched);
        return OptionalInt.empty();
    }

    private OptionalInt discard(RotationState state, Intent intent) {
        run.pending()
                .destroyUpTo(
                        intent.pendingUpTo(), state.candidate(), run.journal().fingerprints())
                .ifPresent(run::warn);
        run.journal().change(state, journal -> journal.with(state.idle()));
        return OptionalInt.empty();
    }

    private OptionalInt destruction(RotationState state, Intent intent) {
        int knownVersion = state.previous().map(TokenFacts::version).orElse(0);
        LivePath.Destroyed destroyed = run.live()
                .destroy(intent.fingerprint(), knownVersion, run.journal().fingerprints());
        run.say(
                destroyed.versions().isEmpty()
                        ? "No version of " + run.paths().live() + " was left to be destroyed."
                        : "Destroyed, since they held it: versions " + destroyed.versions() + " of "
                                + run.paths().live() + ".");
        if (!destroyed.unreadable().isEmpty()) {
            run.warn("Versions " + destroyed.unreadable() + " of " + run.paths().live()
                    + " are deleted but not destroyed; whether the old token is in them can't be read.");
        }
        run.journal().change(state, journal -> journal.with(state.idle()));
        return OptionalInt.empty();
    }

    private void describe(TokenFacts facts, LiveSwitch.Switched.Landed landed) {
        if (landed.latest()) {
            run.metadata().describe(facts, mode()).ifPresent(run::warn);
        } else {
            run.warn("Version " + landed.version() + " of " + run.paths().live()
                    + " was live, but somebody has written a newer one since.");
        }
    }

    private void abandon(RotationState state, Intent intent, LiveSwitch.Switched switched) {
        String why = switched instanceof LiveSwitch.Switched.Overtaken overtaken
                ? "the live secret was changed by somebody else: it has version " + overtaken.latestVersion()
                : fresh(intent) ? "its token is not there any more" : "its verification is too old by now";
        end(intent, StepOutcome.ABANDONED, why, journal -> journal.with(state.abandoned()));
    }

    private void end(Intent intent, StepOutcome outcome, String detail, UnaryOperator<RotationJournal> change) {
        RotationState state = run.journal().state();
        OptionalInt version =
                outcome == StepOutcome.ABANDONED ? OptionalInt.empty() : OptionalInt.of(intent.fromLiveVersion() + 1);
        String begun = intent.by().equals(run.by()) ? "" : "; begun by " + intent.by() + " at " + intent.at();
        StepLine line = new StepLine(
                run.now(), intent.step(), version, outcome, Optional.empty(), run.by(), Optional.of(detail + begun));
        run.journal().change(state, journal -> change.apply(journal).with(line));
    }

    /** An intent that nobody came back to for long is no leave to write a token that was proven long ago. */
    private boolean fresh(Intent intent) {
        Duration maxAge = run.limits().verificationMaxAge();
        return intent.verifiedAt()
                .filter(verified -> !verified.plus(maxAge).isBefore(run.now()))
                .isPresent();
    }

    private Optional<MetadataMode> mode() {
        return run.journal().journal().metadata();
    }
}
