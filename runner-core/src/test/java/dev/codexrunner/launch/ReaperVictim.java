package dev.codexrunner.launch;

import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;

/** A runner in a JVM of its own, for {@link ReaperTest} to kill. */
final class ReaperVictim {

    private ReaperVictim() {}

    /** Arguments: the run id, the fake codex, the reaper's folders. */
    public static void main(String[] arguments) {
        RunId runId = new RunId(arguments[0]);
        Path codex = Path.of(arguments[1]);
        try (Reaper reaper = Reaper.start(
                ChildSession.ofThisSystem(), runId, List.of(arguments).subList(2, arguments.length), () -> {})) {
            OutputStream discard = OutputStream.nullOutputStream();
            System.out.println(reaper.pid());
            Supervisor.ofThisSystem()
                    .start(FakeCodex.plan(codex, runId), System.out, discard)
                    .await();
        }
    }
}
