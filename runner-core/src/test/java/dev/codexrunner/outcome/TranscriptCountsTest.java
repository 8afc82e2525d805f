package dev.codexrunner.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.codexrunner.events.EventParser;
import dev.codexrunner.events.ItemStatus;
import dev.codexrunner.events.ParsedLine;
import dev.codexrunner.events.StreamLine;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class TranscriptCountsTest {

    private final EventParser parser = new EventParser();
    private TranscriptBuilder builder = new TranscriptBuilder();

    private void line(String json) {
        builder.accept(parser.read(json.replace('\'', '"')));
    }

    private void item(String event, String fields) {
        line("{'type':'item." + event + "','item':{" + fields + "}}");
    }

    private TranscriptCounts counts() {
        return builder.transcript().counts();
    }

    @Test
    void lines_turns_and_messages_are_counted() {
        line("{'type':'thread.started','thread_id':'t'}");
        for (int turn = 0; turn < 2; turn++) {
            line("{'type':'turn.started'}");
            item("started", "'id':'m" + turn + "','type':'agent_message','text':''");
            item("completed", "'id':'m" + turn + "','type':'agent_message','text':'done'");
            line("{'type':'turn.completed'}");
            line("{'type':'turn.failed','error':{'message':'x'}}");
        }

        assertThat(counts().lines()).isEqualTo(11);
        assertThat(counts().turnsStarted()).isEqualTo(2);
        assertThat(counts().turnsCompleted()).isEqualTo(2);
        assertThat(counts().turnsFailed()).isEqualTo(2);
        assertThat(counts().agentMessages()).isEqualTo(2);
    }

    @Test
    void errors_reconnects_and_what_can_t_be_understood_are_counted_apart() {
        for (int twice = 0; twice < 2; twice++) {
            line("{'type':'error','message':'Reconnecting... 1/5 (x)'}");
            line("{'type':'error','message':'boom'}");
            item("completed", "'id':'','type':'error','message':'a remark'");
            item("completed", "'id':'','type':'dance'");
            line("{'type':'turn.paused'}");
            line("{'type'");
            line("{'type':'turn.started','mood':1,'wind':2}");
            builder.accept(parser.read(new StreamLine("x", 9_000_000, true, true)));
        }

        assertThat(counts().reconnects()).isEqualTo(2);
        assertThat(counts().errors()).isEqualTo(4);
        assertThat(counts().unknownItems()).isEqualTo(2);
        assertThat(counts().unknownEvents()).isEqualTo(2);
        assertThat(counts().malformedLines()).isEqualTo(2);
        assertThat(counts().oversizedLines()).isEqualTo(2);
        assertThat(counts().oddities()).isEqualTo(4);
        assertThat(builder.transcript().errors()).containsExactly("boom", "a remark", "boom", "a remark");
    }

    @Test
    void only_codex_s_own_words_for_dropped_events_are_a_gap() {
        item("completed", "'id':'','type':'error','message':'Receiver lagged; 3 EVENTS lost'");
        item("completed", "'id':'','type':'error','message':'dropped part of the stream'");
        item("completed", "'id':'','type':'error','message':'the connection was dropped'");
        item("completed", "'id':'','type':'error','message':'no such event'");
        item("started", "'id':'','type':'error','message':'dropped events'");

        assertThat(counts().eventGaps()).isEqualTo(2);
        assertThat(builder.transcript().gaps())
                .containsExactly("Receiver lagged; 3 EVENTS lost", "dropped part of the stream");
        assertThat(counts().errors()).isEqualTo(4);
    }

    @Test
    void a_patch_is_counted_once_and_by_how_it_ended() {
        String patch = "'type':'file_change','changes':[{'path':'p','kind':'add'}],'status':";
        item("started", "'id':'a'," + patch + "'in_progress'");
        item("completed", "'id':'a'," + patch + "'failed'");
        item("completed", "'id':'a'," + patch + "'failed'");
        item("completed", "'id':'b'," + patch + "'declined'");
        item("updated", "'id':'c'," + patch + "'failed'");
        item("started", "'id':'d'," + patch + "'in_progress'");

        assertThat(counts().patches()).isEqualTo(4);
        assertThat(counts().patchesFailed()).isEqualTo(2);
        assertThat(counts().declined()).isEqualTo(1);
    }

    @Test
    void calls_of_servers_and_of_other_agents_are_counted_and_kept() {
        String call = "'type':'mcp_tool_call','server':'s','tool':'t','arguments':{},'status':";
        item("started", "'id':'a'," + call + "'in_progress'");
        item("completed", "'id':'a'," + call + "'failed','error':{'message':'boom'}");
        item("completed", "'id':'a'," + call + "'failed'");
        item("completed", "'id':'b'," + call + "'declined'");
        item("updated", "'id':'c','type':'collab_tool_call','tool':'spawn','status':'failed'");
        item("completed", "'id':'d','type':'collab_tool_call','tool':'spawn','status':'completed'");

        assertThat(counts().toolCalls()).isEqualTo(4);
        assertThat(counts().toolCallsFailed()).isEqualTo(2);
        assertThat(counts().declined()).isEqualTo(1);
        assertThat(builder.transcript().toolCalls())
                .hasSize(4)
                .extracting("id", "server", "tool", "status", "arguments")
                .contains(tuple("b", "s", "t", ItemStatus.DECLINED, "{}"))
                .contains(tuple(
                        "d",
                        "",
                        "spawn",
                        ItemStatus.COMPLETED,
                        "{\"id\":\"d\",\"type\":\"collab_tool_call\","
                                + "\"tool\":\"spawn\",\"status\":\"completed\"}"));
    }

    @Test
    void searches_and_the_plan_are_kept() {
        item("started", "'id':'a','type':'web_search','query':''");
        item("completed", "'id':'a','type':'web_search','query':'q'");
        item("completed", "'id':'b','type':'web_search','query':'r'");
        item("updated", "'id':'c','type':'todo_list','items':[{'text':'one','completed':true}]");

        assertThat(counts().searches()).isEqualTo(2);
        assertThat(builder.transcript().searches())
                .extracting("id", "query")
                .containsExactly(tuple("a", "q"), tuple("b", "r"));
        assertThat(builder.transcript().todo()).containsExactly(new Transcript.Todo("one", true, OptionalLong.empty()));
    }

    @Test
    void a_command_that_failed_by_its_code_or_by_its_word_counts_as_failed() {
        String command = "'type':'command_execution','command':'c','aggregated_output':'',";
        item("completed", "'id':'a'," + command + "'exit_code':3,'status':'completed'");
        item("completed", "'id':'b'," + command + "'exit_code':0,'status':'failed'");
        item("updated", "'id':'c'," + command + "'exit_code':0,'status':'completed'");
        item("completed", "'id':'d'," + command + "'exit_code':0,'status':'in_progress'");

        assertThat(counts().commands()).isEqualTo(4);
        assertThat(counts().commandsFailed()).isEqualTo(2);
        assertThat(counts().commandsUnfinished()).isZero();
    }

    @Test
    void every_list_drops_by_its_own_bound_and_the_sum_is_told() {
        builder = new TranscriptBuilder(new TranscriptLimits(2, 100, 100, 100, 100), UnaryOperator.identity());
        for (int number = 0; number < 4; number++) {
            String id = "'id':'i" + number + "',";
            item("completed", id + "'type':'web_search','query':'q'");
            item("completed", id + "'type':'mcp_tool_call','server':'s','tool':'t','status':'completed'");
            item(
                    "completed",
                    id + "'type':'file_change','status':'completed','changes':[{'path':'p" + number
                            + "','kind':'add'}]");
            item("completed", id + "'type':'error','message':'dropped events'");
            item("completed", id + "'type':'command_execution','command':'c','exit_code':0,'status':'completed'");
        }
        item(
                "completed",
                "'id':'t','type':'todo_list','items':[{'text':'1'},{'text':'2'},{'text':'3'},{'text':'4'},{'text':'5'}]");

        // Of four each 2: searches, calls, files, patches, errors, gaps and commands; of five steps 3.
        assertThat(counts().dropped()).isEqualTo(7 * 2 + 3);
        assertThat(builder.transcript().todo()).hasSize(2);
        assertThat(builder.transcript().errors()).hasSize(2);
    }

    @Test
    void what_only_stderr_tells_comes_on_top_of_the_counts_in_a_report() {
        item("completed", "'id':'a','type':'file_change','changes':[],'status':'failed'");
        item("completed", "'id':'b','type':'command_execution','command':'c','status':'declined'");
        Transcript told = builder.transcript().including(new StderrSummary(3, 5, 1, ""));

        assertThat(told.counts().patches()).isEqualTo(4);
        assertThat(told.counts().patchesFailed()).isEqualTo(4);
        assertThat(told.counts().declined()).isEqualTo(6);
        assertThat(told.counts().commands()).isEqualTo(1);
        assertThat(told.commands()).isEqualTo(builder.transcript().commands());
    }

    @Test
    void an_empty_thread_id_is_none() {
        builder.accept(ParsedLine.of(new dev.codexrunner.events.Event.ThreadStarted("")));
        assertThat(builder.transcript().threadId()).isEmpty();
    }
}
