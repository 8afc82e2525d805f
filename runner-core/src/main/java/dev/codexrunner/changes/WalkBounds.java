package dev.codexrunner.changes;

import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;

/** How much a walk may look at, in number and time. Not thread-safe. */
final class WalkBounds {

    /** Each takes some 80 bytes on disk, and 5 to 30 microseconds. */
    private static final long MOST = 2_000_000;

    /** Those of one folder are sorted in memory. */
    private static final int MOST_IN_ONE_FOLDER = 100_000;

    private static final Duration LONGEST = Duration.ofMinutes(2);

    private final LongSupplier nanoTime;
    private final long begin;
    private long seen;

    WalkBounds(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.begin = nanoTime.getAsLong();
    }

    void count(String path) {
        seen++;
        if (seen > MOST) {
            throw ChangeFailure.CHANGES_NOT_KNOWN
                    .with(String.format(Locale.ROOT, "there are more than %,d files", MOST))
                    .asException();
        }
        if (nanoTime.getAsLong() - begin > LONGEST.toNanos()) {
            throw ChangeFailure.CHANGES_NOT_KNOWN
                    .with("looking at all files takes more than " + LONGEST.toSeconds() + " s; it was at "
                            + PathText.shown(path))
                    .asException();
        }
    }

    void inOneFolder(int entries, String folder) {
        if (entries > MOST_IN_ONE_FOLDER) {
            throw ChangeFailure.CHANGES_NOT_KNOWN
                    .with(String.format(
                            Locale.ROOT, "%s has more than %,d entries", PathText.shown(folder), MOST_IN_ONE_FOLDER))
                    .asException();
        }
    }
}
