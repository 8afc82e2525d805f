package dev.codexrunner.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.codexrunner.events.TokenUsage;
import dev.codexrunner.failure.Failure;
import dev.codexrunner.journal.AttemptLog;
import dev.codexrunner.journal.EventJournal;
import dev.codexrunner.journal.RecordedAttempt;
import dev.codexrunner.journal.RunEnd;
import dev.codexrunner.journal.RunEndFile;
import dev.codexrunner.journal.StderrLog;
import dev.codexrunner.outcome.CodexExit;
import dev.codexrunner.outcome.CodexExit.Ending;
import dev.codexrunner.outcome.EndFailure;
import dev.codexrunner.outcome.RecordedStreams;
import dev.codexrunner.outcome.StartFailure;
import dev.codexrunner.outcome.StderrSummary;
import dev.codexrunner.report.RunReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A replay without a word on the exit code comes to the verdict that the run had. */
class ReplayFidelityTest {

    private static final Instant END = Instant.parse("2025-12-31T23:00:00Z");

    @TempDir
    Path folder;

    private void recorded(String stream) throws IOException {
        Files.write(folder.resolve(EventJournal.EVENTS), RecordedStreams.bytes(stream + ".jsonl"));
    }

    private void ended(RunEnd end) {
        RunEndFile.write(folder, end, UnaryOperator.identity());
    }

    private static RunEnd codexEnded(CodexExit exit, StderrSummary stderr, List<String> missing) {
        return RunEnd.of(END, exit, stderr, missing, Optional.empty());
    }

    private RunResult replay(OptionalInt exitCode, Map<String, List<String>> flags) {
        return Replays.run(
                Replays.config(folder.resolve("replayed"), flags),
                folder.resolve(EventJournal.EVENTS),
                exitCode,
                Optional.empty());
    }

    private RunResult replay() {
        return replay(OptionalInt.empty(), Map.of());
    }

    @ParameterizedTest
    @CsvSource({
        "TIMED_OUT, , timeout, overall-timeout, 11",
        "IDLE, , timeout, idle-timeout, 11",
        "OVER_BUDGET, , policy, budget-exceeded, 12",
        "CANCELLED, 15, cancelled, cancelled, 143",
        "CANCELLED, 2, cancelled, cancelled, 130",
        "OUTPUT_FAILED, , report_io, output-not-taken-in, 15",
        "EXITED, , no_verdict, codex-killed, 9",
    })
    void whoever_ended_codex_is_remembered(Ending ending, Integer signal, String kind, String code, int exitCode)
            throws IOException {
        recorded("sig_TERM");
        OptionalInt cancelledBy = signal == null ? OptionalInt.empty() : OptionalInt.of(signal);
        ended(codexEnded(new CodexExit(OptionalInt.of(143), ending, cancelledBy), StderrSummary.EMPTY, List.of()));

        for (OptionalInt given : List.of(OptionalInt.empty(), OptionalInt.of(143))) {
            RunResult result = replay(given, Map.of());
            assertThat(result.report().verdict().kind()).isEqualTo(kind);
            assertThat(result.report().verdict().code()).isEqualTo(code);
            assertThat(result.exitCode()).isEqualTo(exitCode);
            assertThat(result.report().codex().exitCode()).hasValue(143);
            assertThat(result.report().run().endedAt()).isEqualTo(END);
        }
    }

    @Test
    void a_refused_login_stays_the_cause_of_what_codex_could_only_call_401() throws IOException {
        recorded("at_expired");
        Failure refused = StartFailure.LOGIN_REFUSED.with("failed to verify agent identity JWT: expired", "");
        CodexExit exit = new CodexExit(OptionalInt.of(143), Ending.CANCELLED, OptionalInt.empty());
        ended(RunEnd.of(END, exit, StderrSummary.EMPTY, List.of(), Optional.of(refused)));

        assertThat(replay().exitCode()).isEqualTo(4);
        assertThat(replay().report().verdict().reason()).contains("expired");
    }

    @Test
    void an_exit_code_that_is_given_does_not_undo_what_decided_from_outside_of_codex() throws IOException {
        recorded("simple");
        Failure refused = StartFailure.LOGIN_REFUSED.with("expired", "");
        ended(RunEnd.of(END, CodexExit.exited(3), StderrSummary.EMPTY, List.of("out.txt"), Optional.of(refused)));

        assertThat(replay(OptionalInt.of(0), Map.of()).exitCode()).isEqualTo(4);
    }

    @Test
    void an_exit_code_that_is_given_does_not_bring_a_missing_output_back() throws IOException {
        recorded("simple");
        ended(codexEnded(CodexExit.exited(3), StderrSummary.EMPTY, List.of("out.txt")));

        assertThat(replay(OptionalInt.of(0), Map.of()).exitCode()).isEqualTo(10);
    }

