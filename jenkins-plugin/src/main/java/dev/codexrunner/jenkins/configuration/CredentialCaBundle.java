package dev.codexrunner.jenkins.configuration;

import dev.codexrunner.jenkins.credentials.CredentialChoices;
import dev.codexrunner.jenkins.credentials.CredentialPurpose;
import dev.codexrunner.jenkins.request.CaBundle;
import hudson.Extension;
import hudson.Util;
import hudson.model.Descriptor;
import hudson.model.Item;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import org.jenkinsci.Symbol;
import org.jspecify.annotations.Nullable;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** Certificates as PEM in a secret file or secret text. */
@Restricted(NoExternalUse.class)
public class CredentialCaBundle extends CaBundleOptions {

    private static final long serialVersionUID = 1;

    private final String credentialsId;

    @DataBoundConstructor
    public CredentialCaBundle(@Nullable String credentialsId) {
        this.credentialsId = Util.fixNull(credentialsId).strip();
    }

    public String getCredentialsId() {
        return credentialsId;
    }

    @Override
    public CaBundle toRequest() {
        return new CaBundle.InCredential(credentialsId);
    }

    @Extension
    @Symbol("caCredential")
    public static class DescriptorImpl extends Descriptor<CaBundleOptions> {

        @Override
        public String getDisplayName() {
            return Messages.CredentialCaBundle_displayName();
        }

        @POST
        public ListBoxModel doFillCredentialsIdItems(
                @AncestorInPath @Nullable Item item, @QueryParameter @Nullable String credentialsId) {
            return CredentialChoices.of(item, credentialsId, CredentialPurpose.CA_BUNDLE);
        }

        @POST
        public FormValidation doCheckCredentialsId(
                @AncestorInPath @Nullable Item item, @QueryParameter @Nullable String value) {
            return CredentialChoices.check(item, value, CredentialPurpose.CA_BUNDLE);
        }
    }
}
