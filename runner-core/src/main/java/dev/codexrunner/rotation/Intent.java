package dev.codexrunner.rotation;

import java.time.Instant;
import java.util.Optional;

/**
 * What somebody is about to do, written down before it is done, so that anybody can finish it.
 *
 * @param step which step
 * @param at when it was begun
 * @param by who began it
 * @param fromLiveVersion the latest version of the live path before; 0 where there was none
 * @param fingerprint of the token that is to be written, or to be destroyed
 * @param verifiedAt when the token that is to be written was proven
 * @param replaces what is known of the token that is live until then
 * @param pendingUpTo the pending path's versions up to this one are to be destroyed
 */
public record Intent(
        RotationStep step,
        Instant at,
        String by,
        int fromLiveVersion,
        String fingerprint,
        Optional<Instant> verifiedAt,
        Optional<TokenFacts> replaces,
        int pendingUpTo) {}
