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
}
