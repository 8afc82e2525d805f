package dev.codexrunner.jenkins.configuration;

import dev.codexrunner.jenkins.request.DurationText;
import dev.codexrunner.jenkins.request.Policy;
import dev.codexrunner.jenkins.request.PolicyBuilder;
import dev.codexrunner.jenkins.request.PolicyEntries;
import hudson.Extension;
import hudson.Util;
import hudson.model.Describable;
import hudson.model.Descriptor;
import hudson.model.Item;
import hudson.util.FormValidation;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import net.sf.json.JSONObject;
import org.jspecify.annotations.Nullable;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.verb.POST;

/**
 * What jobs may ask for, in the controller or below a folder. An empty list means in the global configuration what
 * {@link Policy#forController()} says, and in a folder that it narrows nothing.
 */
@Restricted(NoExternalUse.class)
public class CodexPolicy implements Describable<CodexPolicy>, Serializable {

    private static final long serialVersionUID = 1;

    /** What is wrong with the entries of each field; the same for its form, for files and for runs. */
    private static final Map<String, Function<List<String>, List<String>>> FIELDS = Map.ofEntries(
            Map.entry("sandboxes", PolicyEntries::sandboxes),
            Map.entry("models", PolicyEntries::plain),
            Map.entry("efforts", PolicyEntries::efforts),
            Map.entry("acceptedRisks", PolicyEntries::acceptedRisks),
            Map.entry("vaultAddresses", PolicyEntries::vaultAddresses),
            Map.entry("vaultNamespaces", PolicyEntries::plain),
            Map.entry("vaultRoles", PolicyEntries::plain),
            Map.entry("vaultPaths", PolicyEntries::vaultPaths),
            Map.entry("codexPaths", PolicyEntries::codexPaths),
            Map.entry("outsidePaths", PolicyEntries::outsidePaths),
            Map.entry("configKeys", PolicyEntries::settings),
            Map.entry(
                    "label",
                    texts -> texts.stream()
                            .flatMap(text -> FormTexts.labelProblems(text).stream())
                            .toList()),
            Map.entry("longestTimeout", texts -> PolicyEntries.value("timeout", texts)));

    private @Nullable List<String> sandboxes;
    private @Nullable List<String> models;
    private @Nullable List<String> acceptedRisks;
    private @Nullable List<String> vaultAddresses;
    private @Nullable List<String> vaultNamespaces;
    private @Nullable List<String> vaultRoles;
    private @Nullable List<String> vaultPaths;
    private @Nullable List<String> codexPaths;
    private @Nullable List<String> configKeys;
    private @Nullable List<String> efforts;
    private @Nullable List<String> outsidePaths;
    private @Nullable String label;
    private @Nullable Long mostTokens;
    private @Nullable String longestTimeout;

    @DataBoundConstructor
    public CodexPolicy() {}

    /** @param start what a policy that says nothing is, of the controller or of a folder */
    boolean isEmpty(Supplier<PolicyBuilder> start) {
        return toRequest(start.get()).equals(start.get().build()) && problems().isEmpty();
    }

    /** What can't be meant, each with its field; with any, no run may start. */
    List<String> problems() {
        List<String> problems = new ArrayList<>();
        FIELDS.forEach((field, check) -> FormTexts.kept(entries(field)).stream()
                .flatMap(entry -> Stream.concat(
                        PolicyEntries.plain(List.of(entry)).stream(), check.apply(List.of(entry)).stream()))
                .distinct()
                .forEach(problem -> problems.add(Messages.CodexPolicy_problem("policy." + field, problem))));
        if (mostTokens != null && mostTokens < 1) {
            problems.add(Messages.CodexPolicy_problem("policy.mostTokens", Messages.FormTexts_wholeNumber()));
        }
        problems.sort(null);
        return problems;
    }

    private @Nullable List<String> entries(String field) {
        return switch (field) {
            case "sandboxes" -> sandboxes;
            case "models" -> models;
            case "efforts" -> efforts;
            case "acceptedRisks" -> acceptedRisks;
            case "vaultAddresses" -> vaultAddresses;
            case "vaultNamespaces" -> vaultNamespaces;
            case "vaultRoles" -> vaultRoles;
            case "vaultPaths" -> vaultPaths;
            case "codexPaths" -> codexPaths;
            case "outsidePaths" -> outsidePaths;
            case "configKeys" -> configKeys;
            case "label" -> FormTexts.given(label);
            default -> FormTexts.given(longestTimeout);
        };
    }

