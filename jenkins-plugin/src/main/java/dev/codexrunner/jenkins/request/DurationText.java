package dev.codexrunner.jenkins.request;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as codex-runner takes them: {@code 90s}, {@code 10m}, {@code 1h30m}, {@code 14d}. */
public final class DurationText {

    /** The runner's own for a whole run. */
    static final Duration DEFAULT_TIMEOUT = Duration.ofMinutes(60);

    private static final Pattern FORM =
            Pattern.compile("(?:(\\d{1,6})d)?(?:(\\d{1,6})h)?(?:(\\d{1,6})m)?(?:(\\d{1,6})s)?(?:(\\d{1,6})ms)?");

    private DurationText() {}

    /** Empty where the text is no duration, or one of no length: that would be no bound. */
    public static Optional<Duration> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Duration duration = Duration.ofDays(number(matcher, 1))
                .plusHours(number(matcher, 2))
                .plusMinutes(number(matcher, 3))
                .plusSeconds(number(matcher, 4))
                .plusMillis(number(matcher, 5));
        return Optional.of(duration).filter(each -> !each.isZero());
    }

    /** Whether it has the form of a duration, though it may be of no length. */
    static boolean isWritten(String text) {
        return !text.isEmpty() && FORM.matcher(text).matches();
    }

    /** As people write it: {@code 1h30m}. */
    public static String of(Duration duration) {
        StringBuilder text = new StringBuilder();
        append(text, duration.toHours(), "h");
        append(text, duration.toMinutesPart(), "m");
        append(text, duration.toSecondsPart(), "s");
        append(text, duration.toMillisPart(), "ms");
        return text.toString();
    }

    private static void append(StringBuilder text, long number, String unit) {
        if (number > 0) {
            text.append(number).append(unit);
        }
    }

    private static long number(Matcher matcher, int group) {
        String digits = matcher.group(group);
        return digits == null ? 0 : Long.parseLong(digits);
    }
}
