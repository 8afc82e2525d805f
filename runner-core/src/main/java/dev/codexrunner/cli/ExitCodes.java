package dev.codexrunner.cli;

import dev.codexrunner.failure.FailureKind;

/** The exit codes in a few words each, for the help. */
final class ExitCodes {

    /** Wrappers can count on the number already. */
    private static final String RESERVED = "(reserved, not used yet) ";

    private ExitCodes() {}

    static String meaning(FailureKind kind) {
        return switch (kind) {
            case SUCCESS -> "codex finished its turn and everything asked for is there";
            case INTERNAL -> "a bug of codex-runner";
            case CONFIG -> "usage or configuration; all problems are listed";
            case SECRET_SOURCE -> "Vault or another token source failed";
            case CREDENTIAL -> "the token is expired, revoked, malformed or refused";
            case CONNECTIVITY -> "TLS, CA, proxy, DNS or connection";
            case CODEX_START -> "codex could not be started as asked";
            case TURN_FAILED -> "the model or the service failed";
            case LIMITED -> "usage limit, quota, rate limit or capacity";
            case NO_VERDICT -> "the event stream ended without a terminal event";
            case OUTPUT_INVALID -> "the final output is not as required";
            case TIMEOUT -> "overall or idle timeout";
            case POLICY -> "a budget was exceeded, or a changed file, a trigger, a setting or a managed policy refused";
            case ROTATION_DUE -> "rotation check: the token is close to or past its end";
            case ROTATION_CONFLICT -> "a rotation step was lost to another, or out of order";
            case REPORT_IO -> "the run ended, its record could not be written";
            case FINDINGS -> RESERVED + "a check found something";
            case CANCELLED -> "ended by signal n";
        };
    }
}
