package dev.codexrunner.jenkins.credentials;

import dev.codexrunner.jenkins.request.LoginMethod;
import dev.codexrunner.jenkins.request.TokenRequest;
import dev.codexrunner.jenkins.request.VaultRequest;
import org.jvnet.localizer.Localizable;

/** What a credential is wanted for; so also which types of it will do. */
public enum CredentialPurpose {
    /** The access token of codex itself. */
    ACCESS_TOKEN(Messages._CredentialPurpose_accessToken()),
    VAULT_TOKEN(Messages._CredentialPurpose_vaultToken()),
    VAULT_APP_ROLE(Messages._CredentialPurpose_vaultAppRole()),
    /** For the login methods jwt and kubernetes. */
    VAULT_JWT(Messages._CredentialPurpose_vaultJwt()),
    /** For the login methods userpass and ldap. */
    VAULT_PASSWORD(Messages._CredentialPurpose_vaultPassword()),
    /** Certificates of authorities, as PEM. */
    CA_BUNDLE(Messages._CredentialPurpose_caBundle());

    private final Localizable fittingTypes;

    CredentialPurpose(Localizable fittingTypes) {
        this.fittingTypes = fittingTypes;
    }

    /** The types that will do, in words. */
    public String fittingTypes() {
        return fittingTypes.toString();
    }

    static CredentialPurpose of(TokenRequest request) {
        return request instanceof TokenRequest.FromVault from ? of(from.vault()) : ACCESS_TOKEN;
    }

    static CredentialPurpose of(VaultRequest vault) {
        return ofLogin(vault.login());
    }

    public static CredentialPurpose ofLogin(LoginMethod method) {
        return switch (method) {
            case APPROLE -> VAULT_APP_ROLE;
            case JWT, KUBERNETES -> VAULT_JWT;
            case USERPASS, LDAP -> VAULT_PASSWORD;
            case TOKEN -> VAULT_TOKEN;
        };
    }
}
