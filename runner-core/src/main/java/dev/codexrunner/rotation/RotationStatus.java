package dev.codexrunner.rotation;

import dev.codexrunner.credential.vault.SecretVersion;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where a rotation stands. Holds no secret and no key.
 *
 * @param paths where
 * @param phase the phase
 * @param livePath what lies at the live path
 * @param live what is known of the token that is live; empty where none is
 * @param candidate what waits at the pending path
 * @param pendingSince when the oldest value that lies at the pending path was written, whether it is the candidate or a
 *     leftover; empty where none does
 * @param previous the token that is to be revoked
 * @param intent what was begun and not finished
 * @param metadata where owner, name and expiry are kept; empty before the first rotation
 * @param timeline the latest steps, oldest first
 * @param warnings what does not fit together, a sentence each
 * @param next what comes next
 */
public record RotationStatus(
        RotationPaths paths,
        Phase phase,
        LivePath livePath,
        Optional<TokenFacts> live,
        Optional<Candidate> candidate,
        Optional<Instant> pendingSince,
        Optional<TokenFacts> previous,
        Optional<Intent> intent,
        Optional<MetadataMode> metadata,
        List<StepLine> timeline,
        List<String> warnings,
        HumanStep next) {

    public RotationStatus {
        timeline = List.copyOf(timeline);
        warnings = List.copyOf(warnings);
    }

    /**
     * The live path's latest version.
     *
     * @param state what became of it
     * @param version its number; 0 where there is none
     * @param createdTime when it was written
     * @param asRecorded whether it holds the token that the journal has as live; true before the first
     *     rotation
     */
    public record LivePath(SecretVersion.State state, int version, Optional<Instant> createdTime, boolean asRecorded) {}
}
