package dev.codexrunner.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.codexrunner.config.FailOn;
import dev.codexrunner.config.Sandbox;
import dev.codexrunner.events.EventParser;
import dev.codexrunner.events.LineSplitter;
import dev.codexrunner.events.TokenUsage;
import dev.codexrunner.failure.FailureKind;
import dev.codexrunner.outcome.Budgets;
import dev.codexrunner.outcome.CodexExit;
import dev.codexrunner.outcome.RecordedStreams;
import dev.codexrunner.outcome.Requirements;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T00:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    private void write(EventJournal journal, byte[] stream, int maxLineBytes) {
        EventParser parser = new EventParser();
        try (LineSplitter splitter = new LineSplitter(maxLineBytes, line -> journal.append(line, parser.read(line)))) {
            splitter.write(stream, 0, stream.length);
        }
    }

    @Test
    void each_line_is_on_disk_redacted_before_the_journal_is_closed() throws IOException {
        EventJournal journal = EventJournal.open(folder, text -> text.replace("hunter2", "***"), CLOCK);
        write(journal, "{\"type\":\"error\",\"message\":\"hunter2\"}\ngarbage\n".getBytes(UTF_8), 1_000);

        assertThat(folder.resolve(EventJournal.EVENTS))
                .hasContent("{\"type\":\"error\",\"message\":\"***\"}\ngarbage\n");
        assertThat(Files.readAllLines(folder.resolve(EventJournal.TIMES))).containsExactly("0", "0");
        journal.close();
        assertThat(journal.failure()).isEmpty();
    }

    @Test
    void a_journal_replays_to_the_verdict_of_its_stream_oversized_lines_included() {
        byte[] stream = RecordedStreams.bytes("bg_left.jsonl");
        try (EventJournal journal = EventJournal.open(folder, UnaryOperator.identity(), CLOCK)) {
            write(journal, stream, 160);
        }
        Replay replay = Replay.of(
                folder.resolve(EventJournal.EVENTS),
                Optional.empty(),
                CodexExit.exited(0),
                new Requirements(Optional.empty(), List.of(), Set.of(FailOn.EVENT_GAP)),
                Optional.empty(),
                Optional.empty());

        assertThat(replay.transcript().counts().oversizedLines()).isEqualTo(1);
        assertThat(replay.verdict().code()).isEqualTo("event-gap");
    }

    @Test
    void a_second_run_does_not_write_over_a_first_one() {
        EventJournal.open(folder, UnaryOperator.identity(), CLOCK).close();

        assertThatThrownBy(() -> EventJournal.open(folder, UnaryOperator.identity(), CLOCK))
                .hasMessageContaining("journal-not-written")
                .hasMessageContaining("exists already");
    }

    @Test
    void a_full_disk_is_remembered_and_not_thrown_into_the_pump() throws IOException {
        Path full = Path.of("/dev/full");
        Assumptions.assumeTrue(Files.exists(full), "needs /dev/full");

        StderrLog log = StderrLog.to(full, Files.newOutputStream(full), 10, 10);
        log.write("more than ten bytes".getBytes(UTF_8));
        log.close();

        assertThat(log.failure()).isPresent();
        assertThat(log.failure().orElseThrow().kind()).isEqualTo(FailureKind.REPORT_IO);
    }

    @Test
    void stderr_keeps_head_and_tail() throws IOException {
        try (StderrLog log = StderrLog.open(folder, 5, 4)) {
            log.write("head.".getBytes(UTF_8));
            log.write("lost-in-the-middle".getBytes(UTF_8));
            log.write("tail".getBytes(UTF_8));
        }

        assertThat(folder.resolve(StderrLog.FILE)).hasContent("head.\n[... 18 bytes left out ...]\ntail");
    }

    @Test
    void stderr_within_its_bounds_is_whole() {
        try (StderrLog log = StderrLog.open(folder, 5, 6)) {
            byte[] bytes = "0123456789".getBytes(UTF_8);
            for (byte b : bytes) {
                log.write(b);
            }
        }

        assertThat(folder.resolve(StderrLog.FILE)).hasContent("0123456789");
    }

    @Test
    void a_manifest_reads_back_as_it_was_written() {
        RunManifest manifest = new RunManifest(
                RunManifest.SCHEMA_VERSION,
                "run-1",
                Instant.parse("2026-11-21T00:00:00Z"),
                "0.1.0",
                "host",
                Duration.ofMinutes(60),
                Duration.ofMinutes(15),
                Optional.of(new Budgets(OptionalLong.of(1), OptionalLong.empty(), OptionalLong.of(2))),
                Set.of(FailOn.DECLINED),
                List.of("out.txt"),
                Optional.of("schema.json"),
                Optional.of(new TokenUsage(1, 2, 3, 4, 5)),
                new RunManifest.CodexFacts(
                        Optional.of("0.169.0"), Optional.empty(), Sandbox.READ_ONLY, Optional.of("t")),
                new RunManifest.CredentialFacts(
                        "vault",
                        Optional.of("agent_identity"),
                        Optional.empty(),
                        false,
                        Optional.of(Instant.parse("2027-01-01T00:00:00Z")),
                        Optional.of(
                                new RunManifest.VaultFacts("secret/ci/codex", OptionalInt.of(3), Optional.empty()))),
                Optional.of(new TrustFacts(
                        Optional.of(new TrustFacts.Trigger(
                                "jenkins", Optional.empty(), List.of(new TrustFacts.Risk("fork", "why", true)))),
                        Optional.of(new TrustFacts.TeamConfig(
                                "off", Optional.empty(), List.of(new TrustFacts.HashedFile("AGENTS.md", "00")))),
                        List.of(),
                        Optional.of(List.of(new TrustFacts.TaskInput("prompt-file", "base", "ask.md", "01"))))),
                Optional.of("nightly"));
        RunManifestFile.write(folder, manifest);

        assertThat(RunManifestFile.read(folder)).contains(manifest);
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void a_broken_manifest_is_named_as_such_and_a_missing_one_is_none() throws IOException {
        assertThat(RunManifestFile.read(folder)).isEmpty();
        for (String broken : new String[] {"", "{", "null", "[]", "{\"schemaVersion\":1}", "{\"schemaVersion\":99}"}) {
            Files.writeString(folder.resolve(RunManifestFile.FILE), broken);
            assertThatThrownBy(() -> RunManifestFile.read(folder))
                    .as(broken)
                    .hasMessageContaining("manifest-not-readable");
        }
    }
}
