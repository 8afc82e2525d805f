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
        refusals.unless(policy.sandboxes(), request.sandboxInForce(), "sandbox", "Sandboxes");
        model(request, policy, refusals);
        for (String risk : request.acceptedRisks()) {
            refusals.unless(policy.risks(), risk, "accepted risk", "Accepted risks");
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
            refusals.unless(policy.models(), request.model().get(), "model", "Models");
        } else if (!policy.models().isAnything()) {
            refusals.add("No model is named, and codex's own choice need not be one of those that the policy allows: "
                    + policy.models().inWords() + ". Name one of these as model.");
        }
    }

    private static void program(CodexProgram program, Policy policy, Refusals refusals) {
        if (program instanceof CodexProgram.AtPath at) {
            if (PathSteps.leadsUp(at.path())) {
                refusals.add("The codex path " + Refusals.quoted(at.path())
                        + " has a .. in it, and could lead past the policy. Write it without.");
            } else {
                refusals.unless(policy.codexPaths(), at.path(), "codex path", "Codex paths");
            }
        } else if (program instanceof CodexProgram.OnPath
                && !policy.codexPaths().permits(Policy.PATH)) {
            refusals.add(
                    "No codex is named, and the policy does not allow the one on the agent's PATH. Name an installation"
                            + " as codex, or a path that the policy allows: "
                            + policy.codexPaths().inWords() + ".");
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
            refusals.add(
                    "The timeout " + Refusals.quoted(text)
                            + " is no duration, so that nobody can tell whether the policy allows it. Write it as 90s, 10m or 1h30m.");
        } else if (asked.get().compareTo(longest) > 0) {
            refusals.add("The timeout " + Refusals.quoted(text) + " is longer than the policy allows. Ask for at most "
                    + DurationText.of(longest) + ", or let an administrator raise Longest timeout.");
        }
    }

    private static void workingDirectory(CodexRequest request, Refusals refusals) {
        request.workingDirectory()
                .filter(path -> PathSteps.isAbsolute(path) || PathSteps.leadsUp(path))
                .ifPresent(path -> refusals.add("The working directory " + Refusals.quoted(path)
                        + " leads out of the workspace, where other jobs have their files. Name a folder below the"
                        + " workspace."));
    }

    /** The defaults' own is the administrator's choice. */
    private static void caBundle(Optional<CaBundle> asked, Policy policy, Refusals refusals) {
        if (asked.isPresent() && !policy.settings().permits(SettingNames.CA_BUNDLE)) {
            refusals.add(
                    "A caBundle of the job's own is not allowed here: whoever chooses the authorities can pass for Vault."
                            + " Leave it out, the configured one is used; or let an administrator add ca-bundle to Settings in the"
                            + " configuration of codex-runner.");
        }
    }
}
