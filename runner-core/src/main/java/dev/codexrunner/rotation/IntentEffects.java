package dev.codexrunner.rotation;

import dev.codexrunner.credential.vault.SecretVersion;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Does what an intent says, and writes its end into the journal. */
final class IntentEffects {

    private final StepRun run;
    private final LiveSwitch liveSwitch;
    private final LiveFence fence;
    private final IntentToken token;

    IntentEffects(StepRun run, RotationTools tools, LiveFence fence) {
        this.run = run;
        this.liveSwitch = new LiveSwitch(tools.paths(), tools.kv(), tools.live(), tools.metadata());
        this.fence = fence;
        this.token = new IntentToken(run);
    }

    /**
     * @param own whether this process wrote the intent, having proven its token
     * @throws dev.codexrunner.failure.FailureException ROTATION_LOST where somebody else has ended it meanwhile
     */
    IntentEnd of(RotationState state, Intent intent, boolean own) {
        return switch (state.phase()) {
            case PROMOTING -> promotion(state, intent, own);
            case ROLLING_BACK -> rollback(state, intent, own);
            case DISCARDING -> discard(state, intent);
            case REVOKED -> destruction(state, intent);
            case IDLE, STAGED, VERIFIED, AWAITING_REVOCATION -> IntentEnd.NOT_LIVE;
        };
    }

    private IntentEnd promotion(RotationState state, Intent intent, boolean own) {
        Candidate candidate = state.candidate().orElseThrow();
        TokenFacts facts = candidate.live(intent.fromLiveVersion() + 1);
        LiveSwitch.Switched switched = go(intent, facts, () -> token.ofCandidate(candidate, intent, own));
        if (!(switched instanceof LiveSwitch.Switched.Landed landed)) {
            return abandon(state, intent, switched);
        }
        TokenFacts live = facts.atVersion(landed.version());
        describe(live, landed);
        run.pending()
                .destroyUpTo(
                        intent.pendingUpTo(), state.candidate(), run.journal().fingerprints())
                .forEach(run::warn);
        return landed(state, intent, live, StepOutcome.PROMOTED, "\"" + candidate.tokenName() + "\" is live");
    }

    private IntentEnd rollback(RotationState state, Intent intent, boolean own) {
        TokenFacts previous = state.previous().orElseThrow();
        TokenFacts facts = previous.atVersion(intent.fromLiveVersion() + 1);
        LiveSwitch.Switched switched = go(intent, facts, () -> token.ofPrevious(previous, intent, own));
        if (switched instanceof LiveSwitch.Switched.Disproven disproven && !own && fence.set(intent)) {
            // Whoever began it may be about to write; no promotion or rollback after it would take that up.
            switched = go(intent, facts, () -> new Release.Disproven(disproven.failure()));
            if (switched instanceof LiveSwitch.Switched.Overtaken) {
                abandon(state, intent, switched);
                return IntentEnd.refused(disproven.failure());
            }
        }
        if (!(switched instanceof LiveSwitch.Switched.Landed landed)) {
            return abandon(state, intent, switched);
        }
        TokenFacts live = facts.atVersion(landed.version());
        describe(live, landed);
        return landed(state, intent, live, StepOutcome.ROLLED_BACK, previous.title() + " is live again");
    }

    private LiveSwitch.Switched go(Intent intent, TokenFacts facts, Supplier<Release> release) {
        return liveSwitch.go(intent, facts, mode(), run.journal().fingerprints(), release);
    }

    private IntentEnd landed(RotationState state, Intent intent, TokenFacts facts, StepOutcome outcome, String detail) {
        RotationState promoted = state.promoted(facts, intent.replaces());
        end(intent, outcome, OptionalInt.of(facts.version()), detail, journal -> journal.with(promoted));
        return IntentEnd.live(facts.version());
    }

    private IntentEnd discard(RotationState state, Intent intent) {
        run.pending()
                .destroyUpTo(
                        intent.pendingUpTo(), state.candidate(), run.journal().fingerprints())
                .forEach(run::warn);
        run.journal().change(state, journal -> journal.with(state.idle()));
        return IntentEnd.NOT_LIVE;
    }

