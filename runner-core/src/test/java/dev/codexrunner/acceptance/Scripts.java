package dev.codexrunner.acceptance;

import dev.codexrunner.testkit.backend.ModelTurn;
import dev.codexrunner.testkit.backend.OutputItem.Message;
import dev.codexrunner.testkit.backend.OutputItem.ShellCommand;
import dev.codexrunner.testkit.backend.Scenario;
import dev.codexrunner.testkit.backend.Scenarios;
import dev.codexrunner.testkit.backend.ScriptedModel;
import java.util.ArrayList;
import java.util.List;

/** What the scripted model plays in these tests, beyond the testkit's own scenarios. */
final class Scripts {

    /** Says through a named pipe in the working folder that it runs, and then never ends. */
    static final String RUNS_ON = "runs_on";

    /** Prints its environment so that no redactor knows it again: each line from right to left. */
    static final String ENVIRONMENT_BACKWARDS = "environment_backwards";

    /** Uses 120 tokens, and then says nothing more. */
    static final String SPENDS_AND_STALLS = "spends_and_stalls";

    static final String STARTED_PIPE = "started.pipe";

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
        all.add(Scenario.of(
                SPENDS_AND_STALLS,
                ModelTurn.answer(new ShellCommand("true")),
                new ModelTurn.StallStream(List.of(new Message("Wait for")))));
        all.add(Scenario.of("answer_of_the_wrong_type", ModelTurn.message("{\"answer\": 42}")));
        all.add(HostileText.scenario());
        all.addAll(RetryScripts.all());
        all.addAll(more);
        return ScriptedModel.choosingByMarker(all, Scenarios.hello());
    }
}
