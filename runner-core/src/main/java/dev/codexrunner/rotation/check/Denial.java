package dev.codexrunner.rotation.check;

import dev.codexrunner.credential.vault.VaultSecretFailure;
import dev.codexrunner.failure.Failure;
import java.util.Set;

/** Whether Vault understood the question and did not want to answer it. */
final class Denial {

    private static final Set<String> CODES = Set.of(VaultSecretFailure.VAULT_READ_DENIED.code());

    private Denial() {}

    static boolean is(Failure failure) {
        return CODES.contains(failure.code());
    }
}
