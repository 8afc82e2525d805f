package dev.codexrunner.jenkins.request;

import java.util.List;
import java.util.Optional;

/** The variable in which the runner expects the secret that a request needs. */
public final class SecretVariables {

    public static final String VAULT_TOKEN = "CODEX_RUNNER_VAULT_TOKEN";
    public static final String VAULT_SECRET_ID = "CODEX_RUNNER_VAULT_SECRET_ID";
    public static final String VAULT_JWT = "CODEX_RUNNER_VAULT_JWT";
    public static final String VAULT_PASSWORD = "CODEX_RUNNER_VAULT_PASSWORD";
    public static final String ACCESS_TOKEN = "CODEX_ACCESS_TOKEN";

    /** Each of them. */
    public static final List<String> ALL =
            List.of(VAULT_TOKEN, VAULT_SECRET_ID, VAULT_JWT, VAULT_PASSWORD, ACCESS_TOKEN);

    private SecretVariables() {}

    /** Empty where no secret of the controller is needed: kubernetes without a credential. */
    public static Optional<String> of(TokenRequest request) {
        return request instanceof TokenRequest.FromVault from ? of(from.vault()) : Optional.of(ACCESS_TOKEN);
    }

    /** The same for the login of a rotation check. */
    public static Optional<String> of(VaultRequest vault) {
        boolean ownIdentity =
                vault.login() == LoginMethod.KUBERNETES && vault.credentialsId().isEmpty();
        return ownIdentity ? Optional.empty() : Optional.of(vault.login().variable());
    }
}
