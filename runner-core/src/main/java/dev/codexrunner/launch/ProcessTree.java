package dev.codexrunner.launch;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * All processes of one run: those that carry the run's id in their environment, those of codex's session, and those that
 * carry the run's mark among their resource limits.
 *
 * <p>Java's {@link ProcessHandle#descendants()} loses a child whose parent has ended, and a process that made a session
 * of its own has left the group. The environment stays with both; the limit also with those that emptied theirs.
 */
final class ProcessTree {

    private static final Path PROC = Path.of("/proc");
    private static final Duration POLL = Duration.ofMillis(10);

    private final long leader;
    private final boolean ownSession;
    private final RunId runId;

    /**
     * @param leader process id of codex
     * @param ownSession whether it leads a session of its own
     * @param runId the run
     */
    ProcessTree(long leader, boolean ownSession, RunId runId) {
        this.leader = leader;
        this.ownSession = ownSession;
        this.runId = runId;
    }

    /** Living processes of the run, codex included. */
    Set<ProcessHandle> members() {
        Set<ProcessHandle> members = new HashSet<>();
        ProcessHandle.of(leader).ifPresent(codex -> {
            members.add(codex);
            codex.descendants().forEach(members::add);
            // A zombie counts as alive in Java: its parent has not fetched its exit code. Nothing can end it.
            members.removeIf(process -> !process.isAlive() || isZombie(process.pid()));
        });
        if (!Files.isDirectory(PROC)) {
            return members;
        }
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROC, "[0-9]*")) {
            for (Path process : processes) {
                if (belongs(new ProcFiles(process))) {
                    ProcessHandle.of(Long.parseLong(process.getFileName().toString()))
                            .ifPresent(members::add);
                }
            }
        } catch (IOException e) {
            // What was found so far is ended; the caller scans again.
        }
        return members;
    }

    private boolean belongs(ProcFiles process) {
        try {
            return !process.isZombie()
                    && ((ownSession && process.session() == leader) || hasLimitMark(process) || carriesMark(process));
        } catch (IOException | RuntimeException e) {
            return false; // Ended meanwhile, or another user's.
        }
    }

    private static boolean isZombie(long pid) {
        try {
            return ProcFiles.of(pid).isZombie();
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }

    private boolean hasLimitMark(ProcFiles process) throws IOException {
        OptionalLong limit = process.lockLimit();
        return limit.isPresent() && runId.marks(limit.getAsLong());
    }

    private boolean carriesMark(ProcFiles process) throws IOException {
        return process.environment().anyMatch(runId::marks);
    }

    /** INT for codex's group: codex alone knows how to end by it, and the commands in its group go with it. */
    void interrupt() {
        signal("INT");
    }

    /** TERM for all. */
    void terminate() {
        each(ProcessHandle::destroy);
    }

    /** KILL for all, again and again until no new one turns up or the bound has passed. Says whether none is left. */
    boolean kill(Duration bound) {
        long end = System.nanoTime() + bound.toNanos();
        while (true) {
            Set<ProcessHandle> left = each(ProcessHandle::destroyForcibly);
            if (left.isEmpty()) {
                return true;
            }
            if (System.nanoTime() - end >= 0) {
                return false;
            }
            pause();
        }
    }

    /** Ends all that is there: TERM, and KILL after the grace. Says how many there were. */
    int end(Duration grace) {
        Set<ProcessHandle> found = each(ProcessHandle::destroy);
        if (found.isEmpty()) {
            return 0;
        }
        long end = System.nanoTime() + grace.toNanos();
        while (System.nanoTime() - end < 0 && !members().isEmpty()) {
            pause();
        }
        found.addAll(members());
        kill(grace);
        return found.size();
    }

    private Set<ProcessHandle> each(Consumer<ProcessHandle> signal) {
        Set<ProcessHandle> members = members();
        members.forEach(signal);
        return members;
    }

    private void signal(String name) {
        String target = ownSession ? "-" + leader : Long.toString(leader);
        ProcessBuilder kill =
                new ProcessBuilder(List.of(ChildSession.SHELL, "-c", "kill -s \"$1\" -- \"$2\"", "sh", name, target));
        kill.environment().clear();
        kill.redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.DISCARD);
        try {
            kill.start().waitFor(500, TimeUnit.MILLISECONDS);
        } catch (IOException e) {
            // No process can be started any more: the next step, TERM, needs none.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** These processes are not our children: nothing tells us of their end, so we look again. */
    private static void pause() {
        LockSupport.parkNanos(POLL.toNanos());
    }
}
