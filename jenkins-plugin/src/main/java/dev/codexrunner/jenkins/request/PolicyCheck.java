package dev.codexrunner.jenkins.request;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Completes what a job asks for, and tells what of it the policy refuses. Pure. */
public final class PolicyCheck {

    private PolicyCheck() {}

    /**
     * @param asked by the job itself, nothing filled in
     * @param defaults of the controller and the folders; held to the policy as well
     */
    public static Admission<CodexRequest> admit(CodexRequest asked, Defaults defaults, Policy policy) {
        CodexRequest request = policy.applyTo(asked.completedBy(defaults));
        Refusals refusals = new Refusals();
        PlainTexts.check(request, refusals);
        words(request, policy, refusals);
        model(request, policy, refusals);
        program(request.program(), policy, refusals);
        timeout(request, policy, refusals);
        tokens(request, policy, refusals);
        WorkspacePaths.check(request, policy, refusals);
        request.vault().ifPresent(vault -> VaultPolicy.check(vault, policy, refusals));
        caBundle(asked.caBundle(), asked.settings(), asked.vault(), policy, refusals);
        SettingsPolicy.check(request.settings(), policy, refusals);
        SettingsPolicy.checkCodexConfig(request, policy, refusals);
        Map<String, List<String>> own = InputSettings.of(asked);
        FixedSettings.check(own, policy.fixedSettings(), refusals);
        return new Admission<>(
                request, RequestProblems.of(request), refusals.all(), FixedSettings.notes(own, policy.fixedSettings()));
    }

    /** The same for a rotation check. */
    public static Admission<RotationCheckRequest> admit(RotationCheckRequest asked, Defaults defaults, Policy policy) {
        RotationCheckRequest request = asked.completedBy(defaults);
        Refusals refusals = new Refusals();
        PlainTexts.check(request, refusals);
        VaultPolicy.check(request.vault(), policy, refusals);
        for (String path : request.paths()) {
            VaultPolicy.checkPath(path, policy, refusals);
        }
        caBundle(asked.caBundle(), asked.settings(), Optional.of(asked.vault()), policy, refusals);
        SettingsPolicy.check(request.settings(), policy, refusals);
        FixedSettings.check(InputSettings.of(asked.vault()), policy.fixedSettings(), refusals);
        return new Admission<>(request, RequestProblems.of(request), refusals.all(), List.of());
    }

    /** A word that is none of the setting's is no business of the policy. */
    private static void words(CodexRequest request, Policy policy, Refusals refusals) {
        if (RequestProblems.isKnown("sandbox", request.sandboxInForce())) {
            refusals.unless(policy.sandboxes(), request.sandboxInForce(), "sandbox");
        }
        request.acceptedRisks().stream()
                .filter(risk -> RequestProblems.isKnown(InputSettings.RISKS, risk))
                .forEach(risk -> refusals.unless(policy.risks(), risk, "risk"));
        if (request.effort().isPresent()) {
            refusals.unless(policy.efforts(), request.effort().get(), "effort");
        } else if (!policy.efforts().isAnything()) {
            refusals.add("PolicyCheck.noEffort", policy.efforts().inWords());
        }
    }

    private static void model(CodexRequest request, Policy policy, Refusals refusals) {
        if (request.model().isPresent()) {
            refusals.unless(policy.models(), request.model().get(), "model");
        } else if (!policy.models().isAnything()) {
            refusals.add("PolicyCheck.noModel", policy.models().inWords());
        }
    }

    private static void program(CodexProgram program, Policy policy, Refusals refusals) {
        if (program instanceof CodexProgram.AtPath at) {
            if (PathSteps.leadsUp(at.path())) {
                refusals.add("PolicyCheck.codexPathUp", Refusals.quoted(at.path()));
            } else {
                refusals.unless(policy.codexPaths(), at.path(), "codexPath");
            }
        } else if (program instanceof CodexProgram.OnPath
                && !policy.codexPaths().permits(Policy.PATH)) {
            refusals.add("PolicyCheck.noCodex", policy.codexPaths().inWords());
        }
    }

    private static void timeout(CodexRequest request, Policy policy, Refusals refusals) {
        if (policy.longestTimeout().isEmpty() || request.timeout().isEmpty()) {
            return;
        }
        Duration longest = policy.longestTimeout().get();
        String text = request.timeout().get();
        Optional<Duration> asked = DurationText.parse(text);
        if (asked.isPresent() && asked.get().compareTo(longest) > 0) {
            refusals.add("PolicyCheck.tooLong", Refusals.quoted(text), DurationText.of(longest));
        }
    }

    private static void tokens(CodexRequest request, Policy policy, Refusals refusals) {
        policy.mostTokens()
                .filter(most -> request.maxTokens()
                        .filter(asked -> asked.matches("[0-9]{1,18}") && Long.parseLong(asked) > most)
                        .isPresent())
                .ifPresent(most ->
                        refusals.add("PolicyCheck.tokens", request.maxTokens().orElse(""), most.toString()));
    }

    /** The defaults' own is the administrator's choice. Where the policy allows a job's own, only what is the job's goes there. */
    private static void caBundle(
            Optional<CaBundle> asked,
            Map<String, List<String>> settings,
            Optional<VaultRequest> vault,
            Policy policy,
            Refusals refusals) {
        boolean byConfig = settings.containsKey(SettingNames.CA_BUNDLE) || settings.containsKey(SettingNames.VAULT_CA);
        if (asked.isPresent() && !policy.settings().permits(SettingNames.CA_BUNDLE)) {
            refusals.add("PolicyCheck.caBundle");
        } else if ((asked.isPresent() || byConfig)
                && vault.filter(own -> own.credentialsId().isEmpty()).isPresent()) {
            refusals.add("PolicyCheck.caBundleWithDefault");
        }
    }
}
