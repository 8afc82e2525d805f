package dev.codexrunner.jenkins.credentials;

import com.cloudbees.plugins.credentials.common.StandardCredentials;
import com.datapipe.jenkins.vault.credentials.VaultAppRoleCredential;
import com.datapipe.jenkins.vault.credentials.VaultTokenCredential;
import hudson.Util;
import java.util.Optional;
import org.jenkinsci.plugins.variant.OptionalExtension;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/**
 * The types of hashicorp-vault-plugin, where it is installed. Only what they hold is taken: the runner logs in by itself, so
 * that no token is shared with other builds.
 */
@OptionalExtension(requirePlugins = "hashicorp-vault-plugin")
@Restricted(NoExternalUse.class)
public class HashicorpVaultTypes implements CredentialType {

    @Override
    public boolean serves(CredentialPurpose purpose, StandardCredentials credentials) {
        return switch (purpose) {
            case VAULT_APP_ROLE -> credentials instanceof VaultAppRoleCredential;
            case VAULT_TOKEN -> credentials instanceof VaultTokenCredential;
            default -> false;
        };
    }

    @Override
    public FoundSecret read(CredentialPurpose purpose, StandardCredentials credentials) {
        if (credentials instanceof VaultAppRoleCredential role) {
            return FoundSecret.ofAppRole(role.getRoleId(), role.getSecretId().getPlainText(), false)
                    .at(given(role.getPath()), given(role.getNamespace()));
        }
        return FoundSecret.of(((VaultTokenCredential) credentials).getToken().getPlainText());
    }

    private static Optional<String> given(String text) {
        return Optional.ofNullable(Util.fixEmptyAndTrim(text));
    }
}
