package dev.codexrunner.jenkins.credentials;

import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.impl.BaseStandardCredentials;
import hudson.Extension;
import hudson.util.Secret;
import org.jenkinsci.Symbol;
import org.jspecify.annotations.Nullable;
import org.kohsuke.stapler.DataBoundConstructor;

/** A token of Vault's. The runner revokes only tokens that it obtained by a login, so this one stays valid. */
public class VaultTokenCredentials extends BaseStandardCredentials {

    private static final long serialVersionUID = 1;

    private final Secret token;

    @DataBoundConstructor
    public VaultTokenCredentials(
            @Nullable CredentialsScope scope,
            @Nullable String id,
            @Nullable String description,
            @Nullable Secret token) {
        super(scope, id, description);
        this.token = token == null ? Secret.fromString("") : token;
    }

    public Secret getToken() {
        return token;
    }

    @Extension
    @Symbol("vaultToken")
    public static class DescriptorImpl extends BaseStandardCredentialsDescriptor {

        @Override
        public String getDisplayName() {
            return Messages.VaultTokenCredentials_displayName();
        }
    }
}
