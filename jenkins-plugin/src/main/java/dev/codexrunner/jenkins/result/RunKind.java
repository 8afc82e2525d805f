package dev.codexrunner.jenkins.result;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a run can end, as contract/exit-codes.json lists it; a test compares the two. */
public enum RunKind {
    SUCCESS(0, "codex ended with 0, the turn completed, and everything asked for is there"),
    INTERNAL(1, "a bug of the runner"),
    CONFIG(2, "usage or configuration; all problems are listed"),
    SECRET_SOURCE(3, "Vault or another token source: unreachable, denied, sealed, not found, malformed"),
    CREDENTIAL(4, "token expired, revoked, malformed or of the wrong kind; the workspace says 401 or 403"),
    CONNECTIVITY(5, "TLS, CA, proxy, DNS, connection refused"),
    CODEX_START(
            6,
            "codex missing, of the wrong version or digest, not in a trusted directory; sandbox or required MCP server unavailable; policy bundle refused"),
    TURN_FAILED(7, "model or service failure: 5xx, 400, context window, stream lost after retries"),
    LIMITED(8, "usage limit, quota, rate limit, capacity"),
    NO_VERDICT(9, "the stream ended without a terminal event"),
    OUTPUT_INVALID(10, "the final output fails its schema, or a required output is missing"),
    TIMEOUT(11, "overall or idle"),
    POLICY(12, "a budget is exceeded, or a changed file, a trigger, a setting or a managed policy is refused"),
    ROTATION_DUE(13, "token close to or past its expiry or age"),
    ROTATION_CONFLICT(14, "check-and-set lost, or a step out of order"),
    REPORT_IO(15, "the run ended, but its record could not be written"),
    FINDINGS(16, "receipt verify, reconcile: something was found"),
    CANCELLED(128, "128 plus n: signal n to the runner");

    private final int exitCode;
    private final String when;

    RunKind(int exitCode, String when) {
        this.exitCode = exitCode;
        this.when = when;
    }

    /** The runner's exit code; of {@link #CANCELLED} the base, to which the signal's number is added. */
    public int exitCode() {
        return exitCode;
    }

    /** When a run ends so, in a few words. */
    public String when() {
        return when;
    }

    /** As reports and {@code failOn} write it, such as {@code turn_failed}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Empty where a later runner has a kind that this plugin does not know. */
    public static Optional<RunKind> named(String wireName) {
        return Arrays.stream(values())
                .filter(kind -> kind.wireName().equals(wireName.strip()))
                .findFirst();
    }

    /**
     * What an exit code of the runner says. One that is none of its own is {@link #INTERNAL}: a process that never came to
     * be the runner, or one that the JVM ended.
     */
    public static RunKind ofExitCode(int exitCode) {
        if (exitCode > CANCELLED.exitCode && exitCode <= 255) {
            return CANCELLED;
        }
        return Arrays.stream(values())
                .filter(kind -> kind != CANCELLED && kind.exitCode == exitCode)
                .findFirst()
                .orElse(INTERNAL);
    }
}
