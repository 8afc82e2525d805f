package dev.codexrunner.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.reliability.Area;
import dev.codexrunner.reliability.Fault;
import dev.codexrunner.reliability.Seen;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** What codex's sandbox and the agent's commands leave in the folders of a run that comes to its normal end. */
@ExtendWith(WithScene.class)
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RunFoldersIT {

    private final Scene scene;

    RunFoldersIT(Scene scene) {
        this.scene = scene;
    }

    /** Within a repository, but without a .git of its own, so that codex's sandbox makes all that it makes. */
    private RunnerProcess inAFolderWithoutGit() throws Exception {
        RunnerProcess runner = scene.run();
        return runner.workspace(Files.createDirectory(runner.workspace().resolve("part")));
    }

    private static List<String> changed(FinishedRun run) {
        return run.report()
                .at("/changes/files")
                .valueStream()
                .map(file -> file.path("path").asString(""))
                .toList();
    }

    @Test
    void commands_that_run_at_once_leave_no_mount_target_and_no_change() throws Exception {
        RunnerProcess runner = inAFolderWithoutGit().playing(Scripts.COMMANDS_AT_ONCE);
        Leftovers leftovers = Leftovers.before(scene, runner);
        FinishedRun run = runner.finish().succeeds();

        assertThat(run.report().at("/items/commands")).hasSize(12);
        assertThat(changed(run)).isEmpty();
        assertThat(leftovers.list(run)).isEmpty();
        assertThat(runner.workspace()).isEmptyDirectory();
    }

    @Test
    @Fault(
            area = Area.SUPERVISION,
            made =
                    "SIGKILL to codex's sandbox during a command; the next command makes codex forget what the first left",
            promised = "exit 0; no empty .git, .codex, .agents or .aws stays, and none counts as a change")
    void a_sandbox_that_was_killed_leaves_nothing(Seen seen) throws Exception {
        RunnerProcess runner = inAFolderWithoutGit().playing(Scripts.COMMAND_AFTER_A_LOST_ONE);
        Leftovers leftovers = Leftovers.before(scene, runner);
        CommandPipe pipe = CommandPipe.in(runner.workspace());
        RunnerProcess.Running running = runner.start();
        pipe.awaitStarted(running, 1);
        assertThat(runner.workspace().resolve(".codex"))
                .as("what the sandbox mounts on")
                .isEmptyDirectory();

        RunProcesses.killSandbox(runner.folder());
        FinishedRun run = running.await().succeeds();

        assertThat(changed(run)).containsExactly(Scripts.STARTED_PIPE);
        leftovers.noneAfter(run, seen.exit(run.exitCode()).that("no change counted"));
    }

    @Test
    void the_agents_commands_have_the_temporary_folder_of_the_run_which_goes_with_it() throws Exception {
        RunnerProcess runner = scene.run().playing(Scripts.RUNS_TASK_SCRIPT);
        Files.writeString(
                runner.workspace().resolve(Scripts.TASK_SCRIPT),
                "printf '%s\\n' \"$TMPDIR\" \"$(mktemp)\" >folder.txt");
        Leftovers leftovers = Leftovers.before(scene, runner);
        FinishedRun run = runner.finish().succeeds();

        List<String> told = Files.readAllLines(runner.workspace().resolve("folder.txt"));
        assertThat(Path.of(told.get(0)).getParent()).isEqualTo(run.home().resolve(".local/state/codex-runner/tmp"));
        assertThat(told.get(1)).startsWith(told.get(0) + "/");
        assertThat(Path.of(told.get(0))).doesNotExist();
        assertThat(leftovers.list(run)).isEmpty();
    }
}
