package dev.codexrunner.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.failure.FailureKind;
import dev.codexrunner.reliability.Area;
import dev.codexrunner.reliability.Fault;
import dev.codexrunner.reliability.Seen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** A run uses no more than it was given, and says which bound it met. */
@ExtendWith(WithScene.class)
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class BudgetIT {

    private final Scene scene;

    BudgetIT(Scene scene) {
        this.scene = scene;
    }

    private FinishedRun over(RunnerProcess runner, String code, Seen seen) throws Exception {
        Leftovers leftovers = Leftovers.before(scene, runner);
        FinishedRun run = runner.finish();
        run.failsAs(FailureKind.POLICY, code);
        assertThat(run.report().at("/verdict/retryable").asBoolean()).isFalse();
        seen.exit(run.exitCode()).that(code);
        leftovers.noneAfter(run, seen);
        FinishedRun replayed = runner.replay(runner.folder().resolve("replayed"));
        assertThat(replayed.exitCode()).as(replayed.stderr()).isEqualTo(run.exitCode());
        assertThat(replayed.report().path("verdict")).isEqualTo(run.report().path("verdict"));
        seen.that("replay gives the same verdict");
        return run;
    }

    @Test
    @Fault(
            area = Area.POLICY,
            made = "a fourth command, where three are allowed; the model would go on for ever",
            promised = "exit 12, codex ended, the commands in the report, replay the same")
    void too_many_commands(Seen seen) throws Exception {
        FinishedRun run = over(
                scene.run().playing(Scripts.COMMAND_AFTER_COMMAND).option("--max-commands", "3"),
                "too-many-commands",
                seen);

        assertThat(run.report().at("/counts/commands").asInt()).isGreaterThanOrEqualTo(4);
    }

    @Test
    @Fault(
            area = Area.POLICY,
            made = "one command and the end of the turn at once, where no command is allowed",
            promised = "exit 12 although codex may have ended by itself")
    void a_command_too_many_in_a_turn_that_ends_with_it(Seen seen) throws Exception {
        over(scene.run().playing("command_failed").option("--max-commands", "0"), "too-many-commands", seen);
    }

    @Test
    @Fault(
            area = Area.POLICY,
            made = "a model that spends 120 tokens of 100 and then stalls",
            promised = "exit 12, codex ended before its time is up")
    void too_many_tokens_while_the_run_lasts(Seen seen) throws Exception {
        over(scene.run().playing(Scripts.SPENDS_AND_STALLS).option("--max-tokens", "100"), "budget-exceeded", seen);
    }

    @Test
    @Fault(
            area = Area.POLICY,
            made = "a turn that completes within a second, with more tokens than allowed",
            promised = "exit 12 although the turn completed")
    void too_many_tokens_in_a_turn_that_completed(Seen seen) throws Exception {
        over(scene.run().playing("hello").option("--max-tokens", "10"), "budget-exceeded", seen);
    }

    @Test
    @Fault(
            area = Area.POLICY,
            made = "one command that writes three files, where two may change",
            promised = "exit 12 although codex's items tell of no file")
    void too_many_changed_files(Seen seen) throws Exception {
        FinishedRun run = over(
                scene.run().playing(Scripts.WRITES_THREE_FILES).option("--max-file-changes", "2"),
                "too-many-file-changes",
                seen);

        assertThat(run.report().at("/changes/count").asInt()).isEqualTo(3);
        assertThat(run.report().at("/items/fileChanges").isEmpty()).isTrue();
    }

    @Test
    void a_run_that_uses_exactly_what_it_may_succeeds() throws Exception {
        scene.run()
                .playing("work")
                .option("--max-commands", "1")
                .option("--max-file-changes", "1")
                .option("--max-tokens", "100000")
                .finish()
                .succeeds();
    }
}
