package dev.codexrunner.rotation;

import dev.codexrunner.credential.vault.SecretVersion;
import dev.codexrunner.secret.Secret;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Withdraws a candidate; or has the previous token live again, proven first as a candidate is. */
final class RollbackStep {

    private final StepRun run;
    private final OpenIntent openIntent;
    private final Promotion promotion;
    private final RollbackRequest request;

    RollbackStep(StepRun run, OpenIntent openIntent, RollbackRequest request) {
        this.run = run;
        this.openIntent = openIntent;
        this.promotion = new Promotion(run, openIntent);
        this.request = request;
    }

    StepResult run() {
        run.journal().read();
        SecretVersion live = run.journal().state().phase() == Phase.PROMOTING ? forestall() : settle();
        promotion.adopt(live);
        RotationState state = run.journal().state();
        Ruling ruling = run.rules().rollback(request.expectLiveVersion().isPresent());
        if (ruling instanceof Ruling.Repeated && state.phase() == Phase.AWAITING_REVOCATION) {
            run.requireOldNotLive(live);
            run.requireStillLive(live);
        }
        Optional<StepResult> before = run.ruled(ruling);
        return before.orElseGet(() -> state.candidate().isPresent() ? discard(state) : restore(state, live));
    }

    private SecretVersion settle() {
        openIntent.settle();
        return expectedLive();
    }

    /** Who rolls back does not want the candidate live, not even for a moment. */
    private SecretVersion forestall() {
        Intent intent = run.journal().state().intent().orElseThrow();
        expectedLive();
        openIntent.forestallPromotion();
        SecretVersion live = run.live().latest();
        boolean movedByUs = live.version() == intent.fromLiveVersion() + 1 && openIntent.fenced(intent);
        if (!movedByUs) {
            return expectedLive();
        }
        run.say("The promotion begun at " + intent.at() + " by " + intent.by()
                + " can't reach the live secret any more: what" + " was live was written once more, as version "
                + live.version() + ".");
        return live;
    }

    private SecretVersion expectedLive() {
        return run.live().latest(request.expectLiveVersion(), run.journal().journal());
    }

    private StepResult discard(RotationState state) {
        Candidate candidate = state.candidate().orElseThrow();
        run.about(candidate.version());
        Intent intent = new Intent(
                RotationStep.ROLLBACK,
                run.now(),
                run.by(),
                0,
                candidate.fingerprint(),
                Optional.empty(),
                Optional.empty(),
                run.pending().currentVersion());
        StepLine line = run.line(StepOutcome.DISCARDED, "\"" + candidate.tokenName() + "\" was withdrawn");
        openIntent.begin(state, state.discarding(intent), Optional.of(line));
        run.say(whereabouts(candidate));
        requireSomethingLive();
        return run.done("withdrew the candidate");
    }

    /** A promotion that was given up may have been live, and been deleted by hand since. */
    private void requireSomethingLive() {
        SecretVersion live = run.live().latest();
        if (live.state() == SecretVersion.State.DELETED || live.state() == SecretVersion.State.DESTROYED) {
            throw RotationFailure.ROTATION_NOTHING_LIVE
                    .with(run.paths(), live.version(), run.paths().live())
                    .asException();
        }
    }

    /** By what is found afterwards: Vault may deny to destroy it, and somebody may have written it once more. */
    private String whereabouts(Candidate candidate) {
        List<Integer> left = run.pending().holding(candidate, run.journal().fingerprints());
        return left.isEmpty()
                ? "The candidate's value is destroyed in Vault; revoke the token too if nobody is to use it."
                : "The candidate's value still lies in versions " + left + " of "
                        + run.paths().pending() + ": revoke the token.";
    }

    private StepResult restore(RotationState state, SecretVersion live) {
        TokenFacts previous = state.previous().orElseThrow();
        SecretVersion holder = run.live()
                .find(previous, run.journal().fingerprints())
                .orElseThrow(() -> RotationFailure.ROTATION_PREVIOUS_GONE
                        .with(run.paths(), previous.title())
                        .asException());
        Secret token = run.live().token(holder).orElseThrow();
        TokenProof proof = new TokenProof(run);
        TokenProof.Proven proven = proof.of(token, previous.expiresAt().orElseGet(TokenExpiry::never), Duration.ZERO);
        proof.probe(proven);
        TokenFacts verified = previous.atVersion(holder.version()).verified(run.now(), proven.identity());
        ReplacedTokens replaced = ReplacedTokens.of(run, previous.fingerprint(), live);
        Intent intent = new Intent(
                RotationStep.ROLLBACK,
                run.now(),
                run.by(),
                live.version(),
                previous.fingerprint(),
                Optional.of(run.now()),
                replaced.latest(),
                0);
        OptionalInt version = openIntent.begin(state, state.rollingBack(verified, intent), replaced.noted(run));
        if (version.isEmpty()) {
            throw openIntent.notLive(live);
        }
        run.about(version.getAsInt());
        run.say("Every consumer of " + run.paths() + " reads the earlier token again; the withdrawn one is still valid"
                + " until it is revoked.");
        return run.done("rolled back as version " + version.getAsInt());
    }
}
