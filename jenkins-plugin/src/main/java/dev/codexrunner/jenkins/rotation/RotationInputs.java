package dev.codexrunner.jenkins.rotation;

import dev.codexrunner.jenkins.configuration.EffectiveConfiguration;
import dev.codexrunner.jenkins.configuration.VaultOptions;
import dev.codexrunner.jenkins.exec.Authorities;
import dev.codexrunner.jenkins.exec.Refusal;
import dev.codexrunner.jenkins.request.Admission;
import dev.codexrunner.jenkins.request.ConfigInput;
import dev.codexrunner.jenkins.request.PolicyCheck;
import dev.codexrunner.jenkins.request.RotationCheckRequest;
import dev.codexrunner.jenkins.request.VaultRequest;
import dev.codexrunner.jenkins.result.BuildEffect;
import dev.codexrunner.jenkins.trigger.UntrustedChange;
import hudson.AbortException;
import hudson.model.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What a rotation check asks for, held against the policy that its job is under. Waits for nothing. */
record RotationInputs(RotationCheckRequest request, EffectiveConfiguration configuration) {

    /** @throws AbortException with everything that is wrong or refused */
    static RotationInputs of(CodexRotationCheckStep step, Run<?, ?> run) throws AbortException {
        EffectiveConfiguration configuration = EffectiveConfiguration.of(run.getParent());
        List<String> problems = new ArrayList<>(configuration.problems());
        ConfigInput<RotationCheckRequest> asked =
                ConfigInput.of(request(step, problems), Objects.requireNonNullElse(step.getConfig(), ""));
        problems.addAll(asked.problems());
        problems.addAll(BuildEffect.problems("failOn", step.getFailOn()));
        problems.addAll(BuildEffect.problems("unstableOn", step.getUnstableOn()));
        Admission<RotationCheckRequest> admission =
                PolicyCheck.admit(asked.request(), configuration.defaults(), configuration.policy());
        problems.addAll(admission.problems());
        if (admission.request().vault().address().isEmpty()
                || admission.request().allPaths().isEmpty()) {
            problems.add(Messages.RotationInputs_noPath());
        }
        List<String> refusals = new ArrayList<>(admission.refusals());
        // A check asks the service with the token, and prints what it is told: no business of a stranger's change.
        UntrustedChange.refusal(run, List.of()).ifPresent(refusals::add);
        Refusal.throwIfAny(RotationCall.NAME, problems, refusals);
        return new RotationInputs(admission.request(), configuration);
    }

    private static RotationCheckRequest request(CodexRotationCheckStep step, List<String> problems) {
        VaultOptions vault = step.getVault();
        return new RotationCheckRequest(
                vault == null ? VaultRequest.builder().build() : vault.toRequest(),
                step.getPaths(),
                Authorities.asked(step.getCaBundle(), step.getCaBundleCredentialsId(), problems),
                Map.of());
    }
}
