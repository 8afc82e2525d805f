package dev.codexrunner.acceptance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** Which processes belong to a run, by the run id in their environment or arguments. */
final class RunProcesses {

    private RunProcesses() {}

    /** All of them that are alive. */
    static List<ProcessHandle> of(String runId) {
        if (runId.length() < 16) {
            throw new IllegalArgumentException("no run id: " + runId);
        }
        try (Stream<ProcessHandle> all = ProcessHandle.allProcesses()) {
            return all.filter(process -> mentions(process.pid(), "environ", runId) || isReaper(process, runId))
                    .filter(process -> !isZombie(process.pid()))
                    .toList();
        }
    }

    /**
     * All that are alive and have to do with a run in that folder: it stands in their arguments or environment, or they
     * work in it.
     */
    static List<ProcessHandle> below(Path folder) {
        String path = folder.toAbsolutePath().toString();
        try (Stream<ProcessHandle> all = ProcessHandle.allProcesses()) {
            return all.filter(process -> mentions(process.pid(), "environ", path + "/")
                            || mentions(process.pid(), "cmdline", path + "/")
                            || worksIn(process.pid(), folder))
                    .filter(process -> !isZombie(process.pid()))
                    .toList();
        }
    }

    /** The reaper works on after the runner's end; how long is its own affair, within the test's bound. */
    static void awaitNoneBelow(Path folder) {
        while (!below(folder).isEmpty()) {
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    /** Kills the codex of the run in that folder, without a chance to end well. */
    static void kill(Path codex, Path folder) throws IOException {
        List<ProcessHandle> running = below(folder).stream()
                .filter(process -> isProgram(process.pid(), codex))
                .filter(process -> mentions(process.pid(), "cmdline", "--json"))
                .toList();
        // A child that codex is just starting looks like codex until it has become another program.
        List<ProcessHandle> parents = running;
        running = running.stream()
                .filter(process -> process.parent().filter(parents::contains).isEmpty())
                .toList();
        if (running.size() != 1) {
            throw new IOException("there should be one codex, and there is " + running);
        }
        if (!running.get(0).destroyForcibly()) {
            throw new IOException("codex could not be killed");
        }
    }

    /** Kills the sandbox around the agent's command, without a chance to clean up. */
    static void killSandbox(Path folder) throws IOException {
        List<ProcessHandle> sandboxes = below(folder).stream()
                .filter(process -> mentions(process.pid(), "cmdline", "codex-linux-sandbox")
                        || mentions(process.pid(), "cmdline", "bwrap"))
                .toList();
        if (sandboxes.isEmpty()) {
            throw new IOException("there is no sandbox");
        }
        sandboxes.forEach(ProcessHandle::destroyForcibly);
    }

    private static boolean isProgram(long pid, Path program) {
        try {
            return Files.readSymbolicLink(Path.of("/proc", Long.toString(pid), "exe"))
                    .equals(program.toRealPath());
        } catch (IOException goneOrForeign) {
            return false;
        }
    }

    private static boolean worksIn(long pid, Path folder) {
        try {
            return Files.readSymbolicLink(Path.of("/proc", Long.toString(pid), "cwd"))
                    .startsWith(folder.toAbsolutePath());
        } catch (IOException goneOrForeign) {
            return false;
        }
    }

    /** The shell that cleans up after a runner that was killed; its environment is empty. */
    static boolean isReaper(ProcessHandle process, String runId) {
        return mentions(process.pid(), "cmdline", runId) && mentions(process.pid(), "cmdline", "codex-runner-reaper");
    }

    static boolean isZombie(long pid) {
        return mentions(pid, "stat", ") Z ");
    }

    private static boolean mentions(long pid, String file, String text) {
        try {
            byte[] content = Files.readAllBytes(Path.of("/proc", Long.toString(pid), file));
            return new String(content, StandardCharsets.ISO_8859_1).contains(text);
        } catch (IOException goneOrForeign) {
            return false;
        }
    }
}
