package dev.codexrunner.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.events.Event.ItemCompleted;
import dev.codexrunner.events.Event.ItemStarted;
import dev.codexrunner.events.Event.ItemUpdated;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ItemReaderTest {

    private final EventParser parser = new EventParser();

    private ParsedLine read(String fields) {
        return parser.read("{\"type\":\"item.completed\",\"item\":{" + fields + "}}");
    }

    private Item item(String fields) {
        ParsedLine line = read(fields);
        assertThat(line.oddities()).isEmpty();
        return ((ItemCompleted) line.event()).item();
    }

    @Test
    void the_agent_s_words_are_read_whole() {
        assertThat(item("'id':'item_0','type':'agent_message','text':'done'".replace('\'', '"')))
                .isEqualTo(new Item.AgentMessage("item_0", "done"));
        assertThat(item("'id':'item_0','type':'reasoning','text':'hm'".replace('\'', '"')))
                .isEqualTo(new Item.Reasoning("item_0", "hm"));
        assertThat(item("'id':'item_0','type':'error','message':'odd'".replace('\'', '"')))
                .isEqualTo(new Item.ErrorItem("item_0", "odd"));
    }

    @Test
    void started_and_updated_items_are_told_from_completed_ones() {
        String item = "'item':{'id':'item_1','type':'agent_message','text':'t'}}".replace('\'', '"');
        Item.AgentMessage message = new Item.AgentMessage("item_1", "t");

        assertThat(parser.parse("{\"type\":\"item.started\"," + item)).isEqualTo(new ItemStarted(message));
        assertThat(parser.parse("{\"type\":\"item.updated\"," + item)).isEqualTo(new ItemUpdated(message));
    }

    @Test
    void an_item_event_without_its_item_is_an_unknown_event() {
        assertThat(parser.parse("{\"type\":\"item.completed\",\"item\":7}"))
                .isEqualTo(new Event.UnknownEvent("item.completed", "{\"type\":\"item.completed\",\"item\":7}"));
    }

    @Test
    void a_command_s_exit_code_beyond_an_int_is_none() {
        ParsedLine line = read(("'id':'i','type':'command_execution','command':'c','aggregated_output':'',"
                        + "'exit_code':4294967296,'status':'Completed'")
                .replace('\'', '"'));

        assertThat(line.oddities()).containsExactly("item.exit_code is out of range");
        assertThat(((ItemCompleted) line.event()).item())
                .isEqualTo(new Item.CommandExecution("i", "c", "", OptionalInt.empty(), ItemStatus.COMPLETED));
    }

    @Test
    void a_call_of_an_mcp_server_keeps_arguments_result_and_error() {
        String call =
                "'id':'item_3','type':'mcp_tool_call','server':'s','tool':'t','arguments':{'a':1},'status':'failed',";

        assertThat(item((call + "'result':null,'error':{'message':'boom'}").replace('\'', '"')))
                .isEqualTo(call(Optional.empty(), Optional.of("boom")));
        assertThat(item((call + "'result':{'content':[]},'error':null").replace('\'', '"')))
                .isEqualTo(call(Optional.of("{\"content\":[]}"), Optional.empty()));
        assertThat(item((call + "'error':'plain'").replace('\'', '"')))
                .isEqualTo(call(Optional.empty(), Optional.of("plain")));
        assertThat(item((call + "'error':{'code':5}").replace('\'', '"')))
                .isEqualTo(call(Optional.empty(), Optional.of("{\"code\":5}")));
    }

    private static Item call(Optional<String> result, Optional<String> error) {
        return new Item.McpToolCall("item_3", "s", "t", "{\"a\":1}", result, error, ItemStatus.FAILED);
    }

    @Test
    void a_plan_keeps_its_steps_and_which_are_done() {
        assertThat(item(("'id':'item_4','type':'todo_list','items':["
                                + "{'text':'one','completed':true},{'text':'two','completed':false},{'text':'three'}]")
                        .replace('\'', '"')))
                .isEqualTo(new Item.TodoList(
                        "item_4",
                        List.of(
                                new Item.Todo("one", true),
                                new Item.Todo("two", false),
                                new Item.Todo("three", false))));
    }

    @Test
    void a_patch_keeps_path_and_kind_of_each_change() {
        assertThat(item(("'id':'item_5','type':'file_change','status':'declined','changes':[{'path':'a','kind':'add'},"
                                + "{'path':'b','kind':'delete'},{'path':'c','kind':'update'},{'path':'d','kind':'?'}]")
                        .replace('\'', '"')))
                .isEqualTo(new Item.FileChange(
                        "item_5",
                        List.of(
                                new Item.Change("a", ChangeKind.ADD),
                                new Item.Change("b", ChangeKind.DELETE),
                                new Item.Change("c", ChangeKind.UPDATE),
                                new Item.Change("d", ChangeKind.UNKNOWN)),
                        ItemStatus.DECLINED));
    }

    @Test
    void a_list_that_is_none_and_entries_that_are_no_objects_are_noted() {
        ParsedLine none = read("'id':'i','type':'file_change','status':'failed','changes':{}".replace('\'', '"'));
        assertThat(none.oddities()).containsExactly("item.changes is no array");
        assertThat(((ItemCompleted) none.event()).item())
                .isEqualTo(new Item.FileChange("i", List.of(), ItemStatus.FAILED));

        ParsedLine mixed = read("'id':'i','type':'todo_list','items':[7,{'text':'t'}]".replace('\'', '"'));
        assertThat(mixed.oddities()).containsExactly("item.items holds no object");
        assertThat(((ItemCompleted) mixed.event()).item())
                .isEqualTo(new Item.TodoList("i", List.of(new Item.Todo("t", false))));
    }

    @Test
    void unknown_fields_of_items_and_of_usage_are_noted() {
        assertThat(read("'id':'i','type':'error','message':'m','colour':1".replace('\'', '"'))
                        .oddities())
                .containsExactly("item.colour is unknown");
        assertThat(parser.read(("{'type':'turn.completed','usage':{'input_tokens':1,'cached_input_tokens':2,"
                                        + "'output_tokens':3,'reasoning_output_tokens':4,'dreams':5}}")
                                .replace('\'', '"'))
                        .oddities())
                .containsExactly("usage.dreams is unknown");
    }

    @Test
    void what_is_unknown_as_a_whole_needs_no_note_for_each_field() {
        assertThat(read("'id':'i','type':'dance','steps':3".replace('\'', '"')).oddities())
                .isEmpty();
        assertThat(read("'id':'i','type':'collab_tool_call','tool':'spawn','extra':3".replace('\'', '"'))
                        .oddities())
                .isEmpty();
    }

    @Test
    void a_second_id_of_any_form_leaves_the_first_in_place() {
        Item.WebSearch search =
                (Item.WebSearch) item("'id':'ws_1','type':'web_search','id':'ws_2','query':'q'".replace('\'', '"'));
        assertThat(search.id()).isEqualTo("ws_1");
        assertThat(search.searchId()).contains("ws_2");
    }

    @Test
    void only_so_many_oddities_are_told_of_one_line() {
        StringBuilder fields = new StringBuilder("\"id\":\"i\",\"type\":\"error\",\"message\":\"m\"");
        for (int number = 0; number < EventParser.MAX_ODDITIES + 5; number++) {
            fields.append(",\"f").append(number).append("\":1");
        }
        assertThat(read(fields.toString()).oddities()).hasSize(EventParser.MAX_ODDITIES);
    }
}
