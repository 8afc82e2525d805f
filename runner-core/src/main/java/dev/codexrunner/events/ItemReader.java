package dev.codexrunner.events;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Makes an {@link Item} of the fields of one {@code item} object. A new item type goes here and into {@link Item}. */
final class ItemReader {

    private static final Pattern ITEM_ID = Pattern.compile("item_\\d+");

    private ItemReader() {}

    static Item read(JsonFields fields) {
        String type = fields.text("type");
        String id = itemId(fields);
        Item item = switch (type) {
            case "agent_message" -> new Item.AgentMessage(id, fields.text("text"));
            case "reasoning" -> new Item.Reasoning(id, fields.text("text"));
            case "command_execution" -> command(id, fields);
            case "file_change" -> fileChange(id, fields);
            case "mcp_tool_call" -> mcpToolCall(id, fields);
            case "web_search" -> webSearch(id, fields);
            case "todo_list" -> todoList(id, fields);
            case "error" -> new Item.ErrorItem(id, fields.text("message"));
            case "collab_tool_call" ->
                new Item.CollabToolCall(id, fields.optionalText("tool").orElse(""), status(fields), fields.raw());
            default -> new Item.UnknownItem(id, type, fields.raw());
        };
        if (!(item instanceof Item.UnknownItem || item instanceof Item.CollabToolCall)) {
            fields.noteUnknown();
        }
        return item;
    }

    /** codex writes {@code id} twice into a web search: its own first, the search's second. */
    private static String itemId(JsonFields fields) {
        String id = fields.optionalText("id").orElse("");
        Optional<String> second = fields.secondText("id");
        boolean swapped = !ITEM_ID.matcher(id).matches()
                && second.filter(other -> ITEM_ID.matcher(other).matches()).isPresent();
        return swapped ? second.get() : id;
    }

    private static Item command(String id, JsonFields fields) {
        return new Item.CommandExecution(
                id,
                fields.text("command"),
                fields.optionalText("aggregated_output").orElse(""),
                fields.integer("exit_code"),
                status(fields));
    }

    private static Item fileChange(String id, JsonFields fields) {
        return new Item.FileChange(
                id, fields.objects("changes").stream().map(ItemReader::change).toList(), status(fields));
    }

    private static Item.Change change(JsonFields fields) {
        ChangeKind kind = switch (fields.text("kind")) {
            case "add" -> ChangeKind.ADD;
            case "update" -> ChangeKind.UPDATE;
            case "delete" -> ChangeKind.DELETE;
            default -> ChangeKind.UNKNOWN;
        };
        return new Item.Change(fields.text("path"), kind);
    }

    private static Item mcpToolCall(String id, JsonFields fields) {
        Optional<String> error = fields.value("error")
                .map(value -> value.isObject() ? value.path("message") : value)
                .filter(JsonNode::isString)
                .map(value -> JsonFields.clean(value.stringValue()))
                .or(() -> nonEmpty(fields.jsonText("error")));
        return new Item.McpToolCall(
                id,
                fields.text("server"),
                fields.text("tool"),
                fields.jsonText("arguments"),
                nonEmpty(fields.jsonText("result")),
                error,
                status(fields));
    }

    private static Item webSearch(String id, JsonFields fields) {
        Optional<String> searchId = fields.secondText("id")
                .map(second -> second.equals(id) ? fields.optionalText("id").orElse("") : second);
        return new Item.WebSearch(id, searchId, fields.optionalText("query").orElse(""), fields.jsonText("action"));
    }

    private static Item todoList(String id, JsonFields fields) {
        return new Item.TodoList(
                id,
                fields.objects("items").stream()
                        .map(todo -> new Item.Todo(todo.text("text"), todo.flag("completed")))
                        .toList());
    }

    private static ItemStatus status(JsonFields fields) {
        return switch (fields.optionalText("status").orElse("").toLowerCase(Locale.ROOT)) {
            case "in_progress" -> ItemStatus.IN_PROGRESS;
            case "completed" -> ItemStatus.COMPLETED;
            case "failed" -> ItemStatus.FAILED;
            case "declined" -> ItemStatus.DECLINED;
            default -> ItemStatus.UNKNOWN;
        };
    }

    private static Optional<String> nonEmpty(String text) {
        return Optional.of(text).filter(value -> !value.isEmpty());
    }
}
