package dev.codexrunner.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.config.FailOn;
import dev.codexrunner.events.EventParser;
import dev.codexrunner.failure.FailureKind;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class VerdictJudgeTest {

    private static final String THREAD = "{\"type\":\"thread.started\",\"thread_id\":\"t\"}";
    private static final String STARTED = "{\"type\":\"turn.started\"}";
    private static final String COMPLETED =
            "{\"type\":\"turn.completed\",\"usage\":{\"input_tokens\":1,\"output_tokens\":1}}";
    private static final String UNAUTHORIZED =
            "{\"type\":\"error\",\"message\":\"unexpected status 401 Unauthorized: no\"}";

    private StderrSummary stderr = StderrSummary.EMPTY;
    private Requirements requirements = Requirements.NONE;

    private Verdict judge(CodexExit exit, String... lines) {
        EventParser parser = new EventParser();
        TranscriptBuilder builder = new TranscriptBuilder();
        for (String line : lines) {
            builder.accept(parser.read(line));
        }
        return VerdictJudge.judge(builder.transcript(), exit, stderr, requirements);
    }

    private void stderr(String... lines) {
        StderrReader reader = new StderrReader();
        List.of(lines).forEach(reader::accept);
        stderr = reader.summary();
    }

    private void failOn(FailOn failOn) {
        requirements = new Requirements(Optional.empty(), List.of(), Set.of(failOn));
    }

    private static String message(String text) {
        return "{\"type\":\"item.completed\",\"item\":{\"id\":\"item_9\",\"type\":\"agent_message\",\"text\":\"" + text
                + "\"}}";
    }

    @Test
    void exit_0_and_a_completed_turn_are_a_success() {
        assertThat(judge(CodexExit.exited(0), THREAD, STARTED, COMPLETED).isSuccess())
                .isTrue();
    }

    @Test
    void a_fatal_looking_error_event_alone_decides_nothing() {
        assertThat(judge(CodexExit.exited(0), THREAD, STARTED, UNAUTHORIZED, COMPLETED)
                        .isSuccess())
                .isTrue();
    }

    private static String failed(String command, int code, String output) {
        return "{\"type\":\"item.completed\",\"item\":{\"id\":\"" + command.hashCode()
                + "\",\"type\":\"command_execution\",\"command\":\"" + command + "\",\"aggregated_output\":\"" + output
                + "\",\"exit_code\":" + code + ",\"status\":\"" + (code == 0 ? "completed" : "failed") + "\"}}";
    }

    private static final String MISMATCH =
            "bundled bubblewrap digest mismatch for /x/codex-resources/bwrap: expected sha256:1, got sha256:2\\n";
    private static final String NO_NAMESPACE =
            "bwrap: Creating new namespace failed: nesting depth exceeded (ENOSPC)\\n";
    private static final String PANIC = "\\nthread 'main' (7) panicked at linux-sandbox/src/launcher.rs:60:13:\\n"
            + "bubblewrap is unavailable: no system bwrap was found on PATH and no bundled codex-resources/bwrap binary was"
            + " found next to the Codex executable\\nstack backtrace:\\n";

    @Test
    void a_turn_whose_every_command_met_no_sandbox_is_no_success() {
        String ls = failed("ls", 8, MISMATCH);
        assertThat(judge(CodexExit.exited(0), THREAD, STARTED, ls, failed("cat x", 8, MISMATCH), COMPLETED))
                .satisfies(verdict -> {
                    assertThat(verdict.kind()).isEqualTo(FailureKind.CODEX_START);
                    assertThat(verdict.code()).isEqualTo("sandbox-program-unusable");
                    assertThat(verdict.reason()).contains("digest mismatch for /x/codex-resources/bwrap");
                });
        assertThat(judge(CodexExit.exited(0), THREAD, STARTED, failed("ls", 101, PANIC), COMPLETED))
                .satisfies(verdict -> {
                    assertThat(verdict.code()).isEqualTo("sandbox-program-unusable");
                    assertThat(verdict.reason()).contains("bubblewrap is unavailable");
                });
        assertThat(judge(CodexExit.exited(0), THREAD, STARTED, failed("ls", 1, NO_NAMESPACE), COMPLETED)
                        .code())
                .isEqualTo("sandbox-unavailable");
    }

    @Test
    void a_sandbox_that_let_one_command_in_was_there() {
        String ls = failed("ls", 8, MISMATCH);
        assertThat(judge(CodexExit.exited(0), THREAD, STARTED, ls, failed("true", 0, ""), COMPLETED)
                        .isSuccess())
                .isTrue();
        assertThat(judge(CodexExit.exited(0), THREAD, STARTED, ls, failed("false", 1, ""), COMPLETED)
                        .isSuccess())
                .isTrue();
    }

    @Test
    void a_command_that_starts_or_quotes_bubblewrap_itself_says_nothing_of_the_sandbox() {
        assertThat(judge(CodexExit.exited(0), THREAD, STARTED, failed("bwrap true", 1, NO_NAMESPACE), COMPLETED)
                        .isSuccess())
                .isTrue();
        assertThat(judge(CodexExit.exited(0), THREAD, STARTED, failed("make", 1, "log: " + MISMATCH), COMPLETED)
                        .isSuccess())
                .isTrue();
        assertThat(judge(CodexExit.exited(0), THREAD, STARTED, failed("cat log", 0, MISMATCH), COMPLETED)
                        .isSuccess())
                .isTrue();
    }

    @Test
    void exit_0_without_a_completed_turn_is_no_success() {
        assertThat(judge(CodexExit.exited(0)).kind()).isEqualTo(FailureKind.NO_VERDICT);
        assertThat(judge(CodexExit.exited(0), THREAD, STARTED).kind()).isEqualTo(FailureKind.NO_VERDICT);
        assertThat(judge(CodexExit.exited(0), THREAD, STARTED, COMPLETED, STARTED)
                        .kind())
                .isEqualTo(FailureKind.NO_VERDICT);
    }

    @Test
    void a_failed_turn_stays_failed_even_with_exit_0_and_a_completion_after_it() {
        String failed = "{\"type\":\"turn.failed\",\"error\":{\"message\":\"odd\"}}";
        assertThat(judge(CodexExit.exited(0), THREAD, STARTED, failed, COMPLETED)
                        .code())
                .isEqualTo("turn-failed");
    }

    @Test
    void a_completed_turn_with_another_exit_code_is_no_success() {
        assertThat(judge(CodexExit.exited(1), THREAD, STARTED, COMPLETED).code())
                .isEqualTo("exit-contradicts-stream");
    }

    @Test
    void an_unknown_exit_code_is_never_a_success_but_a_failed_turn_keeps_its_cause() {
        assertThat(judge(CodexExit.unknown(), THREAD, STARTED, COMPLETED).code())
                .isEqualTo("exit-unknown");
        String failed = "{\"type\":\"turn.failed\",\"error\":{\"message\":\"unexpected status 401 Unauthorized\"}}";
        assertThat(judge(CodexExit.unknown(), THREAD, STARTED, failed).kind()).isEqualTo(FailureKind.CREDENTIAL);
    }

    @Test
    void a_stream_that_breaks_off_after_an_error_takes_the_kind_of_that_error() {
        assertThat(judge(CodexExit.exited(1), THREAD, STARTED, UNAUTHORIZED).kind())
                .isEqualTo(FailureKind.CREDENTIAL);
    }

    @Test
    void a_completed_turn_with_a_fatal_error_and_another_exit_code_takes_the_kind_of_that_error() {
        assertThat(judge(CodexExit.exited(1), THREAD, STARTED, COMPLETED, UNAUTHORIZED)
                        .kind())
                .isEqualTo(FailureKind.CREDENTIAL);
    }

    @Test
    void a_connection_that_was_mended_explains_no_later_end() {
        String reconnecting =
                "{\"type\":\"error\",\"message\":\"Reconnecting... 1/5 (exceeded retry limit, last status: 429 Too Many Requests)\"}";
        assertThat(judge(CodexExit.exited(1), THREAD, STARTED, reconnecting).kind())
                .isEqualTo(FailureKind.LIMITED);
        assertThat(judge(CodexExit.exited(1), THREAD, STARTED, reconnecting, message("on"))
                        .kind())
                .isEqualTo(FailureKind.NO_VERDICT);
    }

    @Test
    void a_failed_turn_without_words_of_its_own_is_explained_by_the_last_error() {
        String failed = "{\"type\":\"turn.failed\",\"error\":{\"message\":\"turn failed\"}}";
        assertThat(judge(CodexExit.exited(1), THREAD, STARTED, UNAUTHORIZED, failed)
                        .kind())
                .isEqualTo(FailureKind.CREDENTIAL);
    }

    @Test
    void a_path_in_a_failed_patch_makes_it_no_refusal() {
        stderr("2026-11-21T01:49:10Z ERROR codex_core::tools::router: error=apply_patch verification failed: Failed to "
                + "read file to update /work/rejected/approval policy.md: No such file or directory (os error 2)");
        assertThat(stderr.patchesFailed()).isEqualTo(1);
        assertThat(stderr.declined()).isZero();
    }

    @Test
    void a_refusal_is_seen_behind_the_spans_of_a_log_line_too() {
        stderr("2026-11-21T01:49:10Z ERROR session_loop{thread_id=1}: codex_core::tools::router: error=patch rejected: "
                + "writing outside of the project; rejected by user approval settings");
        assertThat(stderr.declined()).isEqualTo(1);
    }

    @Test
    void a_kill_from_outside_hints_at_memory() {
        Verdict verdict = judge(CodexExit.exited(137), THREAD, STARTED);
        assertThat(verdict.exitCode()).isEqualTo(9);
        assertThat(verdict.reason()).contains("signal 9").contains("memory");
    }

    @Test
    void a_timeout_names_the_last_error() {
        CodexExit exit = new CodexExit(OptionalInt.of(143), CodexExit.Ending.TIMED_OUT, OptionalInt.empty());
        Verdict verdict = judge(exit, THREAD, STARTED, UNAUTHORIZED);
        assertThat(verdict.exitCode()).isEqualTo(11);
        assertThat(verdict.reason()).contains("401");
    }

    @Test
    void a_cancelled_run_ends_with_the_signal_of_the_runner() {
        CodexExit exit = new CodexExit(OptionalInt.of(143), CodexExit.Ending.CANCELLED, OptionalInt.of(15));
        assertThat(judge(exit, THREAD, STARTED).exitCode()).isEqualTo(143);
    }

    @Test
    void an_unknown_way_not_to_start_quotes_stderr() {
        stderr("Error: the moon is full");
        Verdict verdict = judge(CodexExit.exited(1));
        assertThat(verdict.exitCode()).isEqualTo(6);
        assertThat(verdict.reason()).contains("the moon is full").contains("exit code 1");
    }

    @Test
    void a_stack_backtrace_is_not_what_codex_said() {
        stderr(
                "Error: No such file or directory (os error 2)",
                "",
                "Stack backtrace:",
                "   0: <unknown>",
                "   1: std::rt::main",
                "             at /src/main.rs:3:5");
        assertThat(judge(CodexExit.exited(1)).reason()).contains("No such file or directory");

        stderr("Stack backtrace:", "   0: <unknown>", "a word after it");
        assertThat(stderr.lastLine()).isEqualTo("a word after it");
    }

    @Test
    void a_patch_that_only_stderr_tells_of_fails_where_asked() {
        stderr(
                "2026-11-21T01:49:10Z ERROR codex_core::tools::router: error=apply_patch verification failed: no such line");
        assertThat(judge(CodexExit.exited(0), THREAD, STARTED, COMPLETED).isSuccess())
                .isTrue();
        failOn(FailOn.PATCH_FAILED);
        assertThat(judge(CodexExit.exited(0), THREAD, STARTED, COMPLETED).code())
                .isEqualTo("patch-failed");
    }

    @Test
    void a_refused_escalation_that_only_stderr_tells_of_fails_where_asked() {
        stderr("2026-11-21T01:49:10Z ERROR codex_core::tools::router: error=approval policy is Never; reject command");
        failOn(FailOn.DECLINED);
        assertThat(judge(CodexExit.exited(0), THREAD, STARTED, COMPLETED).exitCode())
                .isEqualTo(12);
    }

    @Test
    void a_failed_command_and_a_lost_event_fail_where_asked() {
        String command = "{\"type\":\"item.completed\",\"item\":{\"id\":\"item_0\",\"type\":\"command_execution\","
                + "\"command\":\"make\",\"aggregated_output\":\"\",\"exit_code\":2,\"status\":\"failed\"}}";
        failOn(FailOn.COMMAND_FAILED);
        assertThat(judge(CodexExit.exited(0), THREAD, STARTED, command, COMPLETED)
                        .reason())
                .contains("make");
        failOn(FailOn.EVENT_GAP);
        String lagged = "{\"type\":\"item.completed\",\"item\":{\"id\":\"item_1\",\"type\":\"error\","
                + "\"message\":\"event stream lagged; dropped 12 events\"}}";
        assertThat(judge(CodexExit.exited(0), THREAD, STARTED, lagged, COMPLETED)
                        .code())
                .isEqualTo("event-gap");
        assertThat(judge(CodexExit.exited(0), THREAD, STARTED, "garbage", COMPLETED)
                        .code())
                .isEqualTo("event-gap");
    }

    @Test
    void the_final_message_must_satisfy_the_schema() {
        OutputSchema schema = OutputSchema.parse(
                "s", "{\"type\":\"object\",\"properties\":{\"n\":{\"type\":\"integer\"}},\"required\":[\"n\"]}");
        requirements = new Requirements(Optional.of(schema), List.of(), Set.of());
        CodexExit ok = CodexExit.exited(0);

        assertThat(judge(ok, THREAD, STARTED, message("{\\\"n\\\":1}"), COMPLETED)
                        .isSuccess())
                .isTrue();
        assertThat(judge(ok, THREAD, STARTED, message("{\\\"n\\\":\\\"1\\\"}"), COMPLETED)
                        .code())
                .isEqualTo("output-breaks-schema");
        assertThat(judge(ok, THREAD, STARTED, message("```json\\n{\\\"n\\\":1}\\n```"), COMPLETED)
                        .reason())
                .contains("code fence");
        assertThat(judge(ok, THREAD, STARTED, COMPLETED).code()).isEqualTo("output-missing");
        assertThat(judge(
                                ok,
                                THREAD,
                                STARTED,
                                message("{}"),
                                "{\"type\":\"codex_runner.oversized_line\",\"length\":9,\"agentMessage\":true}",
                                COMPLETED)
                        .code())
                .isEqualTo("output-too-long");
    }

    @Test
    void what_require_asks_for_must_be_there() {
        requirements = new Requirements(Optional.empty(), List.of("out/report.txt does not exist."), Set.of());
        assertThat(judge(CodexExit.exited(0), THREAD, STARTED, COMPLETED).reason())
                .contains("out/report.txt");
    }

    @Test
    void each_failure_text_can_be_formatted() {
        Stream.of(ServiceFailure.values(), StartFailure.values(), EndFailure.values(), OutputFailure.values())
                .flatMap(Stream::of)
                .forEach(failure -> assertThat(failure.with("a", "b").reason()).doesNotContain("$s"));
    }
}
