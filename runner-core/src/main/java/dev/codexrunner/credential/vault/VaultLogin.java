package dev.codexrunner.credential.vault;

import dev.codexrunner.failure.FailureException;

/** One way to get a Vault token. */
interface VaultLogin {

    /**
     * Logs in.
     *
     * @throws FailureException one of {@link VaultLoginFailure}, or {@link VaultFailure} for the server's own troubles
     */
    VaultToken logIn(VaultConnection connection);

    /** Whether it could log in a second time, where the first login has ended. */
    default boolean repeatable() {
        return true;
    }
}
