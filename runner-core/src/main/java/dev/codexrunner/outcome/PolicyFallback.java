package dev.codexrunner.outcome;

import dev.codexrunner.events.Event;
import dev.codexrunner.events.Item;
import dev.codexrunner.failure.Failure;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * codex's remark that a policy has put another value in the place of one that the run asked for. It works on and exits 0,
 * but it is not the run that was asked for. Pure.
 */
public final class PolicyFallback {

    private static final Pattern REMARK = Pattern.compile(
            "configured value for .{1,80} is disallowed by requirements; falling back", Pattern.CASE_INSENSITIVE);

    private PolicyFallback() {}

    /** Empty where an event is no such remark. */
    public static Optional<Failure> in(Event event) {
        return event instanceof Event.ItemCompleted completed && completed.item() instanceof Item.ErrorItem remark
                ? of(remark.message())
                : Optional.empty();
    }

    static Optional<Failure> of(String message) {
        return REMARK.matcher(message).find()
                ? Optional.of(CauseRules.explain(StartFailure.POLICY_FALLBACK, message))
                : Optional.empty();
    }
}
