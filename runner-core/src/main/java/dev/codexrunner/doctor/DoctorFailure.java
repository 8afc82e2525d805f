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
            "Point --cd to a checkout, or give --skip-git-repo-check if that is intended."),
    COLLECTOR_WITHOUT_OTLP(
            FailureKind.CONNECTIVITY,
            "The collector at %1$s answers %2$s where telemetry goes.",
            "A run would end as ever, and its telemetry would be lost without a word.",
            "Give --otel-endpoint the collector's base address: /v1/metrics and its like come behind it. A collector's HTTP"
                    + " port is 4318 as a rule; 4317 is that for --otel-protocol grpc."),
    COLLECTOR_WITHOUT_GRPC(
            FailureKind.CONNECTIVITY,
            "The collector at %1$s does not speak HTTP/2, which gRPC needs.",
            "A run would end as ever, and its telemetry would be lost without a word.",
            "Give --otel-endpoint the collector's gRPC port (4317 as a rule), or another --otel-protocol.");

    private final FailureWords words;

    DoctorFailure(FailureKind kind, String what, String why, String fix) {
        words = new FailureWords(kind, what, why, fix);
    }

    @Override
    public FailureWords words() {
        return words;
    }
}
