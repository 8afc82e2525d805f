package dev.codexrunner.jenkins.credentials;

import com.cloudbees.plugins.credentials.common.StandardCredentials;
import hudson.Extension;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** The types of this plugin. */
@Extension
@Restricted(NoExternalUse.class)
public class OwnTypes implements CredentialType {

    @Override
    public boolean serves(CredentialPurpose purpose, StandardCredentials credentials) {
        return switch (purpose) {
            case VAULT_APP_ROLE -> credentials instanceof VaultAppRoleCredentials;
            case VAULT_TOKEN -> credentials instanceof VaultTokenCredentials;
            default -> false;
        };
    }

    @Override
    public FoundSecret read(CredentialPurpose purpose, StandardCredentials credentials) {
        return credentials instanceof VaultAppRoleCredentials role
                ? FoundSecret.ofAppRole(role.getRoleId(), role.getSecretId().getPlainText(), role.isWrapped())
                : FoundSecret.of(
                        ((VaultTokenCredentials) credentials).getToken().getPlainText());
    }
}
