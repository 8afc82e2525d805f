package dev.codexrunner.run;

import dev.codexrunner.journal.RecordedAttempt;
import dev.codexrunner.journal.RunEnd;
import dev.codexrunner.journal.RunManifest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Durations of a record that may be anybody's, in milliseconds: one that can't be is not known. Pure. */
final class RecordedDurations {

    /** No run lasts a year. */
    private static final long LONGEST = Duration.ofDays(366).toMillis();

    private RecordedDurations() {}

    static OptionalLong known(long millis) {
        return isPossible(millis) ? OptionalLong.of(millis) : OptionalLong.empty();
    }

    private static boolean isPossible(long millis) {
        return millis >= 0 && millis <= LONGEST;
    }

    /** Of the run; empty also where the record lacks its beginning or its end. */
    static OptionalLong ofRun(Optional<RunManifest> manifest, Optional<RunEnd> end) {
        return whole(manifest, end).filter(RecordedDurations::isPossible).findFirst();
    }

    private static LongStream whole(Optional<RunManifest> manifest, Optional<RunEnd> end) {
        return manifest
                .flatMap(begun -> end.map(ended -> Duration.between(begun.startedAt(), ended.endedAt())))
                .stream()
                .mapToLong(Duration::toMillis);
    }

    /** What a reader must know where one of them is left out. */
    static Stream<String> warning(
            Optional<RunManifest> manifest, Optional<RunEnd> end, List<RecordedAttempt> attempts) {
        LongStream ofAttempts = attempts.stream()
                .flatMapToLong(attempt -> LongStream.concat(
                        LongStream.of(attempt.waitMs()),
                        attempt.end().stream().mapToLong(RecordedAttempt.End::durationMs)));
        return LongStream.concat(whole(manifest, end), ofAttempts).allMatch(RecordedDurations::isPossible)
                ? Stream.empty()
                : Stream.of(
                        "The record tells of durations that can't be, below zero or beyond a year: they are left out.");
    }
}
