package dev.codexrunner.rotation;

import java.util.Optional;

/**
 * Where a rotation stands, and how one state follows from another; all that check-and-set protects. Two rotators that
 * read equal states decide alike. Pure.
 *
 * @param serial grows with every change, so that a state that came back is not taken for the one that was read
 * @param phase the phase
 * @param live the token that a rotation made live last; empty before the first
 * @param candidate present in the phases that have one
 * @param previous the token that is to be revoked; present in the phases that have one
 * @param intent present in transitional phases
 */
record RotationState(
        int serial,
        Phase phase,
        Optional<TokenFacts> live,
        Optional<Candidate> candidate,
        Optional<TokenFacts> previous,
        Optional<Intent> intent) {

    static final RotationState BEGINNING =
            new RotationState(0, Phase.IDLE, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    RotationState staged(Candidate next) {
        return to(Phase.STAGED, live, Optional.of(next), Optional.empty(), Optional.empty());
    }

    /** The same candidate in the same phase, told of in other words. */
    RotationState relabelled(Candidate next) {
        return to(phase, live, Optional.of(next), Optional.empty(), Optional.empty());
    }

    RotationState verified(Candidate.Proof proof) {
        Optional<Candidate> proven = candidate.map(staged -> staged.with(Optional.of(proof)));
        return to(Phase.VERIFIED, live, proven, Optional.empty(), Optional.empty());
    }

    /** The last verification counts: one that failed undoes the one before. */
    RotationState unproven() {
        Optional<Candidate> staged = candidate.map(proven -> proven.with(Optional.empty()));
        return to(Phase.STAGED, live, staged, Optional.empty(), Optional.empty());
    }

    RotationState promoting(Intent next) {
        return to(Phase.PROMOTING, live, candidate, Optional.empty(), Optional.of(next));
    }

    RotationState promoted(TokenFacts nowLive, Optional<TokenFacts> toBeRevoked) {
        Phase then = toBeRevoked.isPresent() ? Phase.AWAITING_REVOCATION : Phase.IDLE;
        return to(then, Optional.of(nowLive), Optional.empty(), toBeRevoked, Optional.empty());
    }

    RotationState discarding(Intent next) {
        return to(Phase.DISCARDING, live, candidate, Optional.empty(), Optional.of(next));
    }

    RotationState rollingBack(TokenFacts proven, Intent next) {
        return to(Phase.ROLLING_BACK, live, Optional.empty(), Optional.of(proven), Optional.of(next));
    }

    /** What was begun did not reach the live path, and does not count any more. */
    RotationState abandoned() {
        Phase before = phase == Phase.PROMOTING ? Phase.VERIFIED : Phase.AWAITING_REVOCATION;
        return to(before, live, candidate, previous, Optional.empty());
    }

    /** As {@link #abandoned()}, and the token that was to go live is unproven again, where that can be. */
    RotationState disproven() {
        RotationState before = abandoned();
        return before.candidate().isPresent() ? before.unproven() : before;
    }

    /** The token that was live in the version before is so in this one now. */
    RotationState liveMovedTo(int version) {
        Optional<TokenFacts> moved =
                live.map(facts -> facts.version() == version - 1 ? facts.atVersion(version) : facts);
        return to(phase, moved, candidate, previous, intent);
    }

    RotationState revoked(Intent next) {
        return to(Phase.REVOKED, live, Optional.empty(), previous, Optional.of(next));
    }

    RotationState idle() {
        return to(Phase.IDLE, live, Optional.empty(), Optional.empty(), Optional.empty());
    }

    private RotationState to(
            Phase next,
            Optional<TokenFacts> nextLive,
            Optional<Candidate> nextCandidate,
            Optional<TokenFacts> nextPrevious,
            Optional<Intent> nextIntent) {
        return new RotationState(serial + 1, next, nextLive, nextCandidate, nextPrevious, nextIntent);
    }

    /** What contradicts itself in it; empty where nothing does. */
    Optional<String> flaw() {
        if (phase.transitional() != intent.isPresent()) {
            return Optional.of("Its phase " + phase + (intent.isPresent() ? " has" : " lacks") + " an intent.");
        }
        if (phase.hasCandidate() != candidate.isPresent()) {
            return Optional.of("Its phase " + phase + (candidate.isPresent() ? " has" : " lacks") + " a candidate.");
        }
        if (phase.hasPrevious() != previous.isPresent()) {
            return Optional.of(
                    "Its phase " + phase + (previous.isPresent() ? " has" : " lacks") + " a previous token.");
        }
        if (intent.isPresent() && !intent.get().fingerprint().equals(subject())) {
            return Optional.of("Its intent is about another token than its phase " + phase + ".");
        }
        boolean unproven = candidate.flatMap(Candidate::proof).isEmpty();
        if ((phase == Phase.VERIFIED || phase == Phase.PROMOTING) && unproven) {
            return Optional.of("Its phase " + phase + " lacks a verification.");
        }
        return Optional.empty();
    }

    /** The fingerprint of the token that an intent is about. */
    private String subject() {
        return candidate
                .map(Candidate::fingerprint)
                .or(() -> previous.map(TokenFacts::fingerprint))
                .orElse("");
    }
}