    private IntentEnd destruction(RotationState state, Intent intent) {
        int knownVersion = state.previous().map(TokenFacts::version).orElse(0);
        LiveSecret.Destroyed destroyed = run.live()
                .destroy(intent.fingerprint(), knownVersion, run.journal().fingerprints());
        run.say(
                destroyed.versions().isEmpty()
                        ? "No version of " + run.paths().live() + " was left to be destroyed."
                        : "Destroyed, since they held it: versions " + destroyed.versions() + " of "
                                + run.paths().live() + ".");
        if (!destroyed.kept().isEmpty()) {
            run.warn("Versions " + destroyed.kept() + " of " + run.paths().live()
                    + " hold the token that counts as revoked, and were left: somebody wrote it back past the"
                    + " rotation, and it is live or was; jobs fail or will. See Vault's audit log, then rotate.");
        }
        if (!destroyed.unreadable().isEmpty()) {
            run.warn("Versions " + destroyed.unreadable() + " of " + run.paths().live()
                    + " are deleted but not destroyed; whether the old token is in them can't be read.");
        }
        run.journal().change(state, journal -> journal.with(state.idle()));
        return IntentEnd.NOT_LIVE;
    }

    private void describe(TokenFacts facts, LiveSwitch.Switched.Landed landed) {
        if (landed.latest()) {
            run.metadata().describe(facts, mode()).ifPresent(run::warn);
        } else {
            run.warn("Version " + landed.version() + " of " + run.paths().live()
                    + " was live, but somebody has written a newer one since.");
        }
    }

    private IntentEnd abandon(RotationState state, Intent intent, LiveSwitch.Switched switched) {
        if (switched instanceof LiveSwitch.Switched.Denied denied) {
            giveUp(intent, "Vault does not allow the live secret to be written");
            return IntentEnd.refused(denied.failure());
        }
        if (switched instanceof LiveSwitch.Switched.Disproven disproven) {
            String why = "asked about once more: " + disproven.failure().what();
            end(intent, StepOutcome.ABANDONED, OptionalInt.empty(), why, journal -> journal.with(state.disproven()));
            return IntentEnd.refused(disproven.failure());
        }
        if (switched instanceof LiveSwitch.Switched.Withheld withheld) {
            giveUp(intent, withheld.why());
        } else if (switched instanceof LiveSwitch.Switched.Overtaken overtaken) {
            overtaken(state, intent, overtaken.latestVersion());
        }
        return IntentEnd.NOT_LIVE;
    }

    /** Ends an intent that did not reach the live path. */
    void giveUp(Intent intent, String why) {
        RotationState then = run.journal().state().abandoned();
        end(intent, StepOutcome.ABANDONED, OptionalInt.empty(), why, journal -> journal.with(then));
    }

    /** The line names the version that took the intent's place. */
    private void overtaken(RotationState state, Intent intent, int latestVersion) {
        int instead = intent.fromLiveVersion() + 1;
        boolean fenced = fence.stands(intent);
        if (fenced && latestVersion == instead && !mode().equals(Optional.of(MetadataMode.FIELDS))) {
            run.metadata().moveOn(intent.fromLiveVersion()).ifPresent(run::warn);
        }
        RotationState then = fenced ? state.abandoned().liveMovedTo(instead) : state.abandoned();
        String why = fenced
                ? "it did not go live; what was live before was written once more"
                : "the live secret was changed by somebody else: it has version " + latestVersion + unrevoked(intent);
        end(intent, StepOutcome.ABANDONED, OptionalInt.of(instead), why, journal -> journal.with(then));
    }

    /** The intent goes, and with it what is known of the token that was live before; nobody may forget that one. */
    private String unrevoked(Intent intent) {
        SecretVersion latest = run.live().latest();
        Optional<String> old = intent.replaces()
                .filter(facts -> !run.live()
                        .holds(latest, facts.fingerprint(), run.journal().fingerprints()))
                .map(facts -> "the token of version " + facts.version() + " (" + facts.title()
                        + ") was live before and was never confirmed revoked");
        old.ifPresent(what -> run.warn("The live secret was changed by somebody else; " + what + ": revoke it too, at "
                + HumanStep.TOKENS_PAGE + ", once it is not live."));
        return old.map(what -> "; " + what).orElse("");
    }

    private void end(
            Intent intent,
            StepOutcome outcome,
            OptionalInt version,
            String detail,
            UnaryOperator<RotationJournal> change) {
        RotationState state = run.journal().state();
        String begun = intent.by().equals(run.by()) ? "" : "; begun by " + intent.by() + " at " + intent.at();
        StepLine line = new StepLine(
                run.now(), intent.step(), version, outcome, Optional.empty(), run.by(), Optional.of(detail + begun));
        run.journal().change(state, journal -> change.apply(journal).with(line));
    }

    private Optional<MetadataMode> mode() {
        return run.journal().journal().metadata();
    }
}
