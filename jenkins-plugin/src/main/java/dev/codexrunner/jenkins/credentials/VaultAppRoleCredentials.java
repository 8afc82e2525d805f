package dev.codexrunner.jenkins.credentials;

import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.impl.BaseStandardCredentials;
import hudson.Extension;
import hudson.Util;
import hudson.util.FormValidation;
import hudson.util.Secret;
import org.jenkinsci.Symbol;
import org.jspecify.annotations.Nullable;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.interceptor.RequirePOST;

/** Role id and secret id of Vault's AppRole login. */
public class VaultAppRoleCredentials extends BaseStandardCredentials {

    private static final long serialVersionUID = 1;

    private final String roleId;
    private final Secret secretId;
    private boolean wrapped;

    @DataBoundConstructor
    public VaultAppRoleCredentials(
            @Nullable CredentialsScope scope,
            @Nullable String id,
            @Nullable String description,
            @Nullable String roleId,
            @Nullable Secret secretId) {
        super(scope, id, description);
        this.roleId = Util.fixNull(roleId).strip();
        this.secretId = secretId == null ? Secret.fromString("") : secretId;
    }

    public String getRoleId() {
        return roleId;
    }

    public Secret getSecretId() {
        return secretId;
    }

    /** Whether the secret id is a response-wrapping token around the real one. */
    public boolean isWrapped() {
        return wrapped;
    }

    @DataBoundSetter
    public void setWrapped(boolean wrapped) {
        this.wrapped = wrapped;
    }

    @Extension
    @Symbol("vaultAppRole")
    public static class DescriptorImpl extends BaseStandardCredentialsDescriptor {

        @Override
        public String getDisplayName() {
            return Messages.VaultAppRoleCredentials_displayName();
        }

        /** Looks only at the text itself. */
        @RequirePOST
        public FormValidation doCheckRoleId(@QueryParameter String value) {
            return FormValidation.validateRequired(value);
        }
    }
}
