package dev.codexrunner.rotation.check;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Times as people on call compare them with a calendar; in UTC. */
final class Ages {

    private Ages() {}

    /** {@code 43 days}; below two days in hours, below two hours in minutes. */
    static String words(Duration duration) {
        if (duration.toDays() >= 2) {
            return duration.toDays() + " days";
        }
        if (duration.toHours() >= 2) {
            return duration.toHours() + " hours";
        }
        return duration.toMinutes() < 1 ? "less than a minute" : plural(duration.toMinutes(), "minute");
    }

    /** {@code 3 days}, {@code 1 day 12 hours}: nothing is rounded, for it was set so. */
    static String limit(Duration duration) {
        String words = Stream.of(
                        part(duration.toDays(), "day"),
                        part(duration.toHoursPart(), "hour"),
                        part(duration.toMinutesPart(), "minute"),
                        part(duration.toSecondsPart(), "second"),
                        part(duration.toMillisPart(), "millisecond"))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" "));
        return words.isEmpty() ? "0 seconds" : words;
    }

    /** To the second. */
    static String moment(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static Optional<String> part(long count, String unit) {
        return count == 0 ? Optional.empty() : Optional.of(plural(count, unit));
    }

    private static String plural(long count, String unit) {
        return count + " " + unit + (count == 1 ? "" : "s");
    }
}
