package dev.codexrunner.acceptance;

import dev.codexrunner.testkit.backend.ModelTurn;
import dev.codexrunner.testkit.backend.OutputItem.ApplyPatch;
import dev.codexrunner.testkit.backend.OutputItem.Message;
import dev.codexrunner.testkit.backend.OutputItem.ShellCommand;
import dev.codexrunner.testkit.backend.OutputItem.SpawnAgent;
import dev.codexrunner.testkit.backend.Scenario;
import dev.codexrunner.testkit.backend.Scenarios;
import dev.codexrunner.testkit.backend.ScriptedModel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** What the scripted model plays in these tests, beyond the testkit's own scenarios. */
final class Scripts {

    /** Says through a named pipe in the working folder that it runs, and then never ends. */
    static final String RUNS_ON = "runs_on";

    /** Prints its environment so that no redactor knows it again: each line from right to left. */
    static final String ENVIRONMENT_BACKWARDS = "environment_backwards";

    /** Prints its environment, what /proc tells of the run, and every file around it. */
    static final String ALL_IN_REACH = "all_in_reach";

    /** The same, each line from right to left, so that no redactor knows it again. */
    static final String ALL_IN_REACH_BACKWARDS = "all_in_reach_backwards";

    /** Of the processes only those of this run: other people's are no business of a test. */
    private static final String PRINT_PROCESSES = """
            { env
              for process in $(grep -lF "${PWD%/*}/" /proc/[0-9]*/environ | cut -d/ -f3); do
                tr '\\0' '\\n' </proc/$process/environ; echo
                tr '\\0' '\\n' </proc/$process/cmdline; echo
              done
            } 2>/dev/null""";

    /** HOME, the checkout, the report and the runner's own files lie beside the working folder; git's samples are dull. */
    private static final String PRINT_FILES = """
            run=${PWD%/*}
            find "$run.secret-id" "$run" -type f -size -100k ! -path '*/hooks/*' ! -path '*/.local/*' \\
              ! -path "$run/report/*" -exec cat {} + 2>/dev/null""";

    /** What is large in codex's home is its list of models. */
    private static final String PRINT_CODEX_HOME = """
            find "$HOME/.local" "${PWD%/*}/report" -type f -size -30k -exec cat {} + 2>/dev/null""";

    /** Uses 120 tokens, and then says nothing more. */
    static final String SPENDS_AND_STALLS = "spends_and_stalls";

    static final String STARTED_PIPE = "started.pipe";

    /** Runs one command after the other, a hundred of them. */
    static final String COMMAND_AFTER_COMMAND = "command_after_command";

    static final String WRITES_THREE_FILES = "writes_three_files";

    static final String PATCHES_WORKFLOW = "patches_workflow";

    /** Runs {@link #TASK_SCRIPT} of the working folder. */
    static final String RUNS_TASK_SCRIPT = "runs_task_script";

    static final String TASK_SCRIPT = "task.sh";

    /** Runs six commands at once, and then six more. */
    static final String COMMANDS_AT_ONCE = "commands_at_once";

    /** Runs a command that never ends by itself, and then another one. */
    static final String COMMAND_AFTER_A_LOST_ONE = "command_after_a_lost_one";

    /** Links AGENTS.md to the environment of who reads it, and starts another agent, which is to obey it. */
    static final String INSTRUCTS_ANOTHER_AGENT = "instructs_another_agent";

    static final String OTHER_AGENTS_TASK = "The other agent's task.";

    /** Moves a link to the environment of who reads it by a patch, so that its content stands in a file. */
    static final String PATCHES_THE_ENVIRONMENT = "patches_the_environment";

    private static final String ENVIRONMENT_PATCH = """
            *** Begin Patch
            *** Update File: link
            *** Move to: moved
            @@
            +and more
            *** End Patch""";

    private static final String WORKFLOW_PATCH = """
            *** Begin Patch
            *** Update File: .github/workflows/ci.yml
            @@
            -on: push
            +on: pull_request_target
            *** End Patch""";

    private Scripts() {}

    static ScriptedModel standard() {
        return with(List.of());
    }

