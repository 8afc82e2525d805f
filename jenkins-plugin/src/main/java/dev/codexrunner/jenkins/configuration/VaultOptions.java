package dev.codexrunner.jenkins.configuration;

import dev.codexrunner.jenkins.credentials.CredentialChoices;
import dev.codexrunner.jenkins.credentials.CredentialPurpose;
import dev.codexrunner.jenkins.request.KnownSettings;
import dev.codexrunner.jenkins.request.LoginMethod;
import dev.codexrunner.jenkins.request.PolicyEntries;
import dev.codexrunner.jenkins.request.VaultRequest;
import hudson.Extension;
import hudson.Util;
import hudson.model.Describable;
import hudson.model.Descriptor;
import hudson.model.Item;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** Where Vault is, how to log in, and where the token lies: of a step, or as defaults. Null is left to what lies around. */
@Restricted(NoExternalUse.class)
public class VaultOptions implements Describable<VaultOptions>, Serializable {

    private static final long serialVersionUID = 1;

    private @Nullable String address;
    private @Nullable String namespace;
    private @Nullable String auth;
    private @Nullable String authMount;
    private @Nullable String role;
    private @Nullable String path;
    private @Nullable String kvVersion;
    private @Nullable String secretVersion;
    private @Nullable String credentialsId;

    @DataBoundConstructor
    public VaultOptions() {}

    /** What can't be meant, each with its field. */
    List<String> problems() {
        List<String> problems = new ArrayList<>();
        for (String text : FormTexts.given(address)) {
            add(problems, "address", FormTexts.addressProblems(text));
        }
        for (String text : FormTexts.given(path)) {
            add(problems, "path", FormTexts.secretPathProblems(text));
        }
        add(problems, "auth", PolicyEntries.login(FormTexts.given(auth)));
        add(problems, "kvVersion", PolicyEntries.value("vault-kv-version", FormTexts.given(kvVersion)));
        add(problems, "secretVersion", PolicyEntries.value("vault-secret-version", FormTexts.given(secretVersion)));
        return problems;
    }

    private static void add(List<String> problems, String field, List<String> found) {
        found.forEach(problem -> problems.add(Messages.CodexPolicy_problem("vault." + field, problem)));
    }

    boolean isEmpty() {
        return toRequest().equals(VaultRequest.builder().build());
    }

    public VaultRequest toRequest() {
        return VaultRequest.builder()
                .address(address)
                .namespace(namespace)
                .auth(auth)
                .authMount(authMount)
                .role(role)
                .path(path)
                .kvVersion(kvVersion)
                .secretVersion(secretVersion)
                .credentialsId(credentialsId)
                .build();
    }

    public @Nullable String getAddress() {
        return address;
    }

    @DataBoundSetter
    public void setAddress(@Nullable String address) {
        this.address = Util.fixEmptyAndTrim(address);
    }

    public @Nullable String getNamespace() {
        return namespace;
    }

    @DataBoundSetter
    public void setNamespace(@Nullable String namespace) {
        this.namespace = Util.fixEmptyAndTrim(namespace);
    }

    public @Nullable String getAuth() {
        return auth;
    }

    @DataBoundSetter
    public void setAuth(@Nullable String auth) {
        this.auth = Util.fixEmptyAndTrim(auth);
    }

    public @Nullable String getAuthMount() {
        return authMount;
    }

    @DataBoundSetter
    public void setAuthMount(@Nullable String authMount) {
        this.authMount = Util.fixEmptyAndTrim(authMount);
    }

    public @Nullable String getRole() {
        return role;
    }

    @DataBoundSetter
    public void setRole(@Nullable String role) {
        this.role = Util.fixEmptyAndTrim(role);
    }

    public @Nullable String getPath() {
        return path;
    }

    @DataBoundSetter
    public void setPath(@Nullable String path) {
        this.path = Util.fixEmptyAndTrim(path);
    }

    public @Nullable String getKvVersion() {
        return kvVersion;
    }

    @DataBoundSetter
    public void setKvVersion(@Nullable String kvVersion) {
        this.kvVersion = Util.fixEmptyAndTrim(kvVersion);
    }

    public @Nullable String getSecretVersion() {
        return secretVersion;
    }

    @DataBoundSetter
    public void setSecretVersion(@Nullable String secretVersion) {
        this.secretVersion = Util.fixEmptyAndTrim(secretVersion);
    }

    public @Nullable String getCredentialsId() {
        return credentialsId;
    }

    @DataBoundSetter
    public void setCredentialsId(@Nullable String credentialsId) {
        this.credentialsId = Util.fixEmptyAndTrim(credentialsId);
    }

    @Extension
    public static class DescriptorImpl extends Descriptor<VaultOptions> {

        @Override
        public String getDisplayName() {
            return Messages.VaultOptions_displayName();
        }

        @POST
        public ListBoxModel doFillAuthItems(
                @AncestorInPath @Nullable Item item, @QueryParameter @Nullable String auth) {
            return FormAccess.choices(item, LoginMethod.names(), auth);
        }

        @POST
        public ListBoxModel doFillKvVersionItems(
                @AncestorInPath @Nullable Item item, @QueryParameter @Nullable String kvVersion) {
            return FormAccess.choices(item, KnownSettings.choices("vault-kv-version"), kvVersion);
        }

        @POST
        public ListBoxModel doFillCredentialsIdItems(
                @AncestorInPath @Nullable Item item,
                @QueryParameter @Nullable String credentialsId,
                @QueryParameter @Nullable String auth) {
            return CredentialChoices.of(item, credentialsId, purposes(auth));
        }

        @POST
        public FormValidation doCheckCredentialsId(
                @AncestorInPath @Nullable Item item,
                @QueryParameter @Nullable String value,
                @QueryParameter @Nullable String auth) {
            return CredentialChoices.check(item, value, purposes(auth));
        }

        @POST
        public FormValidation doCheckAddress(
                @AncestorInPath @Nullable Item item, @QueryParameter @Nullable String value) {
            return FormAccess.isGranted(item) ? FormTexts.address(value) : FormValidation.ok();
        }

        @POST
        public FormValidation doCheckPath(@AncestorInPath @Nullable Item item, @QueryParameter @Nullable String value) {
            return FormTexts.answer(
                    item,
                    FormTexts.blank(value)
                            ? List.of()
                            : FormTexts.secretPathProblems(Util.fixNull(value).strip()));
        }

        @POST
        public FormValidation doCheckSecretVersion(
                @AncestorInPath @Nullable Item item, @QueryParameter @Nullable String value) {
            return FormTexts.answer(item, PolicyEntries.value("vault-secret-version", FormTexts.given(value)));
        }

        /** Of a login method that is left open or not known, whichever it may turn out to be. */
        private static CredentialPurpose[] purposes(@Nullable String auth) {
            return LoginMethod.named(Util.fixNull(auth).strip())
                    .map(Stream::of)
                    .orElseGet(() -> Stream.of(LoginMethod.values()))
                    .map(CredentialPurpose::ofLogin)
                    .distinct()
                    .toArray(CredentialPurpose[]::new);
        }
    }
}
