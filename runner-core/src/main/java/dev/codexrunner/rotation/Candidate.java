package dev.codexrunner.rotation;

import dev.codexrunner.credential.CredentialKind;
import dev.codexrunner.credential.identity.TokenIdentity;
import java.time.Instant;
import java.util.Optional;

/**
 * A token at the pending path.
 *
 * @param version the version of the pending path that holds it
 * @param fingerprint HMAC of its value under the journal's key
 * @param kind what sort it is
 * @param owner who answers for it
 * @param tokenName what it is called where it was created
 * @param expiresAt when it ends
 * @param stagedAt when it was staged
 * @param proof its verification, if it passed one
 */
public record Candidate(
        int version,
        String fingerprint,
        CredentialKind kind,
        String owner,
        String tokenName,
        TokenExpiry expiresAt,
        Instant stagedAt,
        Optional<Proof> proof) {

    /**
     * A verification that was passed.
     *
     * @param verifiedAt when
     * @param identity whose token it is
     * @param codexVersion the codex that ran with it
     * @param compared with which live token it was compared; empty in a journal from before that was kept
     */
    public record Proof(Instant verifiedAt, TokenIdentity identity, String codexVersion, Optional<Compared> compared) {}

    /**
     * The live token that a candidate was compared with.
     *
     * @param liveVersion the live path's version, 0 where there was none
     * @param liveFingerprint of the token in it; empty where there was none
     * @param identityChangeAllowed whether a person has allowed another workspace or person
     */
    public record Compared(int liveVersion, Optional<String> liveFingerprint, boolean identityChangeAllowed) {}

    Candidate with(Optional<Proof> other) {
        return new Candidate(version, fingerprint, kind, owner, tokenName, expiresAt, stagedAt, other);
    }

    Candidate stagedAs(int pendingVersion, String fingerprintThere) {
        return new Candidate(pendingVersion, fingerprintThere, kind, owner, tokenName, expiresAt, stagedAt, proof);
    }

    Candidate labelled(String otherOwner, String otherName, TokenExpiry otherExpiry) {
        return new Candidate(version, fingerprint, kind, otherOwner, otherName, otherExpiry, stagedAt, proof);
    }

    /** {@code "ci 2026-11" of platform@example.com}. */
    String title() {
        return "\"" + tokenName + "\" of " + owner;
    }

    TokenFacts live(int liveVersion) {
        return new TokenFacts(
                liveVersion,
                fingerprint,
                Optional.of(kind),
                Optional.of(owner),
                Optional.of(tokenName),
                Optional.of(expiresAt),
                proof.map(Proof::identity),
                proof.map(Proof::verifiedAt));
    }
}