    static ScriptedModel with(List<Scenario> more) {
        List<Scenario> all = new ArrayList<>(Scenarios.all());
        all.add(Scenario.of(
                RUNS_ON,
                ModelTurn.answer(new ShellCommand("echo started > " + STARTED_PIPE + "; sleep 600", 30_000)),
                ModelTurn.message("It has come to its end.")));
        all.add(Scenario.of(
                ENVIRONMENT_BACKWARDS,
                ModelTurn.answer(new ShellCommand("env | rev | sort")),
                ModelTurn.message("Printed.")));
        all.add(printing(ALL_IN_REACH, ""));
        all.add(printing(ALL_IN_REACH_BACKWARDS, " | rev"));
        all.add(Scenario.of(
                SPENDS_AND_STALLS,
                ModelTurn.answer(new ShellCommand("true")),
                new ModelTurn.StallStream(List.of(new Message("Wait for")))));
        all.add(Scenario.of("answer_of_the_wrong_type", ModelTurn.message("{\"answer\": 42}")));
        all.add(Scenario.of(
                COMMAND_AFTER_COMMAND,
                Collections.nCopies(100, ModelTurn.answer(new ShellCommand("true")))
                        .toArray(ModelTurn[]::new)));
        all.add(Scenario.of(
                WRITES_THREE_FILES,
                ModelTurn.answer(new ShellCommand("touch one two three")),
                ModelTurn.message("Written.")));
        all.add(Scenario.of(
                PATCHES_WORKFLOW, ModelTurn.answer(new ApplyPatch(WORKFLOW_PATCH)), ModelTurn.message("Patched.")));
        all.add(Scenario.of(
                RUNS_TASK_SCRIPT,
                ModelTurn.answer(new ShellCommand("sh ./" + TASK_SCRIPT)),
                ModelTurn.message("Done as told.")));
        all.add(Scenario.of(COMMANDS_AT_ONCE, commandsAtOnce(), commandsAtOnce(), ModelTurn.message("All have run.")));
        all.add(Scenario.of(
                COMMAND_AFTER_A_LOST_ONE,
                ModelTurn.answer(new ShellCommand("echo started > " + STARTED_PIPE + "; sleep 600", 30_000)),
                ModelTurn.answer(new ShellCommand("true")),
                ModelTurn.message("One was lost.")));
        all.add(Scenario.of(
                INSTRUCTS_ANOTHER_AGENT,
                ModelTurn.answer(new ShellCommand("ln -sf /proc/self/environ AGENTS.md")),
                ModelTurn.answer(new SpawnAgent("other", OTHER_AGENTS_TASK)),
                ModelTurn.answer(new ShellCommand("sleep 3")),
                ModelTurn.message("Both are done.")));
        all.add(Scenario.of(
                PATCHES_THE_ENVIRONMENT,
                ModelTurn.answer(new ShellCommand("ln -s /proc/self/environ link")),
                ModelTurn.answer(new ApplyPatch(ENVIRONMENT_PATCH)),
                ModelTurn.answer(new ShellCommand("tr '\\0' '\\n' <moved | rev")),
                ModelTurn.message("Moved.")));
        all.add(HostileText.scenario());
        all.addAll(RetryScripts.all());
        all.addAll(more);
        return ScriptedModel.choosingByMarker(all, Scenarios.hello());
    }

    private static ModelTurn commandsAtOnce() {
        return ModelTurn.answer(Stream.of("0", "0.02", "0.05", "0.1", "0.2", "0.3")
                .map(seconds -> new ShellCommand("sleep " + seconds))
                .toArray(ShellCommand[]::new));
    }

    /** One command after the other: an output that is too long for codex is cut. */
    private static Scenario printing(String name, String filter) {
        return Scenario.of(
                name,
                ModelTurn.answer(new ShellCommand(PRINT_PROCESSES + filter, 30_000)),
                ModelTurn.answer(new ShellCommand(PRINT_FILES + filter, 30_000)),
                ModelTurn.answer(new ShellCommand(PRINT_CODEX_HOME + filter, 30_000)),
                ModelTurn.message("Printed."));
    }
}
