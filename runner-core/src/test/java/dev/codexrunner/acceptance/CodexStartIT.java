package dev.codexrunner.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.failure.FailureKind;
import dev.codexrunner.reliability.Area;
import dev.codexrunner.reliability.Fault;
import dev.codexrunner.reliability.Seen;
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

    private static void cannotStart(RunnerProcess runner, String code, String named) throws Exception {
        FinishedRun run = runner.finish();
        run.failsAs(FailureKind.CODEX_START, code);
        assertThat(run.text("/verdict/reason")).contains(named);
    }

    @Test
    void it_is_not_there() throws Exception {
        cannotStart(scene.run().option("--codex-path", "/nowhere/codex"), "codex-not-found", "/nowhere/codex");
    }

    @Test
    void it_lies_in_the_working_folder() throws Exception {
        RunnerProcess runner = scene.run();
        Path planted = Files.writeString(runner.workspace().resolve("codex"), "#!/bin/sh\ntouch started\n");
        Files.setPosixFilePermissions(planted, PosixFilePermissions.fromString("rwxr-xr-x"));

        cannotStart(
                runner.option("--codex-path", planted.toString()), "codex-inside-working-folder", planted.toString());

        assertThat(runner.workspace().resolve("started")).doesNotExist();
    }

    @Test
    @Fault(
            area = Area.POLICY,
            made = "--codex-sha256 pins another digest",
            promised = "exit 6 before codex is started, both digests named")
    void its_digest_is_another(Seen seen) throws Exception {
        cannotStart(scene.run().option("--codex-sha256", "0".repeat(64)), "codex-digest-mismatch", "0".repeat(64));
        seen.exit(FailureKind.CODEX_START.exitCode()).that("codex-digest-mismatch");
    }

    @Test
    @Fault(
            area = Area.POLICY,
            made = "--codex-version pins another version",
            promised = "exit 6 before a token is fetched, both versions named")
    void its_version_is_another(Seen seen) throws Exception {
        cannotStart(scene.run().option("--codex-version", "0.0.1"), "codex-version-mismatch", "instead of 0.0.1");
        seen.exit(FailureKind.CODEX_START.exitCode()).that("codex-version-mismatch");
    }

    @Test
    void the_working_folder_is_no_repository() throws Exception {
        Path outside = scene.folderWithoutGit();

        FinishedRun run = scene.run().workspace(outside).finish();

        run.failsAs(FailureKind.CODEX_START, "not-a-trusted-directory");
        scene.run().workspace(outside).with("--skip-git-repo-check").finish().succeeds();
    }
}
