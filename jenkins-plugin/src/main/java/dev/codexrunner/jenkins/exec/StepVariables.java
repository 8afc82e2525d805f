package dev.codexrunner.jenkins.exec;

import hudson.EnvVars;
import hudson.Util;
import org.jspecify.annotations.Nullable;

/**
 * Puts a build's parameters and variables into what a freestyle job says, as people there expect it; a Jenkinsfile does so by
 * itself. Not into what chooses a secret, an authority or a program: whoever may start a build would choose it.
 */
final class StepVariables {

    private final EnvVars environment;

    private StepVariables(EnvVars environment) {
        this.environment = environment;
    }

    /** A copy; what is put in is held to the policy like any other input. */
    static CodexExecStep expanded(CodexExecStep step, EnvVars environment) {
        StepVariables variables = new StepVariables(environment);
        CodexExecStep copy = new CodexExecStep();
        copy.setPrompt(variables.in(step.getPrompt()));
        copy.setPromptFile(variables.in(step.getPromptFile()));
        copy.setWorkingDirectory(variables.in(step.getWorkingDirectory()));
        copy.setOutputSchema(variables.in(step.getOutputSchema()));
        copy.setSandbox(variables.in(step.getSandbox()));
        copy.setModel(variables.in(step.getModel()));
        copy.setEffort(variables.in(step.getEffort()));
        copy.setTimeout(variables.in(step.getTimeout()));
        copy.setIdleTimeout(variables.in(step.getIdleTimeout()));
        copy.setMaxTokens(step.getMaxTokens());
        copy.setRetries(step.getRetries());
        copy.setCredentialsId(step.getCredentialsId());
        copy.setVault(step.getVault());
        copy.setCaBundle(step.getCaBundle());
        copy.setCaBundleCredentialsId(step.getCaBundleCredentialsId());
        copy.setCodex(step.getCodex());
        copy.setCodexPath(step.getCodexPath());
        copy.setConfig(step.getConfig());
        copy.setAcceptedRisks(step.getAcceptedRisks());
        copy.setFailOn(step.getFailOn());
        copy.setUnstableOn(step.getUnstableOn());
        return copy;
    }

    /** What is no variable stays as it is. */
    private @Nullable String in(@Nullable String text) {
        return Util.replaceMacro(text, environment);
    }
}
