package dev.codexrunner.testkit.backend;

import dev.codexrunner.testkit.backend.OutputItem.ApplyPatch;
import dev.codexrunner.testkit.backend.OutputItem.EscalatedCommand;
import dev.codexrunner.testkit.backend.OutputItem.FunctionCall;
import dev.codexrunner.testkit.backend.OutputItem.Message;
import dev.codexrunner.testkit.backend.OutputItem.PlanStep;
import dev.codexrunner.testkit.backend.OutputItem.Reasoning;
import dev.codexrunner.testkit.backend.OutputItem.ShellCommand;
import dev.codexrunner.testkit.backend.OutputItem.UpdatePlan;
import dev.codexrunner.testkit.backend.OutputItem.WebSearch;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Ready scenarios; a prompt picks one as {@code [scenario:NAME]}. */
public final class Scenarios {

    private static final String PATCH = """
            *** Begin Patch
            *** Add File: new.txt
            +made by codex
            *** End Patch""";

    private Scenarios() {}

    /** A model that plays what the prompt names, else {@link #hello()}. */
    public static ScriptedModel byMarker() {
        return ScriptedModel.choosingByMarker(all(), hello());
    }

    /** One message. */
    public static Scenario hello() {
        return Scenario.of("hello", ModelTurn.message("Hello from the stand-in."));
    }

    /** All of them, each with a name of its own. */
    public static List<Scenario> all() {
        return List.of(
                hello(),
                Scenario.of(
                        "work",
                        ModelTurn.answer(new Reasoning("**Looking** around"), new ShellCommand("ls -1")),
                        ModelTurn.answer(new ApplyPatch(PATCH)),
                        ModelTurn.message("All done.")),
                Scenario.of(
                        "plan",
                        plan("in_progress", "pending"),
                        plan("completed", "in_progress"),
                        ModelTurn.message("Planned.")),
                Scenario.of("web_search", ModelTurn.answer(new WebSearch("java json"), new Message("Found it."))),
                Scenario.of("several_messages", ModelTurn.answer(new Message("First."), new Message("Second."))),
                Scenario.of(
                        "command_failed",
                        ModelTurn.answer(new ShellCommand("echo out; echo err >&2; exit 3")),
                        ModelTurn.message("It failed with 3.")),
                Scenario.of(
                        "command_declined",
                        ModelTurn.answer(new EscalatedCommand("touch /escalated", "need to write to the root")),
                        ModelTurn.message("I was not allowed.")),
                Scenario.of(
                        "sandbox_denied",
                        ModelTurn.answer(new ShellCommand("touch /usr/denied.txt")),
                        ModelTurn.message("The sandbox said no.")),
                Scenario.of(
                        "patch_failed",
                        ModelTurn.answer(
                                new ApplyPatch(
                                        "*** Begin Patch\n*** Update File: absent.txt\n@@\n-no such line\n+other\n*** End Patch")),
                        ModelTurn.message("The patch did not apply.")),
                Scenario.of(
                        "unknown_tool",
                        ModelTurn.answer(new FunctionCall("no_such_tool", Map.of())),
                        ModelTurn.message("There is no such tool.")),
                Scenario.of(
                        "print_environment",
                        ModelTurn.answer(new ShellCommand("env | sort")),
                        ModelTurn.message("Printed.")),
                Scenario.of(
                        "huge_output",
                        ModelTurn.answer(new ShellCommand("head -c 3000000 /dev/zero | tr '\\0' x")),
                        ModelTurn.message("That was a lot.")),
                Scenario.of("huge_message", ModelTurn.message("m".repeat(2_000_000))),
                Scenario.of(
                        "unicode_separators",
                        ModelTurn.message("one\u2028two\u2029three\u0085four\u001b[31mred\u0007\r::add-mask::x")),
                Scenario.of("long_command", ModelTurn.answer(new ShellCommand("sleep 600", 30_000))),
                Scenario.of("usage_limit", ServiceFailures.usageLimit()),
                Scenario.of("quota", ServiceFailures.quotaExceeded()),
                Scenario.of("rate_limited", ServiceFailures.rateLimited(1)),
                Scenario.of(
                        "rate_limited_once", ServiceFailures.rateLimited(1), ModelTurn.message("Second time lucky.")),
                Scenario.of("unauthorized", ServiceFailures.unauthorized()),
                Scenario.of("workspace_403", ServiceFailures.workspaceForbidden()),
                Scenario.of("server_error", ServiceFailures.serverError()),
                Scenario.of("bad_request", ServiceFailures.badRequest()),
                Scenario.of("context_window", ServiceFailures.contextWindowExceeded()),
                Scenario.of("capacity", ServiceFailures.atCapacity()),
                Scenario.of("stream_cut", new ModelTurn.CutStream(List.of(new Message("Half of")))),
                Scenario.of(
                        "stream_cut_once",
                        new ModelTurn.CutStream(List.of(new Message("Half of"))),
                        ModelTurn.message("The whole of it.")),
                Scenario.of("stream_stall", new ModelTurn.StallStream(List.of(new Message("Wait for")))),
                Scenario.of(
                        "slow",
                        new ModelTurn.SlowStream(
                                List.of(new Message("One."), new Message("Two."), new Message("Three.")),
                                Duration.ofSeconds(1))));
    }

    private static ModelTurn plan(String first, String second) {
        return ModelTurn.answer(new UpdatePlan(List.of(new PlanStep("one", first), new PlanStep("two", second))));
    }
}
