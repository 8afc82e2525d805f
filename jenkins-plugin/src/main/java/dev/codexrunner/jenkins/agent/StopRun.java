package dev.codexrunner.jenkins.agent;

import java.io.Serializable;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import jenkins.security.MasterToSlaveCallable;

/**
 * Ends runs on their agent, in bounds. A runner is told to end, and ends codex with all that it has started, in at most
 * seven seconds; after nine it is killed, and then a process of its own ends codex. Jenkins' own way of killing would end
 * codex first, so that the runner took that for codex's failure, and, as its mark is the workspace's, every other step in it.
 *
 * <p>Many at a time: a look goes through all processes of the machine, and fifty that did so starved what they waited for.
 */
public final class StopRun extends MasterToSlaveCallable<StopRun.Seen, InterruptedException> {

    /**
     * What was seen of the runs, by their ids.
     *
     * @param left those of which a process is alive yet
     * @param never those of which there was none
     */
    public record Seen(HashSet<String> left, HashSet<String> never) implements Serializable {}

    private static final long serialVersionUID = 2;

    private static final long APPEARS_MS = 3_000;
    private static final long PATIENCE_MS = 9_000;
    private static final long BOUND_MS = 12_000;
    private static final long FIRST_PAUSE_MS = 100;
    private static final long LONGEST_PAUSE_MS = 1_000;

    private final HashSet<String> runIds = new HashSet<>();

    public StopRun(Collection<RunPlace> places) {
        places.forEach(place -> runIds.add(place.id()));
    }

    @Override
    public Seen call() throws InterruptedException {
        long begin = System.nanoTime();
        Map<String, Set<Long>> told = new HashMap<>();
        long pause = FIRST_PAUSE_MS;
        while (true) {
            long elapsed = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
            Map<String, Set<Long>> left = RunnerProcesses.of(runIds);
            boolean mayAppear = elapsed <= APPEARS_MS && told.size() < runIds.size();
            // The shell may not have come to the runner yet.
            if (left.isEmpty() && !mayAppear || elapsed > BOUND_MS) {
                HashSet<String> never = new HashSet<>(runIds);
                never.removeAll(told.keySet());
                return new Seen(new HashSet<>(left.keySet()), never);
            }
            left.forEach((run, processes) ->
                    end(processes, told.computeIfAbsent(run, id -> new TreeSet<>()), elapsed > PATIENCE_MS));
            TimeUnit.MILLISECONDS.sleep(pause);
            pause = Math.min(2 * pause, LONGEST_PAUSE_MS);
        }
    }

    private static void end(Set<Long> processes, Set<Long> told, boolean atOnce) {
        if (atOnce) {
            RunnerProcesses.handles(processes).forEach(ProcessHandle::destroyForcibly);
        } else {
            RunnerProcesses.roots(processes).stream()
                    .filter(process -> told.add(process.pid()))
                    .forEach(ProcessHandle::destroy);
        }
    }
}
