package dev.codexrunner.jenkins.request;

import java.time.Duration;
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
        refusals.unless(policy.sandboxes(), request.sandboxInForce(), "sandbox");
        model(request, policy, refusals);
        for (String risk : request.acceptedRisks()) {
            refusals.unless(policy.risks(), risk, "risk");
        }
        program(request.program(), policy, refusals);
        timeout(request, policy, refusals);
        workingDirectory(request, refusals);
        request.vault().ifPresent(vault -> VaultPolicy.check(vault, policy, refusals));
        caBundle(asked.caBundle(), policy, refusals);
        SettingsPolicy.check(request.settings(), policy, refusals);
        SettingsPolicy.checkCodexConfig(request, policy, refusals);
        return new Admission<>(request, refusals.all());
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
        caBundle(asked.caBundle(), policy, refusals);
        SettingsPolicy.check(request.settings(), policy, refusals);
        return new Admission<>(request, refusals.all());
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
        if (asked.isEmpty()) {
            refusals.add("PolicyCheck.noDuration", Refusals.quoted(text));
        } else if (asked.get().compareTo(longest) > 0) {
            refusals.add("PolicyCheck.tooLong", Refusals.quoted(text), DurationText.of(longest));
        }
    }

    private static void workingDirectory(CodexRequest request, Refusals refusals) {
        request.workingDirectory()
                .filter(path -> PathSteps.isAbsolute(path) || PathSteps.leadsUp(path))
                .ifPresent(path -> refusals.add("PolicyCheck.workingDirectory", Refusals.quoted(path)));
    }

    /** The defaults' own is the administrator's choice. */
    private static void caBundle(Optional<CaBundle> asked, Policy policy, Refusals refusals) {
        if (asked.isPresent() && !policy.settings().permits(SettingNames.CA_BUNDLE)) {
            refusals.add("PolicyCheck.caBundle");
        }
    }
}
