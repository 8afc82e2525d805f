package dev.codexrunner.outcome;

import dev.codexrunner.events.Excerpt;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When the service says to come again, as far as codex passes it on: it swallows the header {@code Retry-After} of a 429
 * and tells only what stands in messages.
 *
 * @param in how long to wait at least
 * @param at a time of day or a date, in the service's words: always later than a run waits
 */
public record RetryAdvice(Optional<Duration> in, Optional<String> at) {

    public static final RetryAdvice NONE = new RetryAdvice(Optional.empty(), Optional.empty());

    private static final int MAX_CHARS = 4_096;
    private static final String NUMBER = "\\d{1,9}(?:\\.\\d{1,9})?";
    private static final String UNIT =
            "(?:milliseconds?|ms|seconds?|secs?|s|minutes?|mins?|m|hours?|h|days?|d)(?![a-z])";

    private static final Pattern PART = Pattern.compile("(" + NUMBER + ")\\s{0,3}(" + UNIT + ")");
    private static final Pattern IN = Pattern.compile(
            "(?:try again|retry) in (?:about )?((?:" + NUMBER + "\\s{0,3}" + UNIT + "(?:,? (?:and )?)?){1,5})");
    private static final Pattern FIELD =
            Pattern.compile("\"?(?:retry[_-]after|retry_after_seconds|resets_in_seconds)\"?\\s{0,3}[:=]\\s{0,3}\"?("
                    + NUMBER + ")\\s{0,3}(ms|s)?(?![0-9a-z])");
    private static final Pattern FIELD_MILLIS =
            Pattern.compile("\"?retry[_-]after[_-]ms\"?\\s{0,3}[:=]\\s{0,3}\"?(" + NUMBER + ")");
    private static final Pattern AT = Pattern.compile("(?i)try again at (.{1,60}?)(?=\\.?$|\\.\\s|\\)|\")");

    /** What a message of codex advises; {@link #NONE} where it names no time. */
    public static RetryAdvice of(String message) {
        String text = CauseRules.oneLine(Excerpt.head(message, MAX_CHARS));
        Matcher at = AT.matcher(text);
        return new RetryAdvice(
                wait(text.toLowerCase(Locale.ROOT)),
                at.find() ? Optional.of(at.group(1).strip()) : Optional.empty());
    }

    private static Optional<Duration> wait(String text) {
        Matcher in = IN.matcher(text);
        if (in.find()) {
            return Optional.of(sum(in.group(1)));
        }
        Matcher millis = FIELD_MILLIS.matcher(text);
        if (millis.find()) {
            return Optional.of(amount(millis.group(1), "ms"));
        }
        Matcher field = FIELD.matcher(text);
        return field.find()
                ? Optional.of(amount(
                        field.group(1), Optional.ofNullable(field.group(2)).orElse("s")))
                : Optional.empty();
    }

    private static Duration sum(String parts) {
        Duration sum = Duration.ZERO;
        Matcher part = PART.matcher(parts);
        while (part.find()) {
            sum = sum.plus(amount(part.group(1), part.group(2)));
        }
        return sum;
    }

    /** Rounded up to the millisecond: too early by a hair is too early. */
    private static Duration amount(String number, String unit) {
        BigDecimal millis = new BigDecimal(number).multiply(BigDecimal.valueOf(millisOf(unit)));
        return Duration.ofMillis(millis.setScale(0, RoundingMode.CEILING).longValueExact());
    }

    private static long millisOf(String unit) {
        if (unit.startsWith("ms") || unit.startsWith("milli")) {
            return 1;
        }
        return switch (unit.charAt(0)) {
            case 's' -> 1_000;
            case 'm' -> 60_000;
            case 'h' -> 3_600_000;
            default -> 86_400_000;
        };
    }
}
