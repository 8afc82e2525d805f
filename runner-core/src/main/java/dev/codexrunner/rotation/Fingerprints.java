package dev.codexrunner.rotation;

import dev.codexrunner.credential.TokenFingerprint;
import dev.codexrunner.secret.Secret;
import java.util.Base64;

/** Tells tokens apart without keeping them: HMAC under the journal's key. */
record Fingerprints(TokenFingerprint key) {

    static Fingerprints of(RotationJournal journal) {
        return new Fingerprints(TokenFingerprint.withKey(Base64.getDecoder().decode(journal.fingerprintKey())));
    }

    /** A line break that a person stored with the token makes no other token of it. */
    String of(Secret token) {
        return key.of(Secret.of(token.name(), token.reveal().stripTrailing()));
    }

    /** Another for each key, and of no token. */
    String keyCheck() {
        return key.of(Secret.of("key-check", "codex-runner rotation journal"));
    }

    boolean same(Secret token, String fingerprint) {
        return of(token).equals(fingerprint);
    }
}
