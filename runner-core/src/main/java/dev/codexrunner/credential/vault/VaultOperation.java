package dev.codexrunner.credential.vault;

import dev.codexrunner.credential.vault.ResponseWait.OnInterrupt;
import dev.codexrunner.transport.RetryReason;

/** What a request is for; decides how an interrupt and a retry treat it. */
enum VaultOperation {
    /** Reads: any number of times. */
    READ(Repeat.ALWAYS, OnInterrupt.HANG_UP),
    /** Logins: a lost answer may have held a token, or used up a secret id. */
    LOGIN(Repeat.WHEN_REFUSED, OnInterrupt.FINISH),
    /** Works once: after the request has left, a second one can only mislead. */
    UNWRAP(Repeat.WHEN_NOT_SENT, OnInterrupt.FINISH),
    /** Any number of times, and also while we are being cancelled. */
    REVOKE(Repeat.ALWAYS, OnInterrupt.FINISH);

    /** When a failed request may be sent again. */
    enum Repeat {
        ALWAYS,
        WHEN_REFUSED,
        WHEN_NOT_SENT
    }

    private final Repeat repeat;
    private final OnInterrupt onInterrupt;

    VaultOperation(Repeat repeat, OnInterrupt onInterrupt) {
        this.repeat = repeat;
        this.onInterrupt = onInterrupt;
    }

    OnInterrupt onInterrupt() {
        return onInterrupt;
    }

    /** Whether it may be sent again after this answer. */
    boolean repeatsAfter(VaultReply reply) {
        return repeat != Repeat.WHEN_NOT_SENT
                && RetryReason.ofStatus(reply.status()).isPresent()
                // A sealed or uninitialised Vault stays so until somebody comes.
                && !reply.says("sealed");
    }

    /**
     * Whether it may be sent again after no answer.
     *
     * @param sent whether the request may have reached the server
     */
    boolean repeatsAfterLoss(boolean sent) {
        return !sent || repeat == Repeat.ALWAYS;
    }
}
