package dev.codexrunner.credential.vault;

import dev.codexrunner.credential.vault.ResponseWait.OnInterrupt;
import dev.codexrunner.transport.RetryReason;
import java.util.Set;

/** What a request is for; decides how an interrupt and a retry treat it. */
enum VaultOperation {
    /** Reads: any number of times. */
    READ(Repeat.ALWAYS, OnInterrupt.HANG_UP),
    /** Logins: a lost answer may have held a token, or used up a secret id. */
    LOGIN(Repeat.WHEN_REFUSED, OnInterrupt.FINISH),
    /** Works once: after the request has left, a second one can only mislead. */
    UNWRAP(Repeat.WHEN_NOT_SENT, OnInterrupt.FINISH),
    /** Any number of times, and also while we are being cancelled. */
    REVOKE(Repeat.ALWAYS, OnInterrupt.FINISH),
    /** A check-and-set write: once the server may have taken it, a repeated one could only lose against it. */
    WRITE(Repeat.WHEN_TURNED_AWAY, OnInterrupt.FINISH),
    /** A change that leaves the same when made twice: metadata, destruction. */
    CHANGE(Repeat.ALWAYS, OnInterrupt.FINISH);

    /** When a failed request may be sent again. */
    enum Repeat {
        ALWAYS,
        WHEN_REFUSED,
        WHEN_TURNED_AWAY,
        WHEN_NOT_SENT
    }

    /** Given before anything is done with a request; a 5xx may follow upon a write that was carried out. */
    private static final Set<Integer> TURNED_AWAY = Set.of(408, 412, 429);

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
                && (repeat != Repeat.WHEN_TURNED_AWAY || TURNED_AWAY.contains(reply.status()))
                && RetryReason.ofStatus(reply.status()).isPresent()
                // A sealed or uninitialised Vault stays so until somebody comes.
                && !reply.says("sealed");
    }

    /** Whether this answer, with which nobody can do anything, leaves open what became of the request. */
    boolean isOpenAfter(VaultReply reply) {
        return this == WRITE
                && ((reply.status() == 200 && !reply.isHtml()) || reply.status() >= 500)
                && reply.status() != 501 // not initialised
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
