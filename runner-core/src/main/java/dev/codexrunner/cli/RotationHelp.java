package dev.codexrunner.cli;

import dev.codexrunner.failure.FailureKind;
import java.util.List;

/** What stands below the help of {@code rotation} and of its commands: an example and the exit codes. */
final class RotationHelp {

    private RotationHelp() {}

    static String[] footer() {
        return footer("pass show codex | codex-runner rotation stage --owner ci@example.com --token-name ci-2027 ...");
    }

    static String[] footer(RotationAction action) {
        String command = "codex-runner rotation " + action + " --vault-path secret/ci/codex#access_token";
        return footer(
                switch (action) {
                    case STAGE -> "pass show codex | " + command + " --owner ci@example.com --token-name ci-2027";
                    case VERIFY, PROMOTE, ROLLBACK, CONFIRM_REVOKED, STATUS -> command;
                    case CHECK -> command + " --metrics-file codex_rotation.prom";
                });
    }

    private static String[] footer(String example) {
        return List.of(
                        "",
                        "Example, with VAULT_ADDR and a login (--vault-auth) set:",
                        "  " + example,
                        "",
                        "Exit codes:",
                        line(FailureKind.SUCCESS, "done, or done before; check: well, or with a warning"),
                        line(FailureKind.CONFIG, "usage or configuration"),
                        line(
                                FailureKind.SECRET_SOURCE,
                                "Vault; stage: no token in time, an unreadable token file, several lines"),
                        line(FailureKind.CREDENTIAL, "a token is expired, revoked, malformed or another one's"),
                        line(FailureKind.CONNECTIVITY, "TLS, CA, proxy, DNS or connection"),
                        line(FailureKind.TURN_FAILED, "the service failed"),
                        line(FailureKind.ROTATION_DUE, "check: a rotation is due"),
                        line(FailureKind.ROTATION_CONFLICT, "a step out of order, or lost to another rotator"),
                        line(FailureKind.REPORT_IO, "a result was not written"),
                        "",
                        "The others are those of codex-runner --help. docs/rotation.md tells the whole way.")
                .toArray(String[]::new);
    }

    private static String line(FailureKind kind, String meaning) {
        return "  %5d  %s".formatted(kind.exitCode(), meaning);
    }
}
