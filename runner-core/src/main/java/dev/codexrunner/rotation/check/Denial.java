package dev.codexrunner.rotation.check;

import dev.codexrunner.credential.vault.VaultSecretFailure;
import dev.codexrunner.failure.Failure;
import java.util.Set;

/** Whether Vault understood the question and did not want to answer it. */
final class Denial {

    /** The second is said of a token that the user gave: it had read the live secret just before, so it is no old one. */
    private static final Set<String> CODES =
            Set.of(VaultSecretFailure.VAULT_READ_DENIED.code(), VaultSecretFailure.VAULT_TOKEN_REFUSED.code());

    private Denial() {}

    static boolean is(Failure failure) {
        return CODES.contains(failure.code());
    }
}
