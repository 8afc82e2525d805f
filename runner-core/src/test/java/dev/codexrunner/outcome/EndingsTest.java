package dev.codexrunner.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.config.FailOn;
import dev.codexrunner.events.EventParser;
import dev.codexrunner.failure.FailureKind;
import dev.codexrunner.launch.Ending;
import dev.codexrunner.launch.ProcessExit;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** How a verdict words the end of the process. */
class EndingsTest {

    private static final String[] RUNNING = {
        "{\"type\":\"thread.started\",\"thread_id\":\"t\"}", "{\"type\":\"turn.started\"}"
    };

    private static Transcript transcript(String... lines) {
        EventParser parser = new EventParser();
        TranscriptBuilder builder = new TranscriptBuilder();
        for (String line : lines) {
            builder.accept(parser.read(line));
        }
        return builder.transcript();
    }

    private static Verdict judge(CodexExit exit, String stderr, String... lines) {
        return VerdictJudge.judge(transcript(lines), exit, new StderrSummary(0, 0, 0, stderr), Requirements.NONE);
    }

    private static CodexExit ended(Ending ending) {
        return CodexExit.of(new ProcessExit(
                143, OptionalInt.of(15), ending, OptionalInt.of(15), Duration.ZERO, false, 0, Optional.empty()));
    }

    @Test
    void a_supervised_end_is_taken_over_with_code_and_signal() {
        CodexExit cancelled = ended(Ending.CANCELLED);

        assertThat(cancelled)
                .isEqualTo(new CodexExit(OptionalInt.of(143), CodexExit.Ending.CANCELLED, OptionalInt.of(15)));
        assertThat(judge(cancelled, "", RUNNING).exitCode()).isEqualTo(128 + 15);
        for (Ending ending : Ending.values()) {
            assertThat(judge(ended(ending), "", RUNNING).isSuccess())
                    .as("%s", ending)
                    .isFalse();
        }
    }

    @Test
    void a_timeout_tells_the_last_sign_of_life() {
        CodexExit timeout = ended(Ending.TIMEOUT);
        String thread = RUNNING[0];
        String turn = RUNNING[1];

        assertThat(judge(timeout, "", thread).reason()).contains("It had not begun its turn.");
        assertThat(judge(timeout, "", thread, turn).reason()).contains("It was waiting for the model.");
        assertThat(judge(timeout, "", thread, turn, "{\"type\":\"error\",\"message\":\"no route\"}")
                        .reason())
                .contains("The last error was: no route");
        assertThat(judge(
                                timeout,
                                "",
                                thread,
                                turn,
                                "{\"type\":\"item.started\",\"item\":{\"id\":\"i\",\"type\":\"command_execution\","
                                        + "\"command\":\"c\",\"status\":\"in_progress\"}}")
                        .reason())
                .contains("A command of the agent was still running.");
    }

    @Test
    void codes_above_128_are_signals_as_far_as_there_are_signals() {
        assertThat(judge(CodexExit.exited(128), "", RUNNING).code()).isEqualTo("no-terminal-event");
        assertThat(judge(CodexExit.exited(129), "", RUNNING).code()).isEqualTo("codex-killed");
        assertThat(judge(CodexExit.exited(192), "", RUNNING).code()).isEqualTo("codex-killed");
        assertThat(judge(CodexExit.exited(193), "", RUNNING).code()).isEqualTo("no-terminal-event");
    }

    @Test
    void codex_s_last_words_are_told() {
        assertThat(judge(CodexExit.exited(1), "first\nsegmentation fault", RUNNING)
                        .reason())
                .contains("Its last words: segmentation fault");
        assertThat(judge(CodexExit.exited(1), "", RUNNING).reason()).doesNotContain("Its last words");
    }

    @Test
    void each_gate_counts_events_and_stderr_together_and_names_the_first_command() {
        Transcript transcript = transcript(
                RUNNING[0],
                RUNNING[1],
                command("fine", 0, "completed"),
                command("make test", 2, "completed"),
                command("later", 3, "failed"),
                "{\"type\":\"item.completed\",\"item\":{\"id\":\"p\",\"type\":\"file_change\",\"changes\":[],"
                        + "\"status\":\"failed\"}}",
                command("asked", 0, "declined"),
                "{\"type\":\"turn.completed\",\"usage\":{\"input_tokens\":1,\"output_tokens\":1}}");

        assertThat(failOn(transcript, FailOn.COMMAND_FAILED)).contains("2 ").contains("make test");
        assertThat(failOn(transcript, FailOn.PATCH_FAILED)).contains("4 ");
        assertThat(failOn(transcript, FailOn.DECLINED)).contains("6 ");
        assertThat(failOn(transcript, FailOn.EVENT_GAP)).isEmpty();
        assertThat(Verdict.success().status()).isEqualTo("success");
        assertThat(judge(CodexExit.exited(1), "").status()).isEqualTo("failure");
        assertThat(judge(CodexExit.exited(1), "").kind()).isNotEqualTo(FailureKind.SUCCESS);
    }

    private static String command(String command, int exitCode, String status) {
        return "{\"type\":\"item.completed\",\"item\":{\"id\":\"" + command
                + "\",\"type\":\"command_execution\",\"command\":\"" + command + "\",\"exit_code\":" + exitCode
                + ",\"status\":\"" + status + "\"}}";
    }

    private static String failOn(Transcript transcript, FailOn gate) {
        Verdict verdict = VerdictJudge.judge(
                transcript,
                CodexExit.exited(0),
                new StderrSummary(3, 5, 0, ""),
                new Requirements(Optional.empty(), List.of(), EnumSet.of(gate)));
        return verdict.isSuccess() ? "" : verdict.reason();
    }
}
