package dev.codexrunner.rotation;

import dev.codexrunner.failure.Failure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which step follows which. Pure: the journal in, a ruling out. */
final class RotationRules {

    private static final Set<StepOutcome> LIVE_CHANGES = Set.of(StepOutcome.PROMOTED, StepOutcome.ROLLED_BACK);
    private static final Set<StepOutcome> REVOCATIONS = Set.of(StepOutcome.REVOKED, StepOutcome.ASSUMED_REVOKED);

    private final RotationPaths paths;
    private final RotationJournal journal;
    private final RotationState state;

    RotationRules(RotationPaths paths, RotationJournal journal) {
        this.paths = paths;
        this.journal = journal;
        this.state = journal.state();
    }

    /**
     * @param fingerprint of the token to be staged
     * @param replace whether another candidate may be put aside
     */
    Ruling stage(String fingerprint, boolean replace) {
        return switch (state.phase()) {
            case IDLE -> new Ruling.Proceed();
            case STAGED, VERIFIED -> {
                Candidate waiting = candidate();
                if (waiting.fingerprint().equals(fingerprint)) {
                    yield new Ruling.Repeated(
                            "staged already, as version " + waiting.version() + " of " + paths.pending());
                }
                yield replace
                        ? new Ruling.Proceed()
                        : refused(RotationFailure.ROTATION_CANDIDATE_WAITS.with(
                                paths, "\"" + waiting.tokenName() + "\" of " + waiting.owner(), waiting.stagedAt()));
            }
            case AWAITING_REVOCATION -> revocationAwaited(RotationStep.STAGE);
            case PROMOTING, DISCARDING, ROLLING_BACK, REVOKED -> underWay();
        };
    }

    Ruling verify() {
        return switch (state.phase()) {
            case IDLE -> nothingStaged(RotationStep.VERIFY);
            case STAGED, VERIFIED -> new Ruling.Proceed();
            case AWAITING_REVOCATION -> revocationAwaited(RotationStep.VERIFY);
            case PROMOTING, DISCARDING, ROLLING_BACK, REVOKED -> underWay();
        };
    }

    /** @param maxAge how old the verification may be */
    Ruling promote(Instant now, Duration maxAge) {
        return switch (state.phase()) {
            case IDLE ->
                latestIn(LIVE_CHANGES).equals(journal.lastChange()) && promotedLast()
                        ? alreadyPromoted()
                        : nothingStaged(RotationStep.PROMOTE);
            case STAGED ->
                refused(RotationFailure.ROTATION_NOT_VERIFIED.with(
                        paths, "\"" + candidate().tokenName() + "\"", Words.latest(journal)));
            case VERIFIED -> {
                Instant verifiedAt =
                        candidate().proof().map(Candidate.Proof::verifiedAt).orElseThrow();
                yield switch (VerificationAge.of(verifiedAt, now, maxAge)) {
                    case FRESH -> new Ruling.Proceed();
                    case TOO_OLD ->
                        refused(RotationFailure.ROTATION_VERIFICATION_TOO_OLD.with(
                                paths, verifiedAt, Words.duration(maxAge)));
                    case IN_THE_FUTURE ->
                        refused(RotationFailure.ROTATION_VERIFICATION_IN_FUTURE.with(paths, verifiedAt, now));
                };
            }
            case AWAITING_REVOCATION -> promotedLast() ? alreadyPromoted() : revocationAwaited(RotationStep.PROMOTE);
            case PROMOTING, DISCARDING, ROLLING_BACK, REVOKED -> underWay();
        };
    }

    /** @param forwardAgain whether a rollback that was done may be undone by another one */
    Ruling rollback(boolean forwardAgain) {
        return switch (state.phase()) {
            case IDLE -> nothingToRollBack();
            case STAGED, VERIFIED -> new Ruling.Proceed();
            case AWAITING_REVOCATION ->
                promotedLast() || forwardAgain
                        ? new Ruling.Proceed()
                        : new Ruling.Repeated("rolled back already, as version " + liveVersion());
            case PROMOTING, DISCARDING, ROLLING_BACK, REVOKED -> underWay();
        };
    }

    Ruling confirmRevoked() {
        return switch (state.phase()) {
            case IDLE -> {
                Optional<StepLine> revocation = latestIn(REVOCATIONS);
                yield revocation.isPresent() && revocation.equals(journal.lastChange())
                        ? new Ruling.Repeated(
                                "confirmed already, at " + revocation.get().at())
                        : nothingToConfirm();
            }
            case STAGED, VERIFIED -> nothingToConfirm();
            case AWAITING_REVOCATION -> new Ruling.Proceed();
            case PROMOTING, DISCARDING, ROLLING_BACK, REVOKED -> underWay();
        };
    }

    private Ruling nothingToRollBack() {
        Optional<StepLine> last = journal.lastChange();
        if (last.filter(line -> line.outcome() == StepOutcome.DISCARDED).isPresent()) {
            return new Ruling.Repeated("the candidate was withdrawn already");
        }
        return last.filter(line -> REVOCATIONS.contains(line.outcome()))
                .map(line -> refused(RotationFailure.ROTATION_PREVIOUS_REVOKED.with(
                        paths,
                        line.outcome() == StepOutcome.ASSUMED_REVOKED
                                ? "It was taken as revoked at " + line.at() + " by the word of " + line.by()
                                        + "; no refusal by the service was seen."
                                : "It was confirmed revoked at " + line.at() + " by " + line.by() + ".")))
                .orElseGet(() ->
                        refused(RotationFailure.ROTATION_NOTHING_TO_ROLL_BACK.with(paths, Words.latest(journal))));
    }

    private Ruling nothingToConfirm() {
        return refused(RotationFailure.ROTATION_NOTHING_TO_CONFIRM.with(paths, Words.latest(journal)));
    }

    private Ruling nothingStaged(RotationStep step) {
        return refused(RotationFailure.ROTATION_NOTHING_STAGED.with(paths, step, Words.latest(journal)));
    }

    private Ruling revocationAwaited(RotationStep step) {
        String old = state.previous().map(TokenFacts::title).orElse("the old token");
        return refused(RotationFailure.ROTATION_REVOCATION_AWAITED.with(paths, old, step));
    }

    private Ruling underWay() {
        Intent intent = state.intent().orElseThrow();
        return refused(RotationFailure.ROTATION_UNDER_WAY.with(paths, intent.step(), intent.at(), intent.by()));
    }

    private Ruling alreadyPromoted() {
        return new Ruling.Repeated("promoted already, as version " + liveVersion());
    }

    private int liveVersion() {
        return state.live().map(TokenFacts::version).orElse(0);
    }

    private Candidate candidate() {
        return state.candidate().orElseThrow();
    }

    /** Whether what is live came by a promotion, not by a rollback. */
    private boolean promotedLast() {
        return latestIn(LIVE_CHANGES)
                .filter(line -> line.outcome() == StepOutcome.PROMOTED)
                .isPresent();
    }

    private Optional<StepLine> latestIn(Set<StepOutcome> outcomes) {
        List<StepLine> matching = journal.steps().stream()
                .filter(line -> outcomes.contains(line.outcome()))
                .toList();
        return matching.isEmpty() ? Optional.empty() : Optional.of(matching.get(matching.size() - 1));
    }

    private static Ruling refused(Failure failure) {
        return new Ruling.Refused(failure);
    }
}
