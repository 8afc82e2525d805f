package dev.codexrunner.jenkins.exec;

import dev.codexrunner.jenkins.configuration.EffectiveConfiguration;
import dev.codexrunner.jenkins.configuration.VaultOptions;
import dev.codexrunner.jenkins.request.Admission;
import dev.codexrunner.jenkins.request.CodexProgram;
import dev.codexrunner.jenkins.request.CodexRequest;
import dev.codexrunner.jenkins.request.CodexRequestBuilder;
import dev.codexrunner.jenkins.request.ConfigInput;
import dev.codexrunner.jenkins.request.PolicyCheck;
import dev.codexrunner.jenkins.request.Prompt;
import dev.codexrunner.jenkins.request.TokenRequest;
import dev.codexrunner.jenkins.request.VaultRequest;
import dev.codexrunner.jenkins.result.BuildEffect;
import dev.codexrunner.jenkins.trigger.UntrustedChange;
import hudson.AbortException;
import hudson.model.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What a step asks for, held against the policy that its job is under. Waits for nothing.
 *
 * @param notes for the log: where the run is not quite as it was asked for
 */
record ExecInputs(CodexRequest request, EffectiveConfiguration configuration, List<String> notes) {

    /** @throws AbortException with everything that is wrong or refused */
    static ExecInputs of(CodexExecStep step, Run<?, ?> run) throws AbortException {
        EffectiveConfiguration configuration = EffectiveConfiguration.of(run.getParent());
        List<String> problems = new ArrayList<>(configuration.problems());
        ConfigInput<CodexRequest> asked =
                ConfigInput.of(request(step, problems), Objects.requireNonNullElse(step.getConfig(), ""));
        problems.addAll(asked.problems());
        problems.addAll(BuildEffect.problems("failOn", step.getFailOn()));
        problems.addAll(BuildEffect.problems("unstableOn", step.getUnstableOn()));
        Admission<CodexRequest> admission =
                PolicyCheck.admit(asked.request(), configuration.defaults(), configuration.policy());
        problems.addAll(admission.problems());
        admission
                .request()
                .vault()
                .filter(vault -> vault.address().isEmpty() || vault.path().isEmpty())
                .ifPresent(incomplete -> problems.add(Messages.ExecInputs_noToken()));
        List<String> refusals = new ArrayList<>(admission.refusals());
        UntrustedChange.refusal(run, admission.request().acceptedRisks()).ifPresent(refusals::add);
        Refusal.throwIfAny("codexExec", problems, refusals);
        return new ExecInputs(admission.request(), configuration, admission.notes());
    }

    private static CodexRequest request(CodexExecStep step, List<String> problems) {
        CodexRequestBuilder builder = CodexRequest.builder(prompt(step, problems), token(step, problems))
                .workingDirectory(step.getWorkingDirectory())
                .sandbox(step.getSandbox())
                .model(step.getModel())
                .effort(step.getEffort())
                .outputSchema(step.getOutputSchema())
                .timeout(step.getTimeout())
                .idleTimeout(step.getIdleTimeout())
                .maxTokens(Objects.toString(step.getMaxTokens(), null))
                .retries(Objects.toString(step.getRetries(), null))
                .caBundle(Authorities.asked(step.getCaBundle(), step.getCaBundleCredentialsId(), problems)
                        .orElse(null))
                .acceptedRisks(step.getAcceptedRisks());
        program(step, builder, problems);
        return builder.build();
    }

    private static Prompt prompt(CodexExecStep step, List<String> problems) {
        if (count(step.getPrompt(), step.getPromptFile()) != 1) {
            problems.add(Messages.ExecInputs_prompt());
        }
        return step.getPromptFile() == null
                ? new Prompt.Text(Objects.requireNonNullElse(step.getPrompt(), ""))
                : new Prompt.FileInWorkspace(step.getPromptFile());
    }

    private static TokenRequest token(CodexExecStep step, List<String> problems) {
        if (count(step.getVault(), step.getCredentialsId()) > 1) {
            problems.add(Messages.ExecInputs_twoTokens());
        }
        if (step.getCredentialsId() != null) {
            return new TokenRequest.FromCredential(step.getCredentialsId());
        }
        VaultOptions vault = step.getVault();
        return new TokenRequest.FromVault(vault == null ? VaultRequest.builder().build() : vault.toRequest());
    }

    private static void program(CodexExecStep step, CodexRequestBuilder builder, List<String> problems) {
        if (count(step.getCodex(), step.getCodexPath()) > 1) {
            problems.add(Messages.ExecInputs_twoCodexes());
        }
        if (step.getCodex() != null) {
            builder.program(new CodexProgram.Installed(step.getCodex()));
        } else if (step.getCodexPath() != null) {
            builder.program(new CodexProgram.AtPath(step.getCodexPath()));
        }
    }

    private static long count(Object... values) {
        return Stream.of(values).filter(Objects::nonNull).count();
    }
}
