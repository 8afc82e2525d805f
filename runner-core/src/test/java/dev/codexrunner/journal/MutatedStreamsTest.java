package dev.codexrunner.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.config.FailOn;
import dev.codexrunner.events.EventParser;
import dev.codexrunner.events.LineSplitter;
import dev.codexrunner.events.StreamMutations;
import dev.codexrunner.failure.FailureKind;
import dev.codexrunner.outcome.CodexExit;
import dev.codexrunner.outcome.RecordedStreams;
import dev.codexrunner.outcome.Requirements;
import dev.codexrunner.outcome.StderrSummary;
import dev.codexrunner.outcome.Transcript;
import dev.codexrunner.outcome.TranscriptBuilder;
import dev.codexrunner.outcome.TranscriptLimits;
import dev.codexrunner.outcome.Verdict;
import dev.codexrunner.outcome.VerdictJudge;
import dev.codexrunner.reliability.Area;
import dev.codexrunner.reliability.Campaign;
import dev.codexrunner.reliability.Fault;
import dev.codexrunner.reliability.Seen;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Breaks recorded streams in seeded ways: nothing throws, nothing grows, and no damage turns a failure into a success. */
@Timeout(value = 30, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class MutatedStreamsTest {

    private static final long SEED = 20261121;
    private static final int MAX_LINE = 2_000;

    /** Larger ones, an output of a megabyte for instance, come into a few rounds only. */
    private static final int LARGE = 64 * 1024;

    private static final TranscriptLimits SMALL = new TranscriptLimits(5, 100, 200, 500, 1_000);
    private static final Requirements ALL = new Requirements(Optional.empty(), List.of(), EnumSet.allOf(FailOn.class));

    @Test
    @Fault(
            area = Area.INPUT,
            made = "recorded streams with seeded damage to every second line",
            promised = "no crash, no hang, bounded memory, no success but of a completed turn in a readable stream")
    void a_broken_stream(Seen seen) {
        List<byte[]> streams = RecordedStreams.names().stream()
                .map(name -> RecordedStreams.bytes(name + ".jsonl"))
                .filter(bytes -> bytes.length > 0)
                .toList();
        long wanted = Campaign.size(200_000, 5_000_000);
        StreamMutations mutations = new StreamMutations(SEED);
        int successes = 0;
        for (int round = 0; mutations.mutatedEvents() < wanted; round++) {
            byte[] original = streams.get(round % streams.size());
            if (original.length < LARGE || round / streams.size() % 200 == 0) {
                successes += assertJudged(mutations.broken(original), "seed " + SEED + ", round " + round) ? 1 : 0;
            }
        }
        // Damage that leaves the run whole is there too: else success would be refused to everything.
        assertThat(successes).isPositive();
        seen.that("each judged within bounds");
        Campaign.tried(
                "mutated events",
                mutations.mutatedEvents(),
                SEED,
                "no crash, no hang, no failure turned into a success");
    }

    /** Whether codex's exit code 0 makes a success of it. */
    private static boolean assertJudged(byte[] stream, String round) {
        Transcript transcript = fold(stream);
        Verdict verdict = VerdictJudge.judge(transcript, CodexExit.exited(0), StderrSummary.EMPTY, ALL);

        assertThat(transcript.commands()).as(round).hasSizeLessThanOrEqualTo(SMALL.itemsPerList());
        assertThat(transcript.errors()).as(round).hasSizeLessThanOrEqualTo(SMALL.itemsPerList());
        assertThat(transcript.fileChanges()).as(round).hasSizeLessThanOrEqualTo(SMALL.itemsPerList());
        if (verdict.isSuccess()) {
            assertThat(transcript.turn()).as(round).isEqualTo(Transcript.TurnState.COMPLETED);
            assertThat(transcript.counts().malformedLines()).as(round).isZero();
            assertThat(transcript.counts().oversizedLines()).as(round).isZero();
            assertThat(new String(stream, StandardCharsets.ISO_8859_1))
                    .as(round)
                    .contains("turn.completed");
        }
        assertThat(VerdictJudge.judge(transcript, CodexExit.exited(1), StderrSummary.EMPTY, ALL)
                        .kind())
                .as(round)
                .isNotEqualTo(FailureKind.SUCCESS);
        assertThat(VerdictJudge.judge(transcript, CodexExit.unknown(), StderrSummary.EMPTY, ALL)
                        .kind())
                .as(round)
                .isNotEqualTo(FailureKind.SUCCESS);
        return verdict.isSuccess();
    }

    private static Transcript fold(byte[] stream) {
        EventParser parser = new EventParser();
        TranscriptBuilder builder = new TranscriptBuilder(SMALL, UnaryOperator.identity());
        try (LineSplitter splitter = new LineSplitter(MAX_LINE, line -> builder.accept(parser.read(line)))) {
            splitter.write(stream, 0, stream.length);
        }
        return builder.transcript();
    }
}
