package dev.codexrunner.jenkins.exec;

import hudson.Extension;
import hudson.Util;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.sf.json.JSONObject;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.jspecify.annotations.Nullable;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.StaplerRequest2;

/**
 * {@code codexExec}: has codex do something, on the agent. Also what the build step of freestyle jobs is made of. What is
 * left out comes from the configuration of the folders and of the controller, or is the runner's default. Null is absent.
 */
@Restricted(NoExternalUse.class)
public final class CodexExecStep extends RunnerStep {

    private static final long serialVersionUID = 1;

    private @Nullable String prompt;
    private @Nullable String promptFile;
    private @Nullable String credentialsId;
    private @Nullable String workingDirectory;
    private @Nullable String sandbox;
    private @Nullable String model;
    private @Nullable String effort;
    private @Nullable String outputSchema;
    private @Nullable String timeout;
    private @Nullable String idleTimeout;
    private @Nullable Long maxTokens;
    private @Nullable Integer retries;
    private @Nullable String codex;
    private @Nullable String codexPath;
    private @Nullable ArrayList<String> acceptedRisks;

    @DataBoundConstructor
    public CodexExecStep() {}

    @Override
    public StepExecution start(StepContext context) {
        return new RunnerExecution(context, new ExecCall(this));
    }

    public @Nullable String getPrompt() {
        return prompt;
    }

    @DataBoundSetter
    public void setPrompt(@Nullable String prompt) {
        this.prompt = Util.fixEmpty(prompt);
    }

    public @Nullable String getPromptFile() {
        return promptFile;
    }

    @DataBoundSetter
    public void setPromptFile(@Nullable String promptFile) {
        this.promptFile = Util.fixEmptyAndTrim(promptFile);
    }

    public @Nullable String getCredentialsId() {
        return credentialsId;
    }

    @DataBoundSetter
    public void setCredentialsId(@Nullable String credentialsId) {
        this.credentialsId = Util.fixEmptyAndTrim(credentialsId);
    }

    public @Nullable String getWorkingDirectory() {
        return workingDirectory;
    }

    @DataBoundSetter
    public void setWorkingDirectory(@Nullable String workingDirectory) {
        this.workingDirectory = Util.fixEmptyAndTrim(workingDirectory);
    }

    public @Nullable String getSandbox() {
        return sandbox;
    }

    @DataBoundSetter
    public void setSandbox(@Nullable String sandbox) {
        this.sandbox = Util.fixEmptyAndTrim(sandbox);
    }

    public @Nullable String getModel() {
        return model;
    }

    @DataBoundSetter
    public void setModel(@Nullable String model) {
        this.model = Util.fixEmptyAndTrim(model);
    }

    public @Nullable String getEffort() {
        return effort;
    }

    @DataBoundSetter
    public void setEffort(@Nullable String effort) {
        this.effort = Util.fixEmptyAndTrim(effort);
    }

    public @Nullable String getOutputSchema() {
        return outputSchema;
    }

    @DataBoundSetter
    public void setOutputSchema(@Nullable String outputSchema) {
        this.outputSchema = Util.fixEmptyAndTrim(outputSchema);
    }

    public @Nullable String getTimeout() {
        return timeout;
    }

    @DataBoundSetter
    public void setTimeout(@Nullable String timeout) {
        this.timeout = Util.fixEmptyAndTrim(timeout);
    }

    public @Nullable String getIdleTimeout() {
        return idleTimeout;
    }

    @DataBoundSetter
    public void setIdleTimeout(@Nullable String idleTimeout) {
        this.idleTimeout = Util.fixEmptyAndTrim(idleTimeout);
    }

    public @Nullable Long getMaxTokens() {
        return maxTokens;
    }

    @DataBoundSetter
    public void setMaxTokens(@Nullable Long maxTokens) {
        this.maxTokens = maxTokens;
    }

    public @Nullable Integer getRetries() {
        return retries;
    }

    @DataBoundSetter
    public void setRetries(@Nullable Integer retries) {
        this.retries = retries;
    }

    public @Nullable String getCodex() {
        return codex;
    }

    @DataBoundSetter
    public void setCodex(@Nullable String codex) {
        this.codex = Util.fixEmptyAndTrim(codex);
    }

    public @Nullable String getCodexPath() {
        return codexPath;
    }

    @DataBoundSetter
    public void setCodexPath(@Nullable String codexPath) {
        this.codexPath = Util.fixEmptyAndTrim(codexPath);
    }

    public List<String> getAcceptedRisks() {
        return ExecChoices.kept(acceptedRisks);
    }

    @DataBoundSetter
    public void setAcceptedRisks(@Nullable List<String> acceptedRisks) {
        this.acceptedRisks = ExecChoices.texts(acceptedRisks);
    }

    /** Of the step, for its forms. */
    @Extension
    public static final class DescriptorImpl extends CodexExecForm {

        @Override
        public String getFunctionName() {
            return "codexExec";
        }

        @Override
        public String getDisplayName() {
            return Messages.CodexExecStep_displayName();
        }

        /** What a build's list of steps shows: a prompt can be long, and its first line says what it is about. */
        @Override
        public @Nullable String argumentsToString(Map<String, Object> arguments) {
            Object prompt = arguments.getOrDefault("prompt", arguments.get("promptFile"));
            return prompt == null ? null : ExecChoices.firstLine(prompt.toString());
        }

        /** The form has numbers that are left open as empty texts: those would become 0. */
        @Override
        public Step newInstance(@Nullable StaplerRequest2 request, JSONObject form) throws FormException {
            List.of("maxTokens", "retries").stream()
                    .filter(name -> form.optString(name).isBlank())
                    .forEach(form::remove);
            return super.newInstance(request, form);
        }
    }
}
