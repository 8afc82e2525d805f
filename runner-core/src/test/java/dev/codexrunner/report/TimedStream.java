package dev.codexrunner.report;

import dev.codexrunner.events.EventParser;
import dev.codexrunner.outcome.Transcript;
import dev.codexrunner.outcome.TranscriptBuilder;
import dev.codexrunner.outcome.TranscriptLimits;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import tools.jackson.databind.ObjectMapper;

/** A made-up stream and the moments at which its lines came. */
final class TimedStream {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final EventParser parser = new EventParser();
    private final TranscriptBuilder builder;
    private boolean timed = true;
    private long nowMs;
    private int items;

    TimedStream() {
        this(TranscriptLimits.DEFAULT);
    }

    TimedStream(TranscriptLimits limits) {
        builder = new TranscriptBuilder(limits, UnaryOperator.identity());
    }

    /** As a stream that was recorded by something else. */
    TimedStream withoutTimes() {
        timed = false;
        return this;
    }

    TimedStream at(long millis) {
        nowMs = millis;
        return this;
    }

    TimedStream thread(String id) {
        return line("{'type':'thread.started','thread_id':'" + id + "'}").line("{'type':'turn.started'}");
    }

    TimedStream completed(long input, long cached, long output, long reasoning) {
        return line("{'type':'turn.completed','usage':{'input_tokens':" + input + ",'cached_input_tokens':" + cached
                + ",'output_tokens':" + output + ",'reasoning_output_tokens':" + reasoning + "}}");
    }

    TimedStream failed(String message) {
        return line("{'type':'turn.failed','error':{'message':" + quoted(message) + "}}");
    }

    TimedStream error(String message) {
        return line("{'type':'error','message':" + quoted(message) + "}");
    }

    TimedStream command(String command, String output, int exitCode, long tookMs) {
        String head = "'type':'command_execution','command':" + quoted(command);
        return item(
                head + ",'aggregated_output':'','exit_code':null,'status':'in_progress'",
                head + ",'aggregated_output':" + quoted(output) + ",'exit_code':" + exitCode + ",'status':'"
                        + (exitCode == 0 ? "completed" : "failed") + "'",
                tookMs);
    }

    TimedStream declined(String command) {
        return ended("'type':'command_execution','command':" + quoted(command)
                + ",'aggregated_output':'','exit_code':null,'status':'declined'");
    }

    TimedStream unfinished(String command) {
        return line("{'type':'item.started','item':{'id':'item_" + items++ + "','type':'command_execution','command':"
                + quoted(command) + ",'aggregated_output':'','exit_code':null,'status':'in_progress'}}");
    }

    TimedStream patch(String status, String... pathsAndKinds) {
        StringBuilder changes = new StringBuilder();
        for (int i = 0; i < pathsAndKinds.length; i += 2) {
            changes.append(i == 0 ? "" : ",")
                    .append("{'path':" + quoted(pathsAndKinds[i]) + ",'kind':'" + pathsAndKinds[i + 1] + "'}");
        }
        String head = "'type':'file_change','changes':[" + changes + "],'status':";
        return item(head + "'in_progress'", head + "'" + status + "'", 40);
    }

    TimedStream call(String server, String tool, String arguments, String result, long tookMs) {
        String head = "'type':'mcp_tool_call','server':'" + server + "','tool':'" + tool + "','arguments':" + arguments;
        return item(
                head + ",'result':null,'error':null,'status':'in_progress'",
                head + ",'result':{'content':[{'type':'text','text':" + quoted(result)
                        + "}]},'error':null,'status':'completed'",
                tookMs);
    }

    TimedStream failedCall(String server, String tool, String message) {
        return ended("'type':'mcp_tool_call','server':'" + server + "','tool':'" + tool
                + "','arguments':{},'result':null,'error':{'message':" + quoted(message) + "},'status':'failed'");
    }

    TimedStream search(String query, long tookMs) {
        String search = "'type':'web_search','query':" + quoted(query) + ",'action':{'type':'search','query':"
                + quoted(query) + "}";
        return item(search, search, tookMs);
    }

    TimedStream says(String text) {
        return ended("'type':'agent_message','text':" + quoted(text));
    }

    TimedStream thinks(String text) {
        return ended("'type':'reasoning','text':" + quoted(text));
    }

    /** One plan in the whole stream; a step that is done begins with {@code +}. */
    TimedStream plan(String... steps) {
        StringBuilder list = new StringBuilder();
        for (String step : steps) {
            boolean done = step.startsWith("+");
            list.append(list.isEmpty() ? "" : ",")
                    .append("{'text':" + quoted(done ? step.substring(1) : step) + ",'completed':" + done + "}");
        }
        return line("{'type':'item.updated','item':{'id':'item_plan','type':'todo_list','items':[" + list + "]}}");
    }

    Transcript transcript() {
        return builder.transcript();
    }

    private TimedStream item(String begun, String done, long tookMs) {
        line("{'type':'item.started','item':{'id':'item_" + items + "'," + begun + "}}");
        nowMs += tookMs;
        return ended(done);
    }

    private TimedStream ended(String item) {
        return line("{'type':'item.completed','item':{'id':'item_" + items++ + "'," + item + "}}");
    }

    /** Texts are quoted already, with no apostrophe in them. */
    private TimedStream line(String json) {
        builder.accept(parser.read(json.replace('\'', '"')), timed ? OptionalLong.of(nowMs) : OptionalLong.empty());
        nowMs += 10;
        return this;
    }

    private static String quoted(String text) {
        return JSON.writeValueAsString(text).replace("'", "\\u0027");
    }
}
