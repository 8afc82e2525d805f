package dev.codexrunner.journal;

import java.time.Instant;

/** Times in a record that may be broken: differences between them must not overflow. */
final class RecordedTime {

    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    private RecordedTime() {}

    /** @throws IllegalArgumentException for what no clock shows */
    static void require(Instant time) {
        if (time.isBefore(FIRST) || time.isAfter(LAST)) {
            throw new IllegalArgumentException("no clock shows such a time");
        }
    }
}
