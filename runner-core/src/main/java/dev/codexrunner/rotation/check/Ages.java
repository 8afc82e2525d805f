package dev.codexrunner.rotation.check;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Times as people on call compare them with a calendar; in UTC. */
final class Ages {

    private Ages() {}

    /** {@code 43 days}; below two days in hours, below two hours in minutes. */
    static String words(Duration duration) {
        if (duration.toDays() >= 2) {
            return duration.toDays() + " days";
        }
        return duration.toHours() >= 2 ? duration.toHours() + " hours" : plural(duration.toMinutes(), "minute");
    }

    /** To the second. */
    static String moment(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static String plural(long count, String unit) {
        return count + " " + unit + (count == 1 ? "" : "s");
    }
}
