package dev.codexrunner.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.events.ChangeKind;
import dev.codexrunner.events.EventParser;
import dev.codexrunner.events.ItemStatus;
import dev.codexrunner.events.TokenUsage;
import dev.codexrunner.outcome.Transcript.ChangedFile;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class TranscriptBuilderTest {

    private static final TranscriptLimits SMALL = new TranscriptLimits(3, 20, 40, 100, 50);

    private final EventParser parser = new EventParser();
    private TranscriptBuilder builder = new TranscriptBuilder();

    private void line(String json) {
        builder.accept(parser.read(json));
    }

    private void command(String event, String id, String output, String exitCode, String status) {
        line("{\"type\":\"item." + event + "\",\"item\":{\"id\":\"" + id
                + "\",\"type\":\"command_execution\",\"command\":\"c\"," + "\"aggregated_output\":\"" + output
                + "\",\"exit_code\":" + exitCode + ",\"status\":\"" + status + "\"}}");
    }

    private void patch(String id, String path, String kind, String status) {
        line("{\"type\":\"item.completed\",\"item\":{\"id\":\"" + id
                + "\",\"type\":\"file_change\",\"changes\":[{\"path\":\"" + path + "\",\"kind\":\"" + kind
                + "\"}],\"status\":\"" + status + "\"}}");
    }

    @Test
    void a_repeated_item_counts_once_and_an_open_one_stays_open() {
        command("started", "item_0", "", "null", "in_progress");
        command("started", "item_0", "", "null", "in_progress");
        command("completed", "item_0", "no", "1", "failed");
        command("completed", "item_0", "no", "1", "failed");
        command("started", "item_1", "", "null", "in_progress");
        command("completed", "item_2", "", "null", "declined");

        Transcript transcript = builder.transcript();
        assertThat(transcript.counts().commands()).isEqualTo(3);
        assertThat(transcript.counts().commandsFailed()).isEqualTo(1);
        assertThat(transcript.counts().commandsUnfinished()).isEqualTo(1);
        assertThat(transcript.counts().declined()).isEqualTo(1);
        assertThat(transcript.commands())
                .extracting("status")
                .containsExactly(ItemStatus.FAILED, ItemStatus.IN_PROGRESS, ItemStatus.DECLINED);
    }

    @Test
    void the_same_item_id_in_a_further_attempt_is_another_item() {
        line("{\"type\":\"thread.started\",\"thread_id\":\"a\"}");
        command("completed", "item_0", "", "0", "completed");
        line("{\"type\":\"turn.failed\",\"error\":{\"message\":\"x\"}}");
        line("{\"type\":\"thread.started\",\"thread_id\":\"b\"}");
        command("completed", "item_0", "", "0", "completed");

        assertThat(builder.transcript().counts().commands()).isEqualTo(2);
        assertThat(builder.transcript().turn()).isEqualTo(Transcript.TurnState.NONE);
        assertThat(builder.transcript().turnFailure()).isEmpty();
        assertThat(builder.transcript().threadId()).contains("b");
    }

    private static Occurrence line(long number) {
        return new Occurrence(number, OptionalLong.empty(), OptionalLong.empty());
    }

    @Test
    void patches_are_merged_per_path() {
        patch("item_0", "a", "add", "completed");
        patch("item_1", "a", "update", "completed");
        patch("item_2", "a", "delete", "failed");
        patch("item_3", "b", "update", "failed");

        assertThat(builder.transcript().fileChanges())
                .containsExactly(
                        new ChangedFile("a", ChangeKind.ADD, ItemStatus.COMPLETED, line(1)),
                        new ChangedFile("b", ChangeKind.UPDATE, ItemStatus.FAILED, line(4)));
        assertThat(builder.transcript().counts().patchesFailed()).isEqualTo(2);
    }

    @Test
    void beyond_its_limits_it_only_counts() {
        builder = new TranscriptBuilder(SMALL, UnaryOperator.identity());
        for (int i = 0; i < 10; i++) {
            command("started", "item_" + i, "", "null", "in_progress");
        }
        for (int i = 0; i < 10; i++) {
            command("completed", "item_" + i, "x".repeat(1_000), "0", "completed");
        }
        line("{\"type\":\"item.completed\",\"item\":{\"id\":\"item_x\",\"type\":\"agent_message\",\"text\":\""
                + "y".repeat(51) + "\"}}");

        Transcript transcript = builder.transcript();
        assertThat(transcript.commands()).hasSize(3);
        assertThat(transcript.commands().get(0).outputLength()).isEqualTo(1_000);
        assertThat(transcript.commands().get(0).output()).contains("960 characters left out");
        assertThat(transcript.counts().dropped()).isEqualTo(7);
        assertThat(transcript.finalMessage().orElseThrow().truncated()).isTrue();
    }

    @Test
    void a_text_is_redacted_before_it_is_cut() {
        builder = new TranscriptBuilder(SMALL, text -> text.replace("secretsecret", "***"));
        line("{\"type\":\"error\",\"message\":\"a long message: secretsecret\"}");

        assertThat(builder.transcript().errors()).containsExactly("a long message: ***");
    }

    @Test
    void usage_of_a_resumed_run_is_the_difference_or_unknown() {
        TokenUsage sum = new TokenUsage(300, 120, 0, 60, 15);
        TokenUsage before = new TokenUsage(100, 40, 0, 20, 5);

        assertThat(Usage.of(Optional.of(sum), false, Optional.empty()).run()).contains(sum);
        assertThat(Usage.of(Optional.of(sum), true, Optional.of(before)).run())
                .contains(new TokenUsage(200, 80, 0, 40, 10));
        assertThat(Usage.of(Optional.of(sum), true, Optional.empty()).run()).isEmpty();
        assertThat(Usage.of(Optional.of(before), true, Optional.of(sum)).run()).isEmpty();
        assertThat(Usage.of(Optional.of(TokenUsage.ZERO), false, Optional.empty()))
                .isEqualTo(Usage.UNKNOWN);
    }
}
