package dev.codexrunner.testkit.backend;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** Output items in the shape of the Responses API. */
final class OutputItemJson {

    private final JsonMapper json = JsonMapper.shared();

    Map<String, Object> of(OutputItem item) {
        if (item instanceof OutputItem.Message message) {
            return Map.of(
                    "type",
                    "message",
                    "role",
                    "assistant",
                    "id",
                    id("msg"),
                    "content",
                    List.of(Map.of("type", "output_text", "text", message.text())));
        }
        if (item instanceof OutputItem.Reasoning reasoning) {
            return Map.of(
                    "type", "reasoning",
                    "id", id("rs"),
                    "summary", List.of(Map.of("type", "summary_text", "text", reasoning.summary())));
        }
        if (item instanceof OutputItem.ShellCommand shell) {
            return function("exec_command", Map.of("cmd", shell.command(), "yield_time_ms", shell.yieldMillis()));
        }
        if (item instanceof OutputItem.EscalatedCommand escalated) {
            return function(
                    "exec_command",
                    Map.of(
                            "cmd", escalated.command(),
                            "sandbox_permissions", "require_escalated",
                            "justification", escalated.justification()));
        }
        if (item instanceof OutputItem.ApplyPatch patch) {
            return Map.of(
                    "type", "custom_tool_call",
                    "id", id("ctc"),
                    "call_id", id("call"),
                    "name", "apply_patch",
                    "input", patch.patch());
        }
        if (item instanceof OutputItem.UpdatePlan plan) {
            return function("update_plan", Map.of("plan", plan.steps()));
        }
        if (item instanceof OutputItem.WebSearch search) {
            return Map.of(
                    "type",
                    "web_search_call",
                    "id",
                    id("ws"),
                    "status",
                    "completed",
                    "action",
                    Map.of("type", "search", "query", search.query()));
        }
        if (item instanceof OutputItem.SpawnAgent agent) {
            Map<String, Object> call = function(
                    "spawn_agent", Map.of("task_name", agent.name(), "message", agent.task(), "fork_turns", "none"));
            call.put("namespace", "collaboration");
            return call;
        }
        OutputItem.FunctionCall call = (OutputItem.FunctionCall) item;
        return function(call.name(), call.arguments());
    }

    private Map<String, Object> function(String name, Map<String, Object> arguments) {
        Map<String, Object> call = new LinkedHashMap<>();
        call.put("type", "function_call");
        call.put("id", id("fc"));
        call.put("call_id", id("call"));
        call.put("name", name);
        call.put("arguments", json.writeValueAsString(arguments));
        return call;
    }

    private static String id(String prefix) {
        return prefix + "_" + UUID.randomUUID().toString().substring(0, 8);
    }
}
