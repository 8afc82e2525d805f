package dev.codexrunner.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.events.Event.ItemCompleted;
import dev.codexrunner.events.Event.MalformedLine;
import dev.codexrunner.events.Event.StreamError;
import dev.codexrunner.events.Event.TurnCompleted;
import dev.codexrunner.events.Event.TurnFailed;
import dev.codexrunner.events.Event.TurnStarted;
import dev.codexrunner.events.Event.UnknownEvent;
import java.util.List;
import java.util.OptionalInt;
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

    @Test
    void usage_needs_both_of_its_main_counts_and_no_more() {
        assertThat(parser.parse("{\"type\":\"turn.completed\",\"usage\":{\"input_tokens\":1,\"output_tokens\":2}}"))
                .isEqualTo(new TurnCompleted(java.util.Optional.of(new TokenUsage(1, 0, 0, 2, 0))));
        assertThat(parser.parse("{\"type\":\"turn.completed\",\"usage\":{\"input_tokens\":1}}"))
                .isEqualTo(new TurnCompleted(java.util.Optional.empty()));
        assertThat(parser.parse("{\"type\":\"turn.completed\",\"usage\":{\"output_tokens\":2}}"))
                .isEqualTo(new TurnCompleted(java.util.Optional.empty()));
    }

    @Test
    void a_known_event_without_a_field_it_needs_says_so() {
        assertThat(parser.read("{\"type\":\"error\"}").oddities()).containsExactly("message is missing");
        assertThat(parser.read("{\"type\":\"error\",\"message\":null}").oddities())
                .containsExactly("message is missing");
        assertThat(parser.read("{\"type\":\"error\",\"message\":\"m\"}").oddities())
                .isEmpty();
    }

    @Test
    void a_malformed_line_says_why_without_its_text() {
        assertThat(parser.parse("{\"type\":\"x\",\"a\":" + "[".repeat(1_000)))
                .extracting("reason")
                .isEqualTo("Its JSON is nested too deeply or holds a number that is too long.");
        assertThat(parser.parse("{\"secret")).extracting("reason").isEqualTo("Its JSON is broken.");
    }

    @Test
    void a_line_that_was_cut_is_judged_by_its_beginning() {
        String message = "{\"type\":\"item.completed\",\"item\":{\"type\":\"agent_message\",\"text\":\"aaa";

        assertThat(parser.read(new StreamLine(message, 9_000_000, true, true)))
                .isEqualTo(ParsedLine.of(new Event.OversizedLine(9_000_000, true)));
        assertThat(parser.read(new StreamLine(message.replace("completed", "updated"), 9, true, true))
                        .event())
                .isEqualTo(new Event.OversizedLine(9, false));
        assertThat(parser.read(new StreamLine(message.replace("agent_message", "reasoning"), 9, true, true))
                        .event())
                .isEqualTo(new Event.OversizedLine(9, false));
    }

    @Test
    void invalid_utf_8_is_noted_beside_what_else_is_odd() {
        String line = "{\"type\":\"turn.started\",\"mood\":\"\uFFFD\"}";

        assertThat(parser.read(new StreamLine(line, 40, false, false)).oddities())
                .containsExactly("mood is unknown", "the line is no valid UTF-8");
        assertThat(parser.read(new StreamLine(line, 40, false, true)).oddities())
                .containsExactly("mood is unknown");
    }

    @Test
    void the_characters_next_to_the_surrogates_and_whole_pairs_stay_as_they_are() {
        assertThat(parser.parse(
                        "{\"type\":\"error\",\"message\":\"\\ud7ff\\ue000\\ud83d\\ude00\\ud800\\udfff.\\udfff\"}"))
                .isEqualTo(new StreamError("\uD7FF\uE000\uD83D\uDE00\uD800\uDFFF.\uFFFD"));
        assertThat(parser.parse("{\"type\":\"error\",\"message\":\"\\ud800.\"}"))
                .isEqualTo(new StreamError("\uFFFD."));
    }

    @Test
    void a_command_from_codex_own_record_is_read_as_it_was_written() {
        for (OptionalInt code : List.of(OptionalInt.of(3), OptionalInt.empty())) {
            Event.CommandRecovered recovered = new Event.CommandRecovered(
                    new Item.CommandExecution("call_1", "exit 3", "a\n\"b\"\u2028", code, ItemStatus.FAILED));
            assertThat(new EventParser().read(recovered.toLine())).isEqualTo(ParsedLine.of(recovered));
        }
    }

    @Test
    void the_mark_of_a_further_attempt_is_read_as_it_was_written() {
        Event.AttemptStarted mark = new Event.AttemptStarted(2);
        assertThat(new EventParser().read(mark.toLine())).isEqualTo(ParsedLine.of(mark));
    }
}
