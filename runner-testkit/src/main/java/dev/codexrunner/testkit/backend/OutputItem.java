package dev.codexrunner.testkit.backend;

import java.util.List;
import java.util.Map;

/** Something that the scripted model says or asks codex to do. */
public sealed interface OutputItem {

    record Message(String text) implements OutputItem {}

    record Reasoning(String summary) implements OutputItem {}

    /** Runs a shell command by codex's exec_command tool; codex moves on after the yield time, in milliseconds. */
    record ShellCommand(String command, int yieldMillis) implements OutputItem {
        public ShellCommand(String command) {
            this(command, 10_000);
        }
    }

    /** Asks to run a shell command outside the sandbox. */
    record EscalatedCommand(String command, String justification) implements OutputItem {}

    /** A patch in codex's own {@code *** Begin Patch} format. */
    record ApplyPatch(String patch) implements OutputItem {}

    /** The plan: step to status (pending, in_progress, completed), in order. */
    record UpdatePlan(List<PlanStep> steps) implements OutputItem {
        public UpdatePlan {
            steps = List.copyOf(steps);
        }
    }

    record PlanStep(String step, String status) {}

    record WebSearch(String query) implements OutputItem {}

    /** Starts another agent that knows nothing of this one's talk. */
    record SpawnAgent(String name, String task) implements OutputItem {}

    /** Any other tool, such as an MCP tool or one that does not exist. */
    record FunctionCall(String name, Map<String, Object> arguments) implements OutputItem {
        public FunctionCall {
            arguments = Map.copyOf(arguments);
        }
    }
}
