package dev.codexrunner.credential.vault;

import dev.codexrunner.secret.Secret;

/**
 * A Vault token, and whose it is.
 *
 * @param value the token
 * @param ownership decides whether we revoke it
 * @param leaseSeconds how long it lives at most; 0 where unknown or unlimited
 * @param renewable whether Vault may lengthen that
 */
record VaultToken(Secret value, Ownership ownership, long leaseSeconds, boolean renewable) {

    /** Whose a token is. */
    enum Ownership {
        /** Our login made it: it is revoked as soon as the secret is read. */
        OURS,
        /** Our login made it, but Vault cannot revoke a batch token: only its TTL ends it. */
        OURS_BATCH,
        /** The user gave it to us, other jobs may use it too: never revoked by us. */
        GIVEN
    }
}
