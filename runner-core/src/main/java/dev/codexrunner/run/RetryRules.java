package dev.codexrunner.run;

import dev.codexrunner.failure.FailureKind;
import dev.codexrunner.failure.FailureText;
import dev.codexrunner.outcome.EndFailure;
import dev.codexrunner.outcome.OutputFailure;
import dev.codexrunner.outcome.ServiceFailure;
import dev.codexrunner.outcome.StartFailure;
import dev.codexrunner.preflight.LoginFailure;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which failures are tried again, and why the others are not: the one table, which docs/retries.md is made from. */
final class RetryRules {

    private static final Duration HALF_A_MINUTE = Duration.ofSeconds(30);
    private static final Duration MINUTES = Duration.ofMinutes(5);

    static final List<RetryRule> RETRIED = List.of(
            new RetryRule(
                    ServiceFailure.STREAM_LOST,
                    10,
                    1,
                    HALF_A_MINUTE,
                    "A connection that broke mostly holds the next time."),
            new RetryRule(
                    ServiceFailure.CODEX_CONNECTION_FAILED,
                    10,
                    1,
                    HALF_A_MINUTE,
                    "Name servers, proxies and load balancers have bad moments."),
            new RetryRule(
                    LoginFailure.LOGIN_SERVICE_UNREACHABLE,
                    10,
                    1,
                    HALF_A_MINUTE,
                    "Name servers, proxies and load balancers have bad moments."),
            new RetryRule(
                    ServiceFailure.SERVICE_ERROR,
                    5,
                    2,
                    MINUTES,
                    "codex has tried again within seconds; what is left are troubles of minutes."),
            new RetryRule(
                    LoginFailure.LOGIN_SERVICE_ERROR,
                    5,
                    2,
                    MINUTES,
                    "An error of a service is no word about the token, and mostly one of minutes."),
            new RetryRule(
                    ServiceFailure.RATE_LIMITED, 5, 5, MINUTES, "Rates are counted by the minute, so they recover."),
            new RetryRule(
                    ServiceFailure.MODEL_AT_CAPACITY,
                    3,
                    5,
                    MINUTES,
                    "Capacity comes back within minutes, or not for long."),
            new RetryRule(
                    StartFailure.CLOUD_CONFIG,
                    2,
                    1,
                    HALF_A_MINUTE,
                    "The service that failed to send the policies may send them a moment later."),
            new RetryRule(
                    EndFailure.CODEX_KILLED,
                    1,
                    1,
                    HALF_A_MINUTE,
                    "The memory that ran out may be free again; a second kill is no accident."),
            new RetryRule(
                    EndFailure.NO_TERMINAL_EVENT,
                    1,
                    1,
                    HALF_A_MINUTE,
                    "codex crashed; where it does so twice, it would a third time."),
            new RetryRule(
                    ServiceFailure.TURN_FAILED,
                    1,
                    1,
                    HALF_A_MINUTE,
                    "Nobody knows this failure; once more is worth it, more often is hope."));

    private static final String DONE = "The turn was complete: another attempt would do the work twice.";

    /** Where a failure's own reason says more than its kind's. */
    static final Map<FailureText, String> FINAL = Map.ofEntries(
            Map.entry(ServiceFailure.USAGE_LIMIT, "A usage limit is lifted after hours, which no run waits for."),
            Map.entry(ServiceFailure.QUOTA_EXCEEDED, "Somebody has to pay first."),
            Map.entry(ServiceFailure.CONTEXT_WINDOW, "What did not fit would not fit again."),
            Map.entry(ServiceFailure.REQUEST_REFUSED, "The same request would be refused again."),
            Map.entry(ServiceFailure.CONTENT_REFUSED, "The same content would be refused again."),
            Map.entry(OutputFailure.PATCH_FAILED, DONE),
            Map.entry(OutputFailure.COMMAND_FAILED, DONE),
            Map.entry(OutputFailure.EVENT_GAP, DONE),
            Map.entry(EndFailure.EXIT_CONTRADICTS_STREAM, DONE),
            Map.entry(EndFailure.IDLE_TIMEOUT, "What was silent for so long once is likely to be so again."));

    private RetryRules() {}

    /** The row of a failure, by its code; empty where it is final. */
    static Optional<RetryRule> of(String code) {
        return RETRIED.stream()
                .filter(rule -> rule.failure().code().equals(code))
                .findFirst();
    }

    /** Why a failure is final. */
    static String whyFinal(FailureKind kind, String code) {
        return FINAL.entrySet().stream()
                .filter(entry -> entry.getKey().code().equals(code))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseGet(() -> whyFinal(kind));
    }

    /** Why failures of a kind are final, those in {@link #RETRIED} apart. */
    static String whyFinal(FailureKind kind) {
        return switch (kind) {
            case SUCCESS -> "There is nothing to mend.";
            case INTERNAL -> "A bug of ours stays one.";
            case CONFIG -> "A setting stays wrong until somebody changes it.";
            case SECRET_SOURCE -> "Vault was asked again already, as often as its own schedule allows.";
            case CREDENTIAL -> "A refused token stays refused, and further tries look like an attack.";
            case CONNECTIVITY -> "Certificates, proxies and addresses stay as they are until somebody changes them.";
            case CODEX_START -> "What keeps codex from starting stays until somebody changes it.";
            case TURN_FAILED -> "The same turn would fail again.";
            case LIMITED -> "A limit that is used up does not fill up while a run waits.";
            case NO_VERDICT -> "Nobody saw how codex ended.";
            case OUTPUT_INVALID -> "The work is done, and doing it again costs as much as it did.";
            case TIMEOUT -> "The time is spent.";
            case POLICY -> "A policy and a budget are hard bounds.";
            case ROTATION_DUE, ROTATION_CONFLICT, FINDINGS -> "No attempt of codex ends so.";
            case REPORT_IO -> "What a further attempt prints could not be kept either.";
            case CANCELLED -> "Whoever ended the run wants it ended.";
        };
    }
}
