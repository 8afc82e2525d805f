package dev.codexrunner.acceptance;

import dev.codexrunner.testkit.backend.ModelTurn;
import dev.codexrunner.testkit.backend.OutputItem.ApplyPatch;
import dev.codexrunner.testkit.backend.OutputItem.Message;
import dev.codexrunner.testkit.backend.OutputItem.ShellCommand;
import dev.codexrunner.testkit.backend.Scenario;
import dev.codexrunner.testkit.backend.ServiceFailures;
import java.util.List;

/**
 * Turns that fail and then go on. codex tries a stream once more by itself, so that a failure is played twice before it
 * sees it. Each answer that is played to its end is one call of 100 input (40 cached) and 20 output (5 reasoning) tokens.
 */
final class RetryScripts {

    /** What each command prints, and what must be in the history of a resumed thread. */
    static final String DONE_BEFORE = "done-before-the-loss";

    static final String CUT_AFTER_COMMAND = "cut_after_command";
    static final String CUT_FOR_EVER = "cut_for_ever";
    static final String CUT_THEN_JSON = "cut_then_json";
    static final String ERROR_AFTER_PATCH = "error_after_patch";
    static final String LIMITED_FOR_A_MOMENT = "limited_for_a_moment";
    static final String LIMITED_FOR_LONG = "limited_for_long";
    static final String WRITES_WHEN_RESUMED = "writes_when_resumed";
    static final String SPENDS_TWICE = "spends_twice";

    /** Tells through a named pipe that its command runs, and plays on where codex is resumed. */
    static final String RUNS_ON_ONCE = "runs_on_once";

    static final String RUNS_ON_AGAIN = "runs_on_again";

    private static final ModelTurn COMMAND =
            ModelTurn.answer(new ShellCommand("echo " + DONE_BEFORE + " | tee -a log.txt; sleep 0.3"));
    private static final ModelTurn CUT = new ModelTurn.CutStream(List.of(new Message("Half of")));
    private static final ModelTurn RUNS_ON =
            ModelTurn.answer(new ShellCommand("echo started > " + Scripts.STARTED_PIPE + "; sleep 600", 30_000));
    private static final String PATCH = """
            *** Begin Patch
            *** Add File: patched.txt
            +made by codex
            *** End Patch""";

    private RetryScripts() {}

    private static ModelTurn goingOn(ModelTurn turn) {
        return new ModelTurn.WhereKnown(DONE_BEFORE, turn);
    }

    private static ModelTurn limited(String when) {
        return new ModelTurn.ResponseFailed(
                "rate_limit_exceeded", "Rate limit reached. Please try again in " + when + ".");
    }

    static List<Scenario> all() {
        return List.of(
                Scenario.of(CUT_AFTER_COMMAND, COMMAND, CUT, CUT, goingOn(ModelTurn.message("The whole of it."))),
                Scenario.of(CUT_FOR_EVER, COMMAND, CUT),
                Scenario.of(CUT_THEN_JSON, COMMAND, CUT, CUT, goingOn(ModelTurn.message("{\"answer\": \"yes\"}"))),
                Scenario.of(
                        ERROR_AFTER_PATCH,
                        ModelTurn.answer(new ApplyPatch(PATCH)),
                        ServiceFailures.serverError(),
                        ServiceFailures.serverError(),
                        new ModelTurn.WhereKnown("patched.txt", ModelTurn.message("Patched."))),
                Scenario.of(
                        LIMITED_FOR_A_MOMENT,
                        COMMAND,
                        limited("1.2s"),
                        limited("1.2s"),
                        goingOn(ModelTurn.message("After the wait."))),
                Scenario.of(LIMITED_FOR_LONG, COMMAND, limited("20m")),
                Scenario.of(
                        WRITES_WHEN_RESUMED,
                        COMMAND,
                        CUT,
                        CUT,
                        goingOn(ModelTurn.answer(new ShellCommand("echo escaped > escaped.txt"))),
                        new ModelTurn.WhereKnown(
                                "escaped.txt: Read-only file system", ModelTurn.message("I could not write."))),
                Scenario.of(SPENDS_TWICE, COMMAND, CUT, CUT, COMMAND, new ModelTurn.StallStream(List.of())),
                Scenario.of(RUNS_ON_ONCE, COMMAND, RUNS_ON, goingOn(ModelTurn.message("It was interrupted."))),
                Scenario.of(RUNS_ON_AGAIN, COMMAND, RUNS_ON));
    }
}
