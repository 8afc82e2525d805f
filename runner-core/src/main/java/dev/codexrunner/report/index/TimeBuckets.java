package dev.codexrunner.report.index;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** The runs by hour, day, week or month, whatever makes a chart that can be read. */
final class TimeBuckets {

    private static final int MOST = 60;
    private static final List<Duration> WIDTHS = List.of(
            Duration.ofHours(1), Duration.ofHours(6), Duration.ofDays(1), Duration.ofDays(7), Duration.ofDays(30));

    private TimeBuckets() {}

    /** @param runs of this time, the newest first */
    record Bucket(Instant from, Duration width, List<IndexedRun> runs) {

        long failures() {
            return runs.stream().filter(run -> !run.success()).count();
        }

        /** In milliseconds; empty where it is known of none of the runs. */
        OptionalLong medianDuration() {
            return IndexedRun.medianDuration(runs);
        }

        /** Empty where they are known of none of the runs. */
        OptionalLong tokens() {
            return IndexedRun.tokens(runs);
        }
    }

    /** From the oldest to the newest, empty ones between them included; without those that nobody knows the time of. */
    static List<Bucket> of(List<IndexedRun> all) {
        List<IndexedRun> newestFirst =
                all.stream().filter(IndexedRun::startKnown).toList();
        if (newestFirst.isEmpty()) {
            return List.of();
        }
        Instant newest = newestFirst.get(0).startedAt();
        Instant oldest = newestFirst.get(newestFirst.size() - 1).startedAt();
        Duration span = Duration.between(oldest, newest);
        Duration width = WIDTHS.stream()
                .filter(candidate -> span.dividedBy(candidate) < MOST - 1)
                .findFirst()
                // Decades: a wrong clock, most likely; as wide as it takes.
                .orElseGet(() -> span.dividedBy(MOST - 1).plusSeconds(1));
        long seconds = width.toSeconds();
        long first = Math.floorDiv(oldest.getEpochSecond(), seconds);
        int count = (int) (Math.floorDiv(newest.getEpochSecond(), seconds) - first + 1);
        List<List<IndexedRun>> runs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            runs.add(new ArrayList<>());
        }
        newestFirst.forEach(run -> runs.get((int) (Math.floorDiv(run.startedAt().getEpochSecond(), seconds) - first))
                .add(run));
        List<Bucket> buckets = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            buckets.add(new Bucket(
                    // The first bucket may begin before time does.
                    Instant.ofEpochSecond(Math.max(Instant.MIN.getEpochSecond(), (first + i) * seconds)),
                    width,
                    List.copyOf(runs.get(i))));
        }
        return buckets;
    }
}
