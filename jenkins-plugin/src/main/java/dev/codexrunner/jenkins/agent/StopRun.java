package dev.codexrunner.jenkins.agent;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import jenkins.security.MasterToSlaveCallable;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/**
 * Ends a run on its agent, in bounds. The runner is told to end, and ends codex with all that it has started, in at most
 * seven seconds; after nine it is killed, and then a process of its own ends codex. Jenkins' own way of killing would end
 * codex first, so that the runner took that for codex's failure, and, as its mark is the workspace's, every other step in it.
 */
@Restricted(NoExternalUse.class)
public final class StopRun extends MasterToSlaveCallable<Boolean, InterruptedException> {

    private static final long serialVersionUID = 1;

    private static final long APPEARS_MS = 3_000;
    private static final long PATIENCE_MS = 9_000;
    private static final long BOUND_MS = 12_000;
    private static final long FIRST_PAUSE_MS = 100;
    private static final long LONGEST_PAUSE_MS = 1_000;

    private final String runId;

    public StopRun(RunPlace place) {
        runId = place.id();
    }

    /** Whether nothing of it is left. */
    @Override
    public Boolean call() throws InterruptedException {
        long begin = System.nanoTime();
        Set<Long> told = new HashSet<>();
        long pause = FIRST_PAUSE_MS;
        while (true) {
            long elapsed = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
            Set<Long> left = RunnerProcesses.of(runId);
            // The shell may not have come to the runner yet.
            if (left.isEmpty() && (!told.isEmpty() || elapsed > APPEARS_MS)) {
                return true;
            }
            if (elapsed > BOUND_MS) {
                return false;
            }
            if (elapsed > PATIENCE_MS) {
                RunnerProcesses.handles(left).forEach(ProcessHandle::destroyForcibly);
            } else {
                RunnerProcesses.roots(left).stream()
                        .filter(process -> told.add(process.pid()))
                        .forEach(ProcessHandle::destroy);
            }
            TimeUnit.MILLISECONDS.sleep(pause);
            // A look goes through all processes: many runs that are stopped at once must not starve what they wait for.
            pause = Math.min(2 * pause, LONGEST_PAUSE_MS);
        }
    }
}
