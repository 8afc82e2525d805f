package dev.codexrunner.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.failure.FailureKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** A codex that can't or mustn't be started. */
@ExtendWith(WithScene.class)
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CodexStartIT {

    private final Scene scene;

    CodexStartIT(Scene scene) {
        this.scene = scene;
    }

    private static FinishedRun cannotStart(RunnerProcess runner, String named) throws Exception {
        FinishedRun run = runner.finish();
        run.failsAs(FailureKind.CODEX_START, run.text("/verdict/code"));
        assertThat(run.text("/verdict/reason")).contains(named);
        return run;
    }

    @Test
    void it_is_not_there() throws Exception {
        cannotStart(scene.run().option("--codex-path", "/nowhere/codex"), "/nowhere/codex");
    }

    @Test
    void it_lies_in_the_working_folder() throws Exception {
        RunnerProcess runner = scene.run();
        Path planted = Files.writeString(runner.workspace().resolve("codex"), "#!/bin/sh\ntouch started\n");
        Files.setPosixFilePermissions(planted, PosixFilePermissions.fromString("rwxr-xr-x"));

        cannotStart(runner.option("--codex-path", planted.toString()), planted.toString());

        assertThat(runner.workspace().resolve("started")).doesNotExist();
    }

    @Test
    void its_digest_is_another() throws Exception {
        cannotStart(scene.run().option("--codex-sha256", "0".repeat(64)), "0".repeat(64));
    }

    @Test
    void the_working_folder_is_no_repository() throws Exception {
        Path outside = scene.folderWithoutGit();

        FinishedRun run = scene.run().workspace(outside).finish();

        run.failsAs(FailureKind.CODEX_START, run.text("/verdict/code"));
        scene.run().workspace(outside).with("--skip-git-repo-check").finish().succeeds();
    }
}
