package dev.codexrunner.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.config.FailOn;
import dev.codexrunner.events.EventParser;
import dev.codexrunner.events.LineSplitter;
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
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Breaks recorded streams in seeded ways: nothing throws, nothing grows, and no damage turns a failure into a success. */
class MutatedStreamsTest {

    private static final long SEED = 20261121;
    private static final int ROUNDS = 20_000;
    private static final int MAX_LINE = 2_000;
    private static final TranscriptLimits SMALL = new TranscriptLimits(5, 100, 200, 500, 1_000);
    private static final Requirements ALL = new Requirements(Optional.empty(), List.of(), EnumSet.allOf(FailOn.class));

    @Test
    void a_broken_stream_is_judged_without_an_exception_and_within_bounds() {
        List<byte[]> streams = RecordedStreams.names().stream()
                .map(name -> RecordedStreams.bytes(name + ".jsonl"))
                .filter(bytes -> bytes.length > 0)
                .toList();
        Random random = new Random(SEED);
        int mutated = 0;
        for (int round = 0; round < ROUNDS; round++) {
            byte[] original = streams.get(random.nextInt(streams.size()));
            byte[] broken = original;
            for (int times = 1 + random.nextInt(3); times > 0; times--) {
                broken = mutate(broken, random);
            }
            mutated += Arrays.equals(original, broken) ? 0 : 1;
            assertJudged(broken, "seed " + SEED + ", round " + round);
        }
        assertThat(mutated).isGreaterThan(ROUNDS * 9 / 10);
    }

    private static void assertJudged(byte[] stream, String round) {
        Transcript transcript = fold(stream);
        Verdict verdict = VerdictJudge.judge(transcript, CodexExit.exited(0), StderrSummary.EMPTY, ALL);

        assertThat(transcript.commands()).as(round).hasSizeLessThanOrEqualTo(SMALL.itemsPerList());
        assertThat(transcript.errors()).as(round).hasSizeLessThanOrEqualTo(SMALL.itemsPerList());
        assertThat(transcript.fileChanges()).as(round).hasSizeLessThanOrEqualTo(SMALL.itemsPerList());
        if (verdict.isSuccess()) {
            assertThat(transcript.turn()).as(round).isEqualTo(Transcript.TurnState.COMPLETED);
            assertThat(transcript.counts().malformedLines()).as(round).isZero();
        }
        assertThat(VerdictJudge.judge(transcript, CodexExit.exited(1), StderrSummary.EMPTY, ALL)
                        .kind())
                .as(round)
                .isNotEqualTo(FailureKind.SUCCESS);
        assertThat(VerdictJudge.judge(transcript, CodexExit.unknown(), StderrSummary.EMPTY, ALL)
                        .kind())
                .as(round)
                .isNotEqualTo(FailureKind.SUCCESS);
    }

    private static Transcript fold(byte[] stream) {
        EventParser parser = new EventParser();
        TranscriptBuilder builder = new TranscriptBuilder(SMALL, UnaryOperator.identity());
        try (LineSplitter splitter = new LineSplitter(MAX_LINE, line -> builder.accept(parser.read(line)))) {
            splitter.write(stream, 0, stream.length);
        }
        return builder.transcript();
    }

    private static byte[] mutate(byte[] stream, Random random) {
        return switch (random.nextInt(7)) {
            case 0 -> flipped(stream, random);
            case 1 -> Arrays.copyOf(stream, random.nextInt(stream.length + 1));
            case 2 ->
                lines(
                        stream,
                        lines -> lines.add(random.nextInt(lines.size() + 1), lines.get(random.nextInt(lines.size()))));
            case 3 -> lines(stream, lines -> Collections.shuffle(lines, random));
            case 4 ->
                lines(stream, lines -> {
                    int at = random.nextInt(lines.size());
                    lines.set(
                            at,
                            "{\"type\":\"item.completed\",\"item\":" + "[".repeat(random.nextInt(400)) + lines.get(at)
                                    + "}");
                });
            case 5 -> lines(stream, lines -> lines.remove(random.nextInt(lines.size())));
            default ->
                lines(stream, lines -> {
                    int at = random.nextInt(lines.size());
                    lines.set(
                            at,
                            lines.get(at).replace("\"text\":\"", "\"text\":\"" + "x".repeat(random.nextInt(4_000))));
                });
        };
    }

    private static byte[] flipped(byte[] stream, Random random) {
        byte[] copy = stream.clone();
        for (int flips = 1 + random.nextInt(5); flips > 0 && copy.length > 0; flips--) {
            copy[random.nextInt(copy.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return copy;
    }

    private static byte[] lines(byte[] stream, java.util.function.Consumer<List<String>> change) {
        List<String> lines = new ArrayList<>(List.of(new String(stream, StandardCharsets.ISO_8859_1).split("\n", -1)));
        change.accept(lines);
        return String.join("\n", lines).getBytes(StandardCharsets.ISO_8859_1);
    }
}
