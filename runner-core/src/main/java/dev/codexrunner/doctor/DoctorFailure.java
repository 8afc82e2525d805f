package dev.codexrunner.doctor;

import dev.codexrunner.failure.FailureKind;
import dev.codexrunner.failure.FailureText;
import dev.codexrunner.failure.FailureWords;

/** What only doctor finds; all else it says in the words that a run would use. */
public enum DoctorFailure implements FailureText {
    CODEX_ARGUMENTS_REFUSED(
            FailureKind.CODEX_START,
            "codex does not accept the arguments of a run.",
            "codex said: %1$s",
            "Mend the setting that it names in -c, --profile or --codex-home's config.toml; where it is none of yours,"
                    + " install a version of codex listed under Compatibility in the README."),
    SANDBOX_NOT_STARTED(
            FailureKind.CODEX_START,
            "codex's sandbox (%1$s) can't run a command on this machine.",
            "codex said: %2$s",
            "Allow unprivileged user namespaces: on the host, user.max_user_namespaces above 0 and, on Ubuntu,"
                    + " kernel.apparmor_restrict_unprivileged_userns=0; in a container, a seccomp and AppArmor profile"
                    + " that lets bwrap create them (Docker: --security-opt seccomp=unconfined --security-opt"
                    + " apparmor=unconfined). Where the container itself is the sandbox and holds nothing else of"
                    + " value: --sandbox danger-full-access --allow-danger-full-access, which shows the agent the token."),
    SANDBOX_NOT_ENFORCED(
            FailureKind.CODEX_START,
            "codex's sandbox (%1$s) let a command write %2$s.",
            "No mode of the sandbox may write there, so the agent's commands would run unconfined.",
            "Do not run jobs here. Check that --codex-path is a genuine codex and that -c or a profile sets no wider"
                    + " permissions."),
    WORKING_FOLDER_NO_REPOSITORY(
            FailureKind.CODEX_START,
            "The working folder %1$s is in no git repository.",
            "codex refuses to work there, so that what the agent changes can be seen and undone.",
            "Point --cd to a checkout, or give --skip-git-repo-check if that is intended.");

    private final FailureWords words;

    DoctorFailure(FailureKind kind, String what, String why, String fix) {
        words = new FailureWords(kind, what, why, fix);
    }

    @Override
    public FailureWords words() {
        return words;
    }
}
