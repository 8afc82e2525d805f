package dev.codexrunner.events;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Something the agent said or did. Absent texts are empty, and the id is empty where codex gave none. */
public sealed interface Item {

    /** codex's own id, {@code item_7}; unique within one process of codex only. */
    String id();

    record AgentMessage(String id, String text) implements Item {}

    record Reasoning(String id, String text) implements Item {}

    /**
     * @param aggregatedOutput standard output and error as they came
     * @param exitCode empty while the command runs, and where codex gives none
     */
    record CommandExecution(String id, String command, String aggregatedOutput, OptionalInt exitCode, ItemStatus status)
            implements Item {}

    record FileChange(String id, List<Change> changes, ItemStatus status) implements Item {

        public FileChange {
            changes = List.copyOf(changes);
        }
    }

    /** One file of a {@link FileChange}. */
    record Change(String path, ChangeKind kind) {}

    /**
     * @param argumentsJson as JSON text
     * @param resultJson as JSON text
     * @param error the error's message, or its JSON text where it isn't a plain one
     */
    record McpToolCall(
            String id,
            String server,
            String tool,
            String argumentsJson,
            Optional<String> resultJson,
            Optional<String> error,
            ItemStatus status)
            implements Item {}

    /**
     * @param searchId the second {@code id} of the same object: codex writes that key twice here
     * @param actionJson as JSON text, empty where absent
     */
    record WebSearch(String id, Optional<String> searchId, String query, String actionJson) implements Item {}

    record TodoList(String id, List<Todo> items) implements Item {

        public TodoList {
            items = List.copyOf(items);
        }
    }

    /** One step of a {@link TodoList}. */
    record Todo(String text, boolean completed) {}

    /**
     * A call from one agent to another.
     *
     * @param raw the item as JSON text
     */
    record CollabToolCall(String id, String tool, ItemStatus status, String raw) implements Item {}

    /** A remark of codex about itself; the run goes on. */
    record ErrorItem(String id, String message) implements Item {}

    /**
     * A type that this version doesn't know.
     *
     * @param raw the item as JSON text
     */
    record UnknownItem(String id, String type, String raw) implements Item {}
}
