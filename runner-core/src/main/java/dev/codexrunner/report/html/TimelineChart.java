package dev.codexrunner.report.html;

import dev.codexrunner.report.Elapsed;
import dev.codexrunner.report.RunReport;
import dev.codexrunner.report.html.Page.Link;
import dev.codexrunner.report.html.Timeline.Bar;
import dev.codexrunner.report.html.Timeline.Lane;
import dev.codexrunner.report.html.Timeline.Sum;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The run as a drawing, a lane for each kind of steps, and in words where its time went. */
final class TimelineChart {

    /** Of the drawing: more bars than this nobody could tell apart. */
    private static final int SLOTS = 500;

    private static final int MOST_TICKS = 6;
    private static final int FEW_TICKS = 3;
    private static final int MOST_LONGEST = 5;
    private static final int NOTEWORTHY_MS = 100;

    private final RunReport report;
    private final long durationMs;
    private final List<PlacedStep> timed;

    private TimelineChart(RunReport report, long durationMs, List<PlacedStep> timed) {
        this.report = report;
        this.durationMs = durationMs;
        this.timed = timed;
    }

    /** Empty where the stream came without times. */
    static Optional<Timeline> of(RunReport report, List<PlacedStep> steps) {
        List<PlacedStep> timed = steps.stream()
                .filter(step -> step.when().startedMs().isPresent())
                .toList();
        if (timed.isEmpty()) {
            return Optional.empty();
        }
        long last = timed.stream().mapToLong(TimelineChart::end).max().orElse(0);
        return Optional.of(new TimelineChart(
                        report,
                        Math.max(1, Math.max(last, report.run().durationMs().orElse(0))),
                        timed)
                .timeline());
    }

    private Timeline timeline() {
        List<Lane> lanes = new ArrayList<>();
        List<Sum> sums = new ArrayList<>();
        long before = report.run().firstEventMs().orElse(0);
        if (before > 0) {
            sums.add(new Sum("Before codex's first event", "", Elapsed.ofMillis(before), ""));
        }
        if (report.codex().attempts().size() > 1) {
            lanes.add(new Lane("Attempts", attempts()));
        }
        for (StepKind kind : StepKind.values()) {
            List<PlacedStep> own =
                    timed.stream().filter(step -> step.kind() == kind).toList();
            if (!own.isEmpty()) {
                lanes.add(new Lane(kind.words(), bars(own)));
                sums.add(sum(kind, own));
            }
        }
        String rest = report.counts().dropped() == 0 ? "Model, and all else" : "Model, steps not shown, and all else";
        sums.add(new Sum(rest, "", Elapsed.ofMillis(Math.max(0, durationMs - before - busy(timed))), ""));
        return new Timeline(
                StepTotals.kept(timed, report.counts()),
                lanes,
                longest(),
                sums,
                TimeAxis.ticks(durationMs, MOST_TICKS),
                TimeAxis.ticks(durationMs, FEW_TICKS));
    }

    private List<Bar> attempts() {
        return report.codex().attempts().stream()
                .map(attempt -> {
                    long from = Math.max(
                            0,
                            Duration.between(report.run().startedAt(), attempt.startedAt())
                                    .toMillis());
                    int start = slot(from);
                    int end = slot(from + attempt.durationMs().orElse(0));
                    // A gap between two, also where none was waited.
                    return new Bar(
                            String.valueOf(2 * start),
                            String.valueOf(Math.max(2, 2 * (end - start) - 2)),
                            !attempt.kind().equals("success"));
                })
                .toList();
    }

    private List<Bar> bars(List<PlacedStep> steps) {
        BitSet fine = new BitSet(SLOTS);
        BitSet failed = new BitSet(SLOTS);
        for (PlacedStep step : steps) {
            int from = slot(start(step));
            int to = Math.max(from + 1, slot(end(step)));
            (step.failed() ? failed : fine).set(from, to);
        }
        fine.andNot(failed);
        List<Bar> bars = new ArrayList<>(runs(fine, false));
        bars.addAll(runs(failed, true));
        return bars;
    }

    private static List<Bar> runs(BitSet slots, boolean failed) {
        List<Bar> bars = new ArrayList<>();
        for (int from = slots.nextSetBit(0); from >= 0; ) {
            int to = slots.nextClearBit(from);
            bars.add(new Bar(String.valueOf(2 * from), String.valueOf(2 * (to - from)), failed));
            from = slots.nextSetBit(to);
        }
        return bars;
    }

    private int slot(long millis) {
        return (int) Math.min(SLOTS - 1L, millis * SLOTS / durationMs);
    }

    private Sum sum(StepKind kind, List<PlacedStep> steps) {
        long longest = steps.stream().mapToLong(TimelineChart::length).max().orElse(0);
        boolean lasting =
                steps.stream().anyMatch(step -> step.when().durationMs().isPresent());
        return new Sum(
                kind.words(),
                StepTotals.of(kind, steps.size(), report.counts()),
                lasting ? Elapsed.ofMillis(busy(steps)) : "",
                lasting ? Elapsed.ofMillis(longest) : "");
    }

    /** The time in which at least one of them ran; steps come in the order of their beginning. */
    private static long busy(List<PlacedStep> steps) {
        long busy = 0;
        long until = 0;
        for (PlacedStep step : steps) {
            long from = Math.max(until, start(step));
            busy += Math.max(0, end(step) - from);
            until = Math.max(until, end(step));
        }
        return busy;
    }

    private List<Link> longest() {
        return timed.stream()
                .filter(step -> length(step) >= NOTEWORTHY_MS)
                .sorted(Comparator.comparingLong(TimelineChart::length).reversed())
                .limit(MOST_LONGEST)
                .map(step -> new Link(
                        step.anchor(),
                        step.step().took() + " · "
                                + PageText.shortened(step.step().title(), 80)))
                .toList();
    }

    private static long start(PlacedStep step) {
        return step.when().startedMs().orElse(0);
    }

    private static long length(PlacedStep step) {
        return step.when().durationMs().orElse(0);
    }

    private static long end(PlacedStep step) {
        return start(step) + length(step);
    }
}
