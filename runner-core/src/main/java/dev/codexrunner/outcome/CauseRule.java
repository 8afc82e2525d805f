package dev.codexrunner.outcome;

import dev.codexrunner.failure.FailureText;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** One line of a table: what a message is like, and the failure that it then stands for. */
record CauseRule(FailureText failure, Predicate<CodexMessage> like) {

    /** codex's own words. */
    static CauseRule said(FailureText failure, String regex) {
        Pattern pattern = Pattern.compile(regex);
        return new CauseRule(failure, message -> !message.isJson() && message.matches(pattern));
    }

    /** Words so peculiar that they count in the raw body of a refusal too. */
    static CauseRule saidInAnyForm(FailureText failure, String regex) {
        Pattern pattern = Pattern.compile(regex);
        return new CauseRule(failure, message -> message.matches(pattern));
    }

    static CauseRule status(FailureText failure, int lowest, int highest) {
        return new CauseRule(failure, message -> message.hasStatus(lowest, highest));
    }

    static CauseRule json(FailureText failure) {
        return new CauseRule(failure, CodexMessage::isJson);
    }

    CauseRule and(CauseRule other) {
        return new CauseRule(failure, like.and(other.like));
    }
}
