package dev.codexrunner.credential;

import dev.codexrunner.failure.FailureKind;
import dev.codexrunner.failure.FailureText;
import dev.codexrunner.failure.FailureWords;

/** Why the key for fingerprints can't be used. */
public enum FingerprintFailure implements FailureText {
    FINGERPRINT_KEY_UNREADABLE(
            "The fingerprint key file %1$s can't be read.",
            "%2$s", "Check --fingerprint-key-file; to make one: (umask 077; openssl rand -hex 32 > fingerprint.key)"),
    FINGERPRINT_KEY_TOO_SHORT(
            "The fingerprint key in %1$s is shorter than %2$s bytes.",
            "A short key can be guessed, and fingerprints made with it compared with guesses.",
            "Make a new one: (umask 077; openssl rand -hex 32 > fingerprint.key)");

    private final FailureWords words;

    FingerprintFailure(String what, String why, String fix) {
        words = new FailureWords(FailureKind.CONFIG, what, why, fix);
    }

    @Override
    public FailureWords words() {
        return words;
    }
}
