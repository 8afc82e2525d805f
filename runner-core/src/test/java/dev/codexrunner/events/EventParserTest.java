package dev.codexrunner.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.events.Event.ItemCompleted;
import dev.codexrunner.events.Event.MalformedLine;
import dev.codexrunner.events.Event.StreamError;
import dev.codexrunner.events.Event.TurnCompleted;
import dev.codexrunner.events.Event.TurnFailed;
import dev.codexrunner.events.Event.TurnStarted;
import dev.codexrunner.events.Event.UnknownEvent;
import org.junit.jupiter.api.Test;

class EventParserTest {

    private final EventParser parser = new EventParser();

    @Test
    void a_web_search_keeps_its_item_id_beside_the_id_of_the_search() {
        Event event = parser.parse("{\"type\":\"item.completed\",\"item\":{\"id\":\"item_2\",\"type\":\"web_search\","
                + "\"id\":\"ws_5\",\"query\":\"java json\",\"action\":{\"type\":\"search\"}}}");

        Item.WebSearch search = (Item.WebSearch) ((ItemCompleted) event).item();
        assertThat(search.id()).isEqualTo("item_2");
        assertThat(search.searchId()).contains("ws_5");
        assertThat(search.actionJson()).isEqualTo("{\"type\":\"search\"}");
    }

    @Test
    void the_item_id_wins_even_where_it_comes_second() {
        Event event = parser.parse("{\"type\":\"item.completed\",\"item\":{\"id\":\"ws_5\",\"type\":\"web_search\","
                + "\"id\":\"item_2\",\"query\":\"q\"}}");

        Item.WebSearch search = (Item.WebSearch) ((ItemCompleted) event).item();
        assertThat(search.id()).isEqualTo("item_2");
        assertThat(search.searchId()).contains("ws_5");
    }

    @Test
    void an_unknown_type_is_a_value() {
        assertThat(parser.parse("{\"type\":\"turn.paused\",\"x\":1}"))
                .isEqualTo(new UnknownEvent("turn.paused", "{\"type\":\"turn.paused\",\"x\":1}"));
        ItemCompleted item = (ItemCompleted) parser.parse(
                "{\"type\":\"item.completed\",\"item\":{\"id\":\"item_1\",\"type\":\"dance\",\"steps\":3}}");
        assertThat(item.item())
                .isEqualTo(
                        new Item.UnknownItem("item_1", "dance", "{\"id\":\"item_1\",\"type\":\"dance\",\"steps\":3}"));
    }

    @Test
    void unknown_fields_are_named_and_the_rest_is_read() {
        ParsedLine line = parser.read("{\"type\":\"turn.started\",\"mood\":\"good\"}");

        assertThat(line.event()).isEqualTo(new TurnStarted());
        assertThat(line.oddities()).containsExactly("mood is unknown");
    }

    @Test
    void missing_and_wrong_typed_fields_are_tolerated() {
        ParsedLine line = parser.read("{\"type\":\"item.completed\",\"item\":{\"id\":7,\"type\":\"command_execution\","
                + "\"aggregated_output\":[1],\"exit_code\":\"no\",\"status\":\"melted\"}}");

        Item.CommandExecution command = (Item.CommandExecution) ((ItemCompleted) line.event()).item();
        assertThat(command.command()).isEmpty();
        assertThat(command.exitCode()).isEmpty();
        assertThat(command.status()).isEqualTo(ItemStatus.UNKNOWN);
        assertThat(command.aggregatedOutput()).isEqualTo("[1]");
        assertThat(line.oddities()).hasSize(4);
    }

    @Test
    void usage_without_its_main_counts_is_unknown_rather_than_nought() {
        assertThat(parser.parse("{\"type\":\"turn.completed\",\"usage\":{\"input_tokens\":1e400,\"output_tokens\":2}}"))
                .isEqualTo(new TurnCompleted(java.util.Optional.empty()));
        assertThat(parser.parse("{\"type\":\"turn.completed\"}"))
                .isEqualTo(new TurnCompleted(java.util.Optional.empty()));
    }

    @Test
    void a_turn_failure_without_its_message_is_still_a_turn_failure() {
        assertThat(parser.parse("{\"type\":\"turn.failed\"}")).isEqualTo(new TurnFailed(""));
        assertThat(parser.parse("{\"type\":\"turn.failed\",\"error\":\"boom\"}"))
                .isEqualTo(new TurnFailed("boom"));
    }

    @Test
    void half_a_surrogate_pair_is_replaced_since_no_writer_could_write_it() {
        assertThat(parser.parse("{\"type\":\"error\",\"message\":\"a\\ud83d b\\u0000c\\u2028d\"}"))
                .isEqualTo(new StreamError("a\uFFFD b\u0000c\u2028d"));
    }

    @Test
    void a_byte_order_mark_is_passed_over() {
        assertThat(parser.parse("\uFEFF{\"type\":\"turn.started\"}")).isEqualTo(new TurnStarted());
    }

    @Test
    void lines_that_are_no_object_are_malformed() {
        for (String line : new String[] {
            "",
            " ",
            "null",
            "[]",
            "3",
            "{",
            "{\"type\":",
            "hello",
            "{\"type\":\"turn.started\"} {}",
            "{\"a\":1e}",
            "\u0000"
        }) {
            assertThat(parser.parse(line)).as(line).isInstanceOf(MalformedLine.class);
        }
    }

    @Test
    void endless_nesting_is_malformed_and_no_stack_overflow() {
        String deep = "{\"type\":\"x\",\"a\":" + "[".repeat(1_000_000);
        assertThat(parser.parse(deep)).isInstanceOf(MalformedLine.class);
    }

    @Test
    void a_number_of_a_million_digits_is_malformed() {
        assertThat(parser.parse("{\"type\":\"turn.started\",\"n\":" + "9".repeat(1_000_000) + "}"))
                .isInstanceOf(MalformedLine.class);
    }

    @Test
    void the_journal_s_own_note_of_an_oversized_line_reads_back() {
        Event.OversizedLine line = new Event.OversizedLine(123, true);
        assertThat(parser.parse(line.toJson())).isEqualTo(line);
    }
}
