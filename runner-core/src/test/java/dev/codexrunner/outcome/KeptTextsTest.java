package dev.codexrunner.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.outcome.Transcript.FinalMessage;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class KeptTextsTest {

    private static final TranscriptLimits LIMITS = new TranscriptLimits(3, 4, 8, 20, 6);
    private static final KeptTexts TEXTS = new KeptTexts(LIMITS, text -> text.replace("key", "***"));

    @Test
    void a_final_message_is_raw_where_it_is_whole_and_redacted_where_it_is_cut() {
        assertThat(TEXTS.finalMessage("my key")).isEqualTo(new FinalMessage("my key", 6));
        assertThat(TEXTS.finalMessage("a key s")).isEqualTo(new FinalMessage("a *** ", 7));
        assertThat(TEXTS.finalMessage("a key s").truncated()).isTrue();
        assertThat(TEXTS.finalMessage("my key").truncated()).isFalse();
    }

    @Test
    void without_room_no_output_is_kept() {
        assertThat(TEXTS.headAndTail("abc", 0)).isEmpty();
        assertThat(TEXTS.headAndTail("abc", 1)).isEqualTo("\n[... 3 characters left out ...]\n");
    }

    @Test
    void the_output_of_all_commands_has_one_room_together() {
        TranscriptItems items = new TranscriptItems(LIMITS, new KeptTexts(LIMITS, UnaryOperator.identity()));
        for (String id : new String[] {"a", "b", "c"}) {
            items.command(
                    id,
                    new Moment(1, java.util.OptionalLong.empty()),
                    new dev.codexrunner.events.Item.CommandExecution(
                            id,
                            "long command",
                            "12345678",
                            java.util.OptionalInt.of(0),
                            dev.codexrunner.events.ItemStatus.COMPLETED),
                    true);
        }
        // 20 in all: 8, 8, and of the third the 4 that are left.
        assertThat(items.commands())
                .extracting(Transcript.Command::output)
                .containsExactly("12345678", "12345678", "12\n[... 4 characters left out ...]\n78");
        assertThat(items.commands().get(0).command()).isEqualTo("long");
    }
}
