package dev.codexrunner.jenkins.result;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** How a job's runs went over its builds, oldest first. */
public record Trend(List<Point> points) {

    public Trend {
        points = points.stream().sorted(Comparator.comparingInt(Point::build)).toList();
    }

    /**
     * A build with all its runs as one.
     *
     * @param build its number
     * @param runs how many there were, {@code failed} of them without success
     * @param kind of the gravest: the first that failed, else success
     * @param tokens of all runs together; empty where no run's are known
     * @param durationMs of the longest run, in milliseconds
     */
    public record Point(
            int build, String name, int runs, int failed, String kind, OptionalLong tokens, OptionalLong durationMs) {

        /** @param runs of the build, at least one */
        public static Point of(int build, String name, Collection<RunSummary> runs) {
            List<RunSummary> failed =
                    runs.stream().filter(run -> !run.success()).toList();
            List<Long> tokens =
                    runs.stream().flatMap(run -> run.tokens().stream().boxed()).toList();
            return new Point(
                    build,
                    name,
                    runs.size(),
                    failed.size(),
                    failed.stream().findFirst().map(RunSummary::kind).orElse(RunKind.SUCCESS.wireName()),
                    tokens.isEmpty()
                            ? OptionalLong.empty()
                            : OptionalLong.of(
                                    tokens.stream().mapToLong(Long::longValue).sum()),
                    runs.stream()
                            .flatMapToLong(run -> run.durationMs().stream())
                            .max());
        }

        public boolean success() {
            return failed == 0;
        }
    }

    public boolean isEmpty() {
        return points.isEmpty();
    }

    public long successes() {
        return points.stream().filter(Point::success).count();
    }

    /** In whole percent of the builds, rounded down, so that 100 means all; 0 where there are none. */
    public long successPercent() {
        return points.isEmpty() ? 0 : successes() * 100 / points.size();
    }

    /** How many builds ended with which kind, the most frequent first. */
    public Map<String, Long> kinds() {
        Map<String, Long> counts = new LinkedHashMap<>();
        points.forEach(point -> counts.merge(point.kind(), 1L, Long::sum));
        Map<String, Long> sorted = new LinkedHashMap<>();
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        return sorted;
    }

    public long totalTokens() {
        return points.stream().flatMapToLong(point -> point.tokens().stream()).sum();
    }

    public OptionalLong medianTokens() {
        return median(points.stream()
                .flatMap(point -> point.tokens().stream().boxed())
                .toList());
    }

    /** In milliseconds. */
    public OptionalLong medianDurationMs() {
        return median(points.stream()
                .flatMap(point -> point.durationMs().stream().boxed())
                .toList());
    }

    /** Of an even number of values the mean of the middle two, rounded down. */
    private static OptionalLong median(List<Long> values) {
        if (values.isEmpty()) {
            return OptionalLong.empty();
        }
        List<Long> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return OptionalLong.of(
                sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2);
    }
}
