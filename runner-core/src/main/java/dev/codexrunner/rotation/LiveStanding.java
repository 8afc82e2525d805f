package dev.codexrunner.rotation;

import java.util.Optional;

/** What is live, held against what the journal says. */
enum LiveStanding {
    /** No rotation has made anything live, so there is nothing to hold it against. */
    UNRECORDED,
    /** The token that a rotation made live last. */
    AS_RECORDED,
    /** The one that is to be revoked: whoever revokes it now stops every job. */
    TO_BE_REVOKED,
    /** One that a person wrote. */
    ANOTHER,
    /** No token at all. */
    NONE;

    /**
     * Pure.
     *
     * @param live fingerprint of the token that is live; empty where none is
     */
    static LiveStanding of(RotationState state, Optional<String> live) {
        if (live.isPresent() && live.equals(state.previous().map(TokenFacts::fingerprint))) {
            return TO_BE_REVOKED;
        }
        if (live.isEmpty() && (state.live().isPresent() || state.previous().isPresent())) {
            return NONE;
        }
        if (state.live().isEmpty()) {
            return UNRECORDED;
        }
        return live.equals(state.live().map(TokenFacts::fingerprint)) ? AS_RECORDED : ANOTHER;
    }
}
