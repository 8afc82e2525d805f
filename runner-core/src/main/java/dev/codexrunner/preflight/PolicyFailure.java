package dev.codexrunner.preflight;

import dev.codexrunner.failure.FailureKind;
import dev.codexrunner.failure.FailureText;
import dev.codexrunner.failure.FailureWords;

/** What somebody else than the run's author decided: the machine's owner, the company, or who may trigger a run. */
public enum PolicyFailure implements FailureText {
    TRIGGER_UNTRUSTED(
            FailureKind.POLICY,
            "What started this run is not trusted: %1$s.",
            "Who can cause such a run may be a stranger, and what he wrote would steer an agent that works on the company's"
                    + " token.",
            "Start it from a trusted trigger, see docs/triggers.md; or accept each risk by its name: %2$s"),
    POLICY_EXCLUDES(
            FailureKind.POLICY,
            "The managed policy %1$s does not allow \"%4$s\".",
            "Its %2$s lists only: %3$s. codex would not fail: it would work in another mode than the one asked for.",
            "Choose an allowed mode (--sandbox), or have the policy's owner add \"%4$s\" to %2$s."),
    POLICY_WITHOUT_READ_ONLY(
            FailureKind.POLICY,
            "codex does not start under the managed policy %1$s.",
            "Its allowed_sandbox_modes lists only: %2$s. codex demands that \"read-only\" is among them.",
            "Have the policy's owner add \"read-only\" to allowed_sandbox_modes."),
    POLICY_WANTS_APPROVALS(
            FailureKind.POLICY,
            "The managed policy %1$s wants a person to approve what the agent does.",
            "Its %2$s lists only: %3$s. In a pipeline there is nobody to ask, so that codex runs with \"never\"; here it"
                    + " would ask all the same, and refuse whatever it has asked for.",
            "Have the policy's owner add \"never\" to %2$s for the machines or the group that run pipelines; the sandbox"
                    + " stays what it is."),
    POLICY_PICKS_PROFILE(
            FailureKind.POLICY,
            "The managed policy %1$s sets the permission profile \"%2$s\", where the run asks for \"%3$s\".",
            "Under allowed_permission_profiles codex passes over --sandbox without a word and takes that profile.",
            "Choose the sandbox that the policy sets; or, where it lists the other, name it: -c '%4$s' --allow-override"
                    + " default_permissions."),
    POLICY_EXCLUDES_LOGIN(
            FailureKind.POLICY,
            "The managed policy %1$s does not allow to log in with this kind of token (%2$s).",
            "Its allowed_login_methods lists only: %3$s. codex would drop the token without a word and get a 401.",
            "Have the policy's owner add \"%2$s\" to allowed_login_methods, or use a token of an allowed kind."),
    POLICY_PINS_FEATURES(
            FailureKind.POLICY,
            "The managed policy %1$s switches on what a run keeps off: %2$s.",
            "It reaches the network, or starts programs outside the sandbox, where they can read the token; and no"
                    + " setting of the run switches it off again.",
            "Accept it with --allow-override features, knowing the risk, or have the policy's owner take it out."),
    MACHINE_SETTINGS_REFUSED(
            FailureKind.POLICY,
            "Refused, because this machine's settings for codex would widen what the run may do or see: %1$s.",
            "codex reads them in every run. They may start other programs, open the sandbox, or send the token elsewhere.",
            "Have the machine's owner take them out, or accept each with the switch given beside it, knowing the risk."),
    POLICY_UNREADABLE(
            FailureKind.CODEX_START,
            "The managed policy %1$s can't be read (%2$s).",
            "codex starts only when it can read the policy of its machine.",
            "Have its owner correct the TOML, and make the file readable for the user that runs the job."),
    LEADS_OUT_OF_CHECKOUT(
            FailureKind.POLICY,
            "%1$s is no plain file of the checkout: %2$s.",
            "What it leads to would go to the model: read outside of the sandbox, by a process that has the token in its"
                    + " environment.",
            "Remove it from the repository, and look at who committed it. Links within the checkout are followed."),
    INPUT_NOT_IN_BASE(
            FailureKind.POLICY,
            "%1$s (--%2$s) is not in the base commit.",
            "The commit that is checked out brings it: who made the change would write what its review is asked, or may"
                    + " answer.",
            "Have it merged into the base first, keep it outside of the checkout, or take a built-in schema:"
                    + " --output-schema builtin:findings."),
    TEAM_CONFIG_COMMIT(
            FailureKind.CONFIG,
            "--team-config-base %1$s names no commit of this repository (%2$s).",
            "The instructions for the agent were to come from that commit, and from nowhere else.",
            "Fetch it before the run (in a shallow checkout: git fetch --depth 1 origin main:refs/remotes/origin/main), or name one that is there."),
    TEAM_CONFIG_UNUSABLE(
            FailureKind.CONFIG,
            "%1$s of the base commit can't be used: %2$s.",
            "The agent would get other instructions than those that were reviewed.",
            "Correct it in the base branch, or run with --team-config off.");

    private final FailureWords words;

    PolicyFailure(FailureKind kind, String what, String why, String fix) {
        words = new FailureWords(kind, what, why, fix);
    }

    @Override
    public FailureWords words() {
        return words;
    }
}
