package dev.codexrunner.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.events.EventParser;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What a transcript tells of when things happened, and of what the agent said. */
class ItemTimesTest {

    private final EventParser parser = new EventParser();
    private TranscriptBuilder builder = new TranscriptBuilder();

    private void item(long atMs, String event, String fields) {
        String json = "{'type':'item." + event + "','item':{" + fields + "}}";
        builder.accept(parser.read(json.replace('\'', '"')), OptionalLong.of(atMs));
    }

    @Test
    void a_command_is_dated_by_its_start_and_lasts_to_its_end() {
        String command = "'id':'a','type':'command_execution','command':'c','aggregated_output':'','status':";
        item(1_000, "started", command + "'in_progress'");
        item(3_500, "completed", command + "'completed','exit_code':0");

        assertThat(builder.transcript().commands().get(0).when())
                .isEqualTo(new Occurrence(1, OptionalLong.of(1_000), OptionalLong.of(2_500)));
    }

    @Test
    void messages_and_reasoning_are_kept_in_their_order_each_once() {
        item(10, "completed", "'id':'r','type':'reasoning','text':'Hm.'");
        item(20, "started", "'id':'m','type':'agent_message','text':'Fir'");
        item(30, "completed", "'id':'m','type':'agent_message','text':'First.'");
        item(40, "completed", "'id':'n','type':'agent_message','text':'Second.'");

        Transcript transcript = builder.transcript();
        assertThat(transcript.reasoning()).extracting(Transcript.Said::text).containsExactly("Hm.");
        assertThat(transcript.messages()).extracting(Transcript.Said::text).containsExactly("First.", "Second.");
        assertThat(transcript.messages())
                .extracting(said -> said.when().startedMs().orElse(-1))
                .containsExactly(20L, 40L);
    }

    @Test
    void a_step_of_the_plan_is_dated_by_when_it_was_first_ticked_off() {
        String steps =
                "'id':'p','type':'todo_list','items':[{'text':'one','completed':%s},{'text':'two','completed':%s}]";
        item(1, "started", steps.formatted("false", "false"));
        item(2, "updated", steps.formatted("true", "false"));
        item(3, "completed", steps.formatted("true", "true"));

        assertThat(builder.transcript().todo())
                .containsExactly(
                        new Transcript.Todo("one", true, OptionalLong.of(2)),
                        new Transcript.Todo("two", true, OptionalLong.of(3)));
    }

    @Test
    void a_call_is_kept_with_what_it_was_given_and_what_came_back() {
        String call = "'id':'c','type':'mcp_tool_call','server':'s','tool':'t','arguments':{'q':1},'status':";
        item(1, "started", call + "'in_progress'");
        item(2, "completed", call + "'completed','result':{'content':[]}");

        Transcript.ToolCall kept = builder.transcript().toolCalls().get(0);
        assertThat(kept.arguments()).isEqualTo("{\"q\":1}");
        assertThat(kept.result()).contains("{\"content\":[]}");
    }

    @Test
    void what_the_agent_says_has_one_room_and_beyond_it_only_its_length_is_known() {
        builder = new TranscriptBuilder(new TranscriptLimits(10, 100, 40, 4 * 60, 100), UnaryOperator.identity());
        for (String id : List.of("a", "b", "c")) {
            item(1, "completed", "'id':'" + id + "','type':'reasoning','text':'" + "x".repeat(35) + "'");
        }

        assertThat(builder.transcript().reasoning())
                .extracting(Transcript.Said::length)
                .containsExactly(35L, 35L, 35L);
        assertThat(builder.transcript().reasoning())
                .extracting(said -> said.text().length())
                .satisfies(lengths -> assertThat(lengths.get(0)).isEqualTo(35))
                .satisfies(lengths -> assertThat(lengths.get(2)).isZero());
    }

    @Test
    void many_long_commands_are_kept_short_rather_than_dropped() {
        builder = new TranscriptBuilder(new TranscriptLimits(10, 1_000, 40, 2 * 1_500, 100), UnaryOperator.identity());
        for (String id : List.of("a", "b", "c")) {
            item(
                    1,
                    "completed",
                    "'id':'" + id + "','type':'command_execution','command':'" + "c".repeat(900) + "','exit_code':0");
        }

        assertThat(builder.transcript().commands())
                .extracting(command -> command.command())
                .satisfies(kept -> assertThat(kept.get(0)).hasSize(900))
                .satisfies(kept -> assertThat(kept.subList(1, 3))
                        .allSatisfy(cut -> assertThat(cut).hasSizeLessThan(160).contains("cut: ", "characters")));
        assertThat(builder.transcript().counts().dropped()).isZero();
    }
}
