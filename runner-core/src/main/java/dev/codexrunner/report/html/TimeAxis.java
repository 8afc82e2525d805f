package dev.codexrunner.report.html;

import dev.codexrunner.report.html.Timeline.Tick;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;

/** Round moments below the timeline: 1, 2 or 5 of a unit apart, or ten times that. */
final class TimeAxis {

    private static final long SECOND = 1_000;
    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;

    /** Up to the hour, in milliseconds. */
    private static final List<Long> STEPS = List.of(
            SECOND / 10,
            SECOND / 5,
            SECOND / 2,
            SECOND,
            2 * SECOND,
            5 * SECOND,
            10 * SECOND,
            20 * SECOND,
            MINUTE,
            2 * MINUTE,
            5 * MINUTE,
            10 * MINUTE,
            20 * MINUTE);

    /** In percent: a text in the middle of what stands further right would reach beyond the edge. */
    private static final double NEAR_END = 92;

    private TimeAxis() {}

    /** @param most so many stretches of the same length at most */
    static List<Tick> ticks(long durationMs, int most) {
        long step = STEPS.stream()
                .filter(candidate -> durationMs / candidate < most)
                .findFirst()
                .orElseGet(() -> hours(durationMs, most));
        return LongStream.rangeClosed(0, durationMs / step)
                .mapToObj(number -> tick(number * step, step, durationMs))
                .toList();
    }

    private static long hours(long durationMs, int most) {
        long ten = HOUR;
        while (true) {
            for (int times : List.of(1, 2, 5)) {
                if (durationMs / (times * ten) < most) {
                    return times * ten;
                }
            }
            ten *= 10;
        }
    }

    private static Tick tick(long millis, long step, long durationMs) {
        double percent = 100.0 * millis / durationMs;
        String anchor = millis == 0 ? "start" : percent > NEAR_END ? "end" : "middle";
        return new Tick(String.format(Locale.ROOT, "%.2f%%", percent), anchor, text(millis, step));
    }

    private static String text(long millis, long step) {
        if (millis == 0) {
            return "0";
        }
        if (step < SECOND) {
            return String.format(Locale.ROOT, "%.1f s", (double) millis / SECOND);
        }
        return step < MINUTE
                ? millis / SECOND + " s"
                : step < HOUR ? millis / MINUTE + " min" : Figures.number(millis / HOUR) + " h";
    }
}
