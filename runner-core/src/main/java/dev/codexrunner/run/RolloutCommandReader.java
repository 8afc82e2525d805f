package dev.codexrunner.run;

import dev.codexrunner.events.Item;
import dev.codexrunner.events.ItemStatus;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Folds a rollout file's lines into {@link RolloutCommands}. In bounded memory; not thread-safe. */
final class RolloutCommandReader {

    /** So many commands without an event are kept, and so many calls without an output. */
    static final int MOST = 100;

    /** codex's own head of an output, before whatever the command wrote. */
    private static final Pattern HEAD = Pattern.compile(
            "\\AChunk ID: \\w{1,40}\\nWall time: [^\\n]{1,40}\\nProcess (?:exited with code (-?\\d{1,9})|running)[^\\n]{0,80}\\n");

    private static final String OUTPUT = "\nOutput:\n";

    /** What stands in the place of a command of which an event told already. */
    private static final String TOLD = "";

    private static final JsonMapper JSON = new JsonMapper();

    private final Map<String, String> called = new LinkedHashMap<>();
    private final Map<String, Item.CommandExecution> untold = new LinkedHashMap<>();
    private long ran;

    /** One more line; one that says nothing of commands, or can't be read, changes nothing. */
    void accept(String line) {
        if (!line.contains("\"function_call") && !line.contains("\"CommandExecution\"")) {
            return;
        }
        try {
            JsonNode payload = JSON.readTree(line).path("payload");
            String id = payload.path("call_id").asString("");
            switch (payload.path("type").asString("")) {
                case "function_call" -> call(id, payload);
                case "function_call_output" -> output(id, payload.path("output").asString(""));
                case "item_completed" -> told(payload.path("item"));
                default -> {}
            }
        } catch (JacksonException unreadable) {
            // codex owns this file: what isn't understood is not there
        }
    }

    private void call(String id, JsonNode payload) {
        if (payload.path("name").asString("").equals("exec_command") && called.size() < MOST) {
            String command = JSON.readTree(payload.path("arguments").asString("{}"))
                    .path("cmd")
                    .asString("");
            called.put(id, command);
        }
    }

    private void output(String id, String text) {
        @Nullable String command = called.get(id);
        Matcher head = HEAD.matcher(text);
        if (command == null || !head.find()) {
            called.remove(id);
            return;
        }
        ran++;
        boolean ended = head.group(1) != null;
        if (ended && !command.equals(TOLD) && untold.size() < MOST) {
            untold.put(id, ended(id, command, Integer.parseInt(head.group(1)), text));
        }
        called.remove(id);
    }

    private static Item.CommandExecution ended(String id, String command, int code, String text) {
        int output = text.indexOf(OUTPUT);
        return new Item.CommandExecution(
                id,
                command,
                output < 0 ? "" : text.substring(output + OUTPUT.length()),
                OptionalInt.of(code),
                code == 0 ? ItemStatus.COMPLETED : ItemStatus.FAILED);
    }

    /** The event may come before the output or, on a busy machine, after it. */
    private void told(JsonNode item) {
        if (item.path("type").asString("").equals("CommandExecution")) {
            String id = item.path("id").asString("");
            untold.remove(id);
            called.replace(id, TOLD);
        }
    }

    RolloutCommands commands() {
        return new RolloutCommands(ran, new ArrayList<>(untold.values()));
    }
}