    @Test
    void a_run_that_ended_before_codex_began_keeps_its_verdict() throws IOException {
        Files.createFile(folder.resolve(EventJournal.EVENTS));
        ended(RunEnd.withoutCodex(END, EndFailure.CANCELLED.with(1).withSignal(1)));

        assertThat(replay().exitCode()).isEqualTo(129);
        assertThat(replay().report().codex().exitCode()).isEmpty();
    }

    @Test
    void an_output_that_was_missing_then_stays_missing() throws IOException {
        recorded("simple");
        ended(codexEnded(CodexExit.exited(0), StderrSummary.EMPTY, List.of("out.txt does not exist.")));

        assertThat(replay().exitCode()).isEqualTo(10);
        assertThat(replay().report().verdict().reason()).contains("out.txt");
    }

    @Test
    void what_stderr_told_of_the_last_attempt_counts() throws IOException {
        recorded("simple");
        ended(codexEnded(CodexExit.exited(0), new StderrSummary(2, 0, 0, ""), List.of()));

        assertThat(replay().exitCode()).isZero();
        assertThat(replay(OptionalInt.empty(), Map.of("fail-on", List.of("patch-failed")))
                        .report()
                        .verdict()
                        .code())
                .isEqualTo("patch-failed");
    }

    @Test
    void without_a_recorded_end_nobody_knows_it_and_stderr_lies_beside_the_stream() throws IOException {
        recorded("nogit");
        Files.write(folder.resolve(StderrLog.FILE), RecordedStreams.bytes("nogit.stderr"));

        assertThat(replay().report().verdict().code()).isEqualTo("exit-unknown");
        assertThat(replay(OptionalInt.of(1), Map.of()).report().verdict().code())
                .isEqualTo("not-a-trusted-directory");
    }

    @Test
    void an_exit_code_that_is_not_the_recorded_one_asks_what_would_be_if() throws IOException {
        recorded("simple");
        ended(codexEnded(
                new CodexExit(OptionalInt.of(143), Ending.TIMED_OUT, OptionalInt.empty()),
                StderrSummary.EMPTY,
                List.of()));

        assertThat(replay(OptionalInt.of(0), Map.of()).exitCode()).isZero();
    }

    @Test
    void a_record_that_no_runner_writes_is_refused() throws IOException {
        recorded("simple");
        for (String broken : List.of(
                "",
                "null",
                "[]",
                "{}",
                "{\"schemaVersion\":9}",
                "{\"schemaVersion\":1,\"endedAt\":\"2025-12-31T23:00:00Z\",\"exit\":null,\"stderr\":{\"patchesFailed\":0,"
                        + "\"declined\":0,\"otherToolErrors\":0,\"excerpt\":\"\"},\"missingOutputs\":[],\"cause\":null}")) {
            Files.writeString(folder.resolve(RunEndFile.FILE), broken);
            assertThatThrownBy(this::replay).as(broken).hasMessageContaining("end-not-readable");
        }
    }

    @Test
    void after_a_kill_of_the_runner_the_attempts_so_far_are_told() throws IOException {
        recorded("sig_TERM");
        RecordedAttempt first = new RecordedAttempt(1, END.minusSeconds(60), false, 0, Optional.empty());
        RecordedAttempt second = new RecordedAttempt(2, END.minusSeconds(20), true, 2_000, Optional.empty());
        try (AttemptLog log = AttemptLog.open(folder, UnaryOperator.identity())) {
            log.append(first.ended(new RecordedAttempt.End(
                    END.minusSeconds(30),
                    30_000,
                    Optional.of("t"),
                    OptionalInt.of(1),
                    OptionalInt.empty(),
                    "turn_failed",
                    "stream-lost",
                    "It was lost.",
                    true,
                    "Once more.",
                    Optional.of(new TokenUsage(100, 40, 0, 20, 5)),
                    Optional.of(new TokenUsage(100, 40, 0, 20, 5)))));
            log.append(second);
        }

        RunReport report = replay().report();

        assertThat(report.codex().attempts())
                .extracting(RunReport.Attempt::code)
                .containsExactly("stream-lost", "exit-unknown");
        assertThat(report.codex().attempts().get(1).endedAt()).isEmpty();
        assertThat(report.usage()).as("of the second attempt nobody knows").isEmpty();
    }

    @Test
    void the_record_of_the_end_holds_no_secret() throws IOException {
        ended(RunEnd.withoutCodex(END, StartFailure.LOGIN_REFUSED.with("hunter2", "")));
        RunEnd end = RunEndFile.read(folder).orElseThrow();
        RunEndFile.write(folder, end, json -> json.replace("hunter2", "***"));

        assertThat(Files.readString(folder.resolve(RunEndFile.FILE))).doesNotContain("hunter2");
        assertThat(RunEndFile.read(folder).orElseThrow().cause().orElseThrow().why())
                .contains("***");
    }
}
