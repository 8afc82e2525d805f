package dev.codexrunner.outcome;

import java.util.OptionalLong;

/**
 * Where in the stream something is told, and how long it took.
 *
 * @param line of its first sign of life, from 1: the line of events.jsonl
 * @param startedMs when that line came, in milliseconds since the run began; empty where the stream came without times
 * @param durationMs from there to its end, in milliseconds; empty too where it has no end, or only an end
 */
public record Occurrence(long line, OptionalLong startedMs, OptionalLong durationMs) {

    /** Begun at this moment, its end not seen yet. */
    static Occurrence at(Moment moment) {
        return new Occurrence(moment.line(), moment.atMs(), OptionalLong.empty());
    }

    Occurrence until(Moment end) {
        return startedMs.isPresent() && end.atMs().isPresent()
                ? new Occurrence(
                        line, startedMs, OptionalLong.of(Math.max(0, end.atMs().getAsLong() - startedMs.getAsLong())))
                : this;
    }
}
