package dev.codexrunner.credential;

import dev.codexrunner.config.TokenSourceKind;
import java.util.Optional;

/**
 * Where a credential came from, as the report shows it.
 *
 * @param source the sort of source
 * @param vault where in Vault; present only for {@link TokenSourceKind#VAULT}
 */
public record CredentialOrigin(TokenSourceKind source, Optional<VaultOrigin> vault) {

    static CredentialOrigin of(TokenSourceKind source) {
        return new CredentialOrigin(source, Optional.empty());
    }
}
