package dev.codexrunner.events;

import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Writes an event of the runner's own as codex writes its. */
final class EventWriter {

    private static final JsonMapper JSON = new JsonMapper();

    private EventWriter() {}

    static String json(Event.CommandRecovered event) {
        Item.CommandExecution command = event.command();
        ObjectNode root = JSON.createObjectNode().put("type", Event.CommandRecovered.TYPE);
        ObjectNode item = root.putObject("item")
                .put("id", command.id())
                .put("type", "command_execution")
                .put("command", command.command())
                .put("aggregated_output", command.aggregatedOutput());
        command.exitCode().ifPresent(code -> item.put("exit_code", code));
        item.put("status", command.status().name().toLowerCase(Locale.ROOT));
        return JSON.writeValueAsString(root);
    }
}
