package dev.codexrunner.credential.vault;

import dev.codexrunner.failure.FailureException;
import java.util.List;
import java.util.Optional;

/** Gives a Vault token back. Never fails: what it could not do is a warning. */
final class TokenRelease {

    private TokenRelease() {}

    /**
     * Revokes a token that is ours, also while this thread is interrupted; the interrupt is kept for afterwards.
     *
     * @return what the user has to know; empty where all is well
     */
    static Optional<String> release(VaultToken token, VaultConnection connection) {
        String lives = token.leaseSeconds() > 0
                ? "It lives for up to " + token.leaseSeconds() + " s; give the role a short token_ttl."
                : "Its time to live is unknown; give the role a short token_ttl.";
        return switch (token.ownership()) {
            case GIVEN -> Optional.empty();
            case OURS_BATCH -> Optional.of("The Vault login gives batch tokens, which cannot be revoked. " + lives);
            case OURS -> revoke(token, connection).map(why -> "Our Vault token was not revoked: " + why + " " + lives);
        };
    }

    private static Optional<String> revoke(VaultToken token, VaultConnection connection) {
        boolean interrupted = Thread.interrupted();
        try {
            VaultReply reply = connection.revokeSelf(token.value());
            return reply.status() == 204 || reply.status() == 200
                    ? Optional.empty()
                    : Optional.of("Vault answered " + reply.status() + ". "
                            + VaultText.clean(reply.words(), List.of(token.value())));
        } catch (FailureException e) {
            return Optional.of(e.failure().what());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
