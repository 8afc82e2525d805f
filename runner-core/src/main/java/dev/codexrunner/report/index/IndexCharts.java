package dev.codexrunner.report.index;

import dev.codexrunner.report.Elapsed;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.stream.Stream;

/** Bar charts over time; each bar tells its figures when pointed at, and a screen reader gets the range in words. */
final class IndexCharts {

    private static final int WIDTH = 1_000;
    private static final int HEIGHT = 120;

    /** Else one bar alone would look like a wall. */
    private static final int FEWEST_SLOTS = 4;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ROOT);

    /** Hours are shown of two weeks at most: the year says nothing there. */
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ROOT);

    private IndexCharts() {}

    /**
     * @param highest what the tallest bar stands for
     * @param legend empty where there is one colour only
     * @param to empty where all is in one stretch of time
     */
    record Chart(
            String title, String words, String highest, List<Legend> legend, String from, String to, List<Bar> bars) {}

    /** What a colour stands for. */
    record Legend(String kind, String name) {}

    /** From the bottom up; {@code kind} is a class of the style sheet. */
    record Bar(String x, String width, String y, String height, String kind, String says) {}

    static List<Chart> of(List<IndexedRun> runs) {
        List<TimeBuckets.Bucket> buckets = TimeBuckets.of(runs);
        if (buckets.isEmpty()) {
            return List.of();
        }
        return Stream.of(
                        Optional.of(verdicts(buckets)),
                        single(
                                "Median duration",
                                buckets,
                                TimeBuckets.Bucket::medianDuration,
                                Elapsed::ofMillis,
                                "duration"),
                        single("Tokens", buckets, TimeBuckets.Bucket::tokens, IndexCharts::grouped, "tokens"))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Chart verdicts(List<TimeBuckets.Bucket> buckets) {
        long most =
                buckets.stream().mapToLong(bucket -> bucket.runs().size()).max().orElse(0);
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < buckets.size(); i++) {
            TimeBuckets.Bucket bucket = buckets.get(i);
            long failures = bucket.failures();
            long successes = bucket.runs().size() - failures;
            String says = when(bucket) + ": " + successes + " succeeded, " + failures + " failed";
            double top = HEIGHT - scaled(failures, most);
            add(bars, i, buckets.size(), top, scaled(failures, most), "failed", says);
            add(bars, i, buckets.size(), top - scaled(successes, most), scaled(successes, most), "passed", says);
        }
        List<Legend> legend = List.of(new Legend("passed", "succeeded"), new Legend("failed", "failed"));
        return chart("Runs", "Succeeded and failed runs over time.", grouped(most), legend, buckets, bars);
    }

    /** No bar where it is not known, and no chart where it is known nowhere. */
    private static Optional<Chart> single(
            String title,
            List<TimeBuckets.Bucket> buckets,
            Function<TimeBuckets.Bucket, OptionalLong> value,
            LongFunction<String> shown,
            String kind) {
        OptionalLong most =
                buckets.stream().map(value).flatMapToLong(OptionalLong::stream).max();
        if (most.isEmpty()) {
            return Optional.empty();
        }
        String highest = shown.apply(most.getAsLong());
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < buckets.size(); i++) {
            TimeBuckets.Bucket bucket = buckets.get(i);
            OptionalLong amount = value.apply(bucket);
            if (amount.isPresent()) {
                // Nought is an amount, too.
                double height = Math.max(1, scaled(amount.getAsLong(), most.getAsLong()));
                String says = when(bucket) + ": " + shown.apply(amount.getAsLong());
                add(bars, i, buckets.size(), HEIGHT - height, height, kind, says);
            }
        }
        String words = title + " over time, at most " + highest + ".";
        return Optional.of(chart(title, words, highest, List.of(), buckets, bars));
    }

    private static Chart chart(
            String title,
            String words,
            String highest,
            List<Legend> legend,
            List<TimeBuckets.Bucket> buckets,
            List<Bar> bars) {
        String from = when(buckets.get(0));
        String to = when(buckets.get(buckets.size() - 1));
        return new Chart(title, words, highest, legend, from, to.equals(from) ? "" : to, bars);
    }

    private static void add(List<Bar> bars, int index, int count, double y, double height, String kind, String says) {
        if (height > 0) {
            double slot = (double) WIDTH / Math.max(count, FEWEST_SLOTS);
            bars.add(new Bar(
                    number(index * slot + slot * 0.08), number(slot * 0.84), number(y), number(height), kind, says));
        }
    }

    /** What is there is seen: at least one unit high. */
    private static double scaled(long value, long most) {
        return value == 0 || most == 0 ? 0 : Math.max(1, (double) value * HEIGHT / most);
    }

    private static String when(TimeBuckets.Bucket bucket) {
        DateTimeFormatter format = bucket.width().compareTo(Duration.ofDays(1)) < 0 ? HOUR : DAY;
        return format.format(bucket.from().atOffset(ZoneOffset.UTC));
    }

    private static String grouped(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
