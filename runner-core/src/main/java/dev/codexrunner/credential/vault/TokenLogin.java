package dev.codexrunner.credential.vault;

import dev.codexrunner.credential.vault.VaultToken.Ownership;
import dev.codexrunner.secret.Secret;

/**
 * No login at all: a token that the user gave. It is not ours, so it is not revoked; other jobs may live on it. Vault's
 * own {@code ~/.vault-token} is read only where the setting names it.
 */
record TokenLogin(LoginSettings settings) implements VaultLogin {

    @Override
    public VaultToken logIn(VaultConnection connection) {
        Secret token = settings.requiredSecret(
                settings.config().vaultToken(),
                settings.config().vaultTokenFile(),
                "token",
                "a token (--vault-token-file or VAULT_TOKEN)");
        return new VaultToken(token, Ownership.GIVEN, 0, false);
    }

    @Override
    public boolean repeatable() {
        return false;
    }
}
