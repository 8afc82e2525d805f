package dev.codexrunner.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.events.StreamMutations;
import dev.codexrunner.failure.FailureException;
import dev.codexrunner.failure.FailureKind;
import dev.codexrunner.outcome.RecordedStreams;
import dev.codexrunner.reliability.Area;
import dev.codexrunner.reliability.Campaign;
import dev.codexrunner.reliability.Fault;
import dev.codexrunner.reliability.Seen;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Broken records through the whole of replay, reports included. */
@Timeout(value = 20, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class MutatedReplaysTest {

    private static final long SEED = 19691121;

    private static final String RUN = """
            {"schemaVersion":1,"id":"r","startedAt":"2026-01-01T00:00:00Z","runnerVersion":"1","host":"h",
            "timeout":"PT1H","idleTimeout":"PT15M","failOn":["PATCH_FAILED"],"require":["a.txt"],"outputSchema":null,
            "usageBaseline":{"inputTokens":1,"cachedInputTokens":1,"cacheWriteInputTokens":0,"outputTokens":1,
            "reasoningOutputTokens":0},"codex":{"version":"0.169.0","model":"m","sandbox":"READ_ONLY","resume":null},
            "credential":{"source":"vault","kind":"api_key","fingerprint":null,"exposed":false,
            "expiresAt":"2026-01-01T00:00:00Z","vault":{"path":"p","version":1,"createdTime":null}}}
            """;

    private static final String END = """
            {"schemaVersion":1,"endedAt":"2026-01-01T00:01:00Z","exit":{"exitCode":1,"ending":"EXITED","signal":null},
            "stderr":{"patchesFailed":0,"declined":0,"otherToolErrors":0,"excerpt":"x"},"missingOutputs":["a.txt gone"],
            "cause":{"kind":"TURN_FAILED","code":"turn-failed","what":"w","why":"y","fix":"f","retryable":true,
            "exitCode":7}}
            """;

    @TempDir
    Path folder;

    @Test
    void a_broken_stream_is_replayed_into_a_whole_report() throws IOException {
        List<String> names = RecordedStreams.names().stream()
                .filter(name -> RecordedStreams.bytes(name + ".jsonl").length > 0)
                .toList();
        StreamMutations mutations = new StreamMutations(SEED);
        long replays = Campaign.size(100, 5_000);
        for (int number = 0; number < replays; number++) {
            byte[] stream = mutations.broken(RecordedStreams.bytes(names.get(number % names.size()) + ".jsonl"));
            RunResult result = replay(stream, OptionalInt.of(number % 2));

            assertThat(result.exitCode()).as("replay %s", number).isNotEqualTo(FailureKind.INTERNAL.exitCode());
            assertThat(number % 2 == 0 || result.exitCode() != 0)
                    .as("replay %s", number)
                    .isTrue();
            JsonMapper.shared().readTree(Files.readString(result.folder().resolve("report.json")));
        }
        Campaign.tried("replays of mutated streams, reports written", replays, SEED, "no crash, report.json whole");
    }

    @Test
    @Fault(
            area = Area.INPUT,
            made = "run.json and exit.json beside the stream, with seeded damage",
            promised = "replay refuses them with 2, or judges; exit.json's failure never becomes a success")
    void a_broken_record_of_a_run(Seen seen) throws IOException {
        StreamMutations mutations = new StreamMutations(SEED);
        byte[] stream = RecordedStreams.bytes("cmd_ok.jsonl");
        long records = Campaign.size(300, 20_000);
        int refused = 0;
        for (int number = 0; number < records; number++) {
            boolean breakRun = number % 2 == 0;
            Files.write(
                    folder.resolve("run.json"),
                    breakRun ? broken(mutations, RUN) : RUN.getBytes(StandardCharsets.UTF_8));
            Files.write(
                    folder.resolve("exit.json"),
                    breakRun ? END.getBytes(StandardCharsets.UTF_8) : broken(mutations, END));
            try {
                RunResult result = replay(stream, OptionalInt.empty());
                assertThat(result.exitCode() & 0xff).as("record %s", number).isNotIn(0, 1);
            } catch (FailureException failed) {
                assertThat(failed.failure().kind()).as("record %s", number).isEqualTo(FailureKind.CONFIG);
                refused++;
            }
        }
        assertThat(refused).isPositive();
        seen.that("refused with 2, or judged as the failure it was");
        Campaign.tried("mutated run.json and exit.json", records, SEED, "no crash, no failure turned into a success");
    }

    /** The mutations are of lines: a document of one line gets one each time. */
    private static byte[] broken(StreamMutations mutations, String document) {
        byte[] oneLine = document.replace("\n", "").getBytes(StandardCharsets.UTF_8);
        long before = mutations.mutatedEvents();
        byte[] broken = mutations.broken(oneLine);
        while (mutations.mutatedEvents() == before) {
            broken = mutations.broken(oneLine);
        }
        return broken;
    }

    @Test
    void a_last_line_of_ten_megabytes_without_its_end_is_counted_and_not_kept() throws IOException {
        byte[] stream = ("{\"type\":\"thread.started\",\"thread_id\":\"t\"}\n{\"type\":\"turn.started\"}\n"
                        + "{\"type\":\"item.completed\",\"item\":{\"id\":\"m\",\"type\":\"agent_message\",\"text\":\""
                        + "x".repeat(10_000_000))
                .getBytes(StandardCharsets.UTF_8);

        RunResult result = replay(stream, OptionalInt.of(0));

        assertThat(result.exitCode()).isEqualTo(FailureKind.NO_VERDICT.exitCode());
        assertThat(result.report().counts().oversizedLines()).isEqualTo(1);
        assertThat(Files.size(result.folder().resolve("report.json"))).isLessThan(100_000);
    }

    @Test
    void noise_is_no_verdict() throws IOException {
        byte[] noise = new byte[1_000_000];
        new Random(SEED).nextBytes(noise);

        assertThat(replay(noise, OptionalInt.of(0)).exitCode()).isEqualTo(FailureKind.NO_VERDICT.exitCode());
        assertThat(replay(new byte[0], OptionalInt.of(0)).exitCode()).isEqualTo(FailureKind.NO_VERDICT.exitCode());
        assertThat(replay(new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0}, OptionalInt.of(0))
                        .exitCode())
                .isEqualTo(FailureKind.NO_VERDICT.exitCode());
    }

    private RunResult replay(byte[] stream, OptionalInt exitCode) throws IOException {
        Path events = Files.write(folder.resolve("events.jsonl"), stream);
        return Replays.run(Replays.config(folder.resolve("report"), Map.of()), events, exitCode, Optional.empty());
    }
}