    /**
     * The policy that this asks for.
     *
     * @param start where it begins, of the controller or of a folder
     */
    Policy toRequest(PolicyBuilder start) {
        start.sandboxes(sandboxes)
                .models(models)
                .risks(acceptedRisks)
                .vaultAddresses(vaultAddresses)
                .vaultNamespaces(vaultNamespaces)
                .vaultRoles(vaultRoles)
                .vaultPaths(vaultPaths)
                .codexPaths(codexPaths)
                .settings(configKeys)
                .efforts(efforts)
                .outsidePaths(outsidePaths)
                .label(label)
                .mostTokens(mostTokens);
        if (longestTimeout != null && DurationText.parse(longestTimeout).isPresent()) {
            start.longestTimeout(longestTimeout);
        }
        return start.build();
    }

    public List<String> getSandboxes() {
        return FormTexts.kept(sandboxes);
    }

    @DataBoundSetter
    public void setSandboxes(@Nullable List<String> sandboxes) {
        this.sandboxes = FormTexts.keptOrNull(sandboxes);
    }

    public List<String> getModels() {
        return FormTexts.kept(models);
    }

    @DataBoundSetter
    public void setModels(@Nullable List<String> models) {
        this.models = FormTexts.keptOrNull(models);
    }

    public List<String> getAcceptedRisks() {
        return FormTexts.kept(acceptedRisks);
    }

    @DataBoundSetter
    public void setAcceptedRisks(@Nullable List<String> acceptedRisks) {
        this.acceptedRisks = FormTexts.keptOrNull(acceptedRisks);
    }

    public List<String> getVaultAddresses() {
        return FormTexts.kept(vaultAddresses);
    }

    @DataBoundSetter
    public void setVaultAddresses(@Nullable List<String> vaultAddresses) {
        this.vaultAddresses = FormTexts.keptOrNull(vaultAddresses);
    }

    public List<String> getVaultNamespaces() {
        return FormTexts.kept(vaultNamespaces);
    }

    @DataBoundSetter
    public void setVaultNamespaces(@Nullable List<String> vaultNamespaces) {
        this.vaultNamespaces = FormTexts.keptOrNull(vaultNamespaces);
    }

    public List<String> getVaultRoles() {
        return FormTexts.kept(vaultRoles);
    }

    @DataBoundSetter
    public void setVaultRoles(@Nullable List<String> vaultRoles) {
        this.vaultRoles = FormTexts.keptOrNull(vaultRoles);
    }

    public List<String> getVaultPaths() {
        return FormTexts.kept(vaultPaths);
    }

    @DataBoundSetter
    public void setVaultPaths(@Nullable List<String> vaultPaths) {
        this.vaultPaths = FormTexts.keptOrNull(vaultPaths);
    }

    public List<String> getCodexPaths() {
        return FormTexts.kept(codexPaths);
    }

    @DataBoundSetter
    public void setCodexPaths(@Nullable List<String> codexPaths) {
        this.codexPaths = FormTexts.keptOrNull(codexPaths);
    }

    public List<String> getConfigKeys() {
        return FormTexts.kept(configKeys);
    }

    @DataBoundSetter
    public void setConfigKeys(@Nullable List<String> configKeys) {
        this.configKeys = FormTexts.keptOrNull(configKeys);
    }

    public List<String> getEfforts() {
        return FormTexts.kept(efforts);
    }

    @DataBoundSetter
    public void setEfforts(@Nullable List<String> efforts) {
        this.efforts = FormTexts.keptOrNull(efforts);
    }

    public List<String> getOutsidePaths() {
        return FormTexts.kept(outsidePaths);
    }

    @DataBoundSetter
    public void setOutsidePaths(@Nullable List<String> outsidePaths) {
        this.outsidePaths = FormTexts.keptOrNull(outsidePaths);
    }

    public @Nullable Long getMostTokens() {
        return mostTokens;
    }

    @DataBoundSetter
    public void setMostTokens(@Nullable Long mostTokens) {
        this.mostTokens = mostTokens;
    }

    public @Nullable String getLabel() {
        return label;
    }

