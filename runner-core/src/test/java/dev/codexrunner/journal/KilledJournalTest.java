package dev.codexrunner.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.outcome.CodexExit;
import dev.codexrunner.outcome.Requirements;
import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class KilledJournalTest {

    @TempDir
    Path folder;

    @Test
    void a_killed_runner_loses_no_line_and_its_replay_is_no_verdict() throws Exception {
        Process runner = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        JournalVictim.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        int taken = -1;
        try (BufferedReader output = runner.inputReader()) {
            for (String number = output.readLine(); number != null; number = output.readLine()) {
                taken = Integer.parseInt(number);
                if (taken == 2_000) {
                    runner.toHandle().destroyForcibly(); // the process itself would close its output too
                }
            }
        }
        assertThat(runner.waitFor()).isEqualTo(137);

        List<String> events = Files.readAllLines(folder.resolve(EventJournal.EVENTS));
        assertThat(taken).isGreaterThanOrEqualTo(2_000);
        assertThat(events).hasSizeGreaterThan(taken);
        for (int number = 0; number <= taken; number++) {
            assertThat(events.get(number)).isEqualTo(JournalVictim.line(number));
        }

        Replay replay = Replay.of(
                folder.resolve(EventJournal.EVENTS),
                Optional.empty(),
                CodexExit.unknown(),
                Requirements.NONE,
                RunManifestFile.read(folder),
                RunEndFile.read(folder));
        assertThat(replay.verdict().exitCode()).isEqualTo(9);
        assertThat(replay.transcript().counts().lines()).isEqualTo(events.size());
        assertThat(replay.transcript().counts().agentMessages()).isGreaterThan(taken);
    }
}
