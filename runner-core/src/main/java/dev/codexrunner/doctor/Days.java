package dev.codexrunner.doctor;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Dates as people compare them with a calendar; in UTC, as certificates and tokens have them. */
final class Days {

    private Days() {}

    /** For instance {@code 2027-03-01}. */
    static String of(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC).toString();
    }
}