    @DataBoundSetter
    public void setLabel(@Nullable String label) {
        this.label = Util.fixEmptyAndTrim(label);
    }

    public @Nullable String getLongestTimeout() {
        return longestTimeout;
    }

    @DataBoundSetter
    public void setLongestTimeout(@Nullable String longestTimeout) {
        this.longestTimeout = Util.fixEmptyAndTrim(longestTimeout);
    }

    @Extension
    public static class DescriptorImpl extends Descriptor<CodexPolicy> {

        @Override
        public String getDisplayName() {
            return Messages.CodexPolicy_displayName();
        }

        /** The form has its lists as lines, and a number that is left open as an empty text: that would become 0. */
        @Override
        public CodexPolicy newInstance(@Nullable StaplerRequest2 request, JSONObject form) throws FormException {
            if (form.optString("mostTokens").isBlank()) {
                form.remove("mostTokens");
            }
            return super.newInstance(request, LinesInForm.asLists(form, clazz));
        }

        /** For the form. */
        public String lines(@Nullable List<String> texts) {
            return texts == null ? "" : String.join("\n", texts);
        }

        /**
         * For the form: what stands in the controller's is its policy, so that the default stands there too, to be added to.
         *
         * @param configured what the form is about
         */
        public String linesOrDefault(@Nullable List<String> texts, @Nullable Object configured) {
            boolean isDefault = (texts == null || texts.isEmpty()) && !(configured instanceof Item);
            return isDefault ? PolicyEntries.DEFAULT : lines(texts);
        }

        @POST
        public FormValidation doCheckSandboxes(
                @AncestorInPath @Nullable Item item, @QueryParameter @Nullable String value) {
            return check(item, "sandboxes", value);
        }

        @POST
        public FormValidation doCheckModels(
                @AncestorInPath @Nullable Item item, @QueryParameter @Nullable String value) {
            return check(item, "models", value);
        }

        @POST
        public FormValidation doCheckEfforts(
                @AncestorInPath @Nullable Item item, @QueryParameter @Nullable String value) {
            return check(item, "efforts", value);
        }

        @POST
        public FormValidation doCheckAcceptedRisks(
                @AncestorInPath @Nullable Item item, @QueryParameter @Nullable String value) {
            return check(item, "acceptedRisks", value);
        }

        @POST
        public FormValidation doCheckVaultAddresses(
                @AncestorInPath @Nullable Item item, @QueryParameter @Nullable String value) {
            return check(item, "vaultAddresses", value);
        }

        @POST
        public FormValidation doCheckVaultNamespaces(
                @AncestorInPath @Nullable Item item, @QueryParameter @Nullable String value) {
            return check(item, "vaultNamespaces", value);
        }

        @POST
        public FormValidation doCheckVaultRoles(
                @AncestorInPath @Nullable Item item, @QueryParameter @Nullable String value) {
            return check(item, "vaultRoles", value);
        }

        @POST
        public FormValidation doCheckVaultPaths(
                @AncestorInPath @Nullable Item item, @QueryParameter @Nullable String value) {
            return check(item, "vaultPaths", value);
        }

        @POST
        public FormValidation doCheckCodexPaths(
                @AncestorInPath @Nullable Item item, @QueryParameter @Nullable String value) {
            return check(item, "codexPaths", value);
        }

        @POST
        public FormValidation doCheckOutsidePaths(
                @AncestorInPath @Nullable Item item, @QueryParameter @Nullable String value) {
            return check(item, "outsidePaths", value);
        }

        @POST
        public FormValidation doCheckConfigKeys(
                @AncestorInPath @Nullable Item item, @QueryParameter @Nullable String value) {
            return check(item, "configKeys", value);
        }

        @POST
        public FormValidation doCheckLabel(
                @AncestorInPath @Nullable Item item, @QueryParameter @Nullable String value) {
            return check(item, "label", value);
        }

        @POST
        public FormValidation doCheckLongestTimeout(
                @AncestorInPath @Nullable Item item, @QueryParameter @Nullable String value) {
            return check(item, "longestTimeout", value);
        }

        private static FormValidation check(@Nullable Item item, String field, @Nullable String value) {
            Function<List<String>, List<String>> check = FIELDS.getOrDefault(field, PolicyEntries::plain);
            return FormTexts.answer(item, check.apply(FormTexts.lines(value)));
        }
    }
}
