package dev.codexrunner.jenkins.result;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a run can end, as contract/exit-codes.json lists it; a test compares the two. */
public enum RunKind {
    SUCCESS(0),
    INTERNAL(1),
    CONFIG(2),
    SECRET_SOURCE(3),
    CREDENTIAL(4),
    CONNECTIVITY(5),
    CODEX_START(6),
    TURN_FAILED(7),
    LIMITED(8),
    NO_VERDICT(9),
    OUTPUT_INVALID(10),
    TIMEOUT(11),
    POLICY(12),
    ROTATION_DUE(13),
    ROTATION_CONFLICT(14),
    REPORT_IO(15),
    FINDINGS(16),
    CANCELLED(128);

    private final int exitCode;

    RunKind(int exitCode) {
        this.exitCode = exitCode;
    }

    /** The runner's exit code; of {@link #CANCELLED} the base, to which the signal's number is added. */
    public int exitCode() {
        return exitCode;
    }

    /** When a run ends so, in a few words. */
    public String when() {
        return Texts.of("RunKind." + wireName());
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
