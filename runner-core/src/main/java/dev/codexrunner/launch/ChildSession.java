package dev.codexrunner.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * How a child is started: through a shell that forbids core files (one would hold the token), that marks it by a resource
 * limit, and, where the system has {@code setsid}, in a session of its own. Java starts children in the runner's own
 * process group, which could not be signalled without signalling the runner.
 *
 * <p>The limit is the one on file locks, which Linux has not looked at since 2.4.25. It goes over to every process that
 * a process starts, and stays with one that leaves its session, its parent, its environment and its folder: a number of
 * the run's own in it is a mark that nothing loses by accident.
 *
 * @param setsid the program, or empty where there is none
 * @param lockLimit the shell's option for the limit on file locks, or empty where it can't set it
 */
public record ChildSession(Optional<Path> setsid, Optional<String> lockLimit) {

    static final String SHELL = "/bin/sh";

    private static final List<Path> PLACES =
            List.of(Path.of("/usr/bin/setsid"), Path.of("/bin/setsid"), Path.of("/run/current-system/sw/bin/setsid"));

    /** In dash and busybox; in bash. */
    private static final List<String> LOCK_OPTIONS = List.of("-w", "-x");

    private static final String PROBE = "ulimit -S \"$0\" 4711 && while read -r l; do"
            + " case $l in 'Max file locks '*' 4711 '*) exit 0 ;; esac; done </proc/self/limits; exit 1";

    /** Looks in the system's own folders only; PATH may name others. */
    public static ChildSession ofThisSystem() {
        return new ChildSession(
                PLACES.stream().filter(Files::isExecutable).findFirst(),
                LOCK_OPTIONS.stream().filter(ChildSession::setsLimit).findFirst());
    }

    private static boolean setsLimit(String option) {
        ProcessBuilder probe = new ProcessBuilder(SHELL, "-c", PROBE, option);
        probe.environment().clear();
        probe.redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.DISCARD);
        try {
            Process shell = probe.start();
            return shell.waitFor(2, TimeUnit.SECONDS) && shell.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    boolean isSeparate() {
        return setsid.isPresent();
    }

    boolean marksByLimit() {
        return lockLimit.isPresent();
    }

    /** By what a run's processes are found again, in a few words. */
    public String containment() {
        return Stream.of(
                        Optional.of("environment"),
                        setsid.map(program -> "session"),
                        lockLimit.map(option -> "resource limit"))
                .flatMap(Optional::stream)
                .reduce((one, other) -> one + ", " + other)
                .orElseThrow();
    }

    /** What to tell the user about this system; empty when there is nothing. */
    public Optional<String> warning() {
        if (!isSeparate()) {
            return Optional.of("There is no setsid on this system: when a run is ended, its processes are found by "
                    + containment() + " and by their parents only.");
        }
        return marksByLimit()
                ? Optional.empty()
                : Optional.of("The shell of this system can't mark processes by a resource limit: one that leaves its"
                        + " session and clears its environment is not found when a run is ended.");
    }

    /** The arguments of {@link #SHELL} that start the program. */
    List<String> shellArguments(Path program, List<String> arguments, RunId runId) {
        String mark = lockLimit
                .map(option -> "ulimit -S " + option + " " + runId.lockLimit() + " 2>/dev/null; ")
                .orElse("");
        List<String> line = new ArrayList<>(List.of("-c", "ulimit -c 0 2>/dev/null; " + mark + "exec \"$@\"", "sh"));
        setsid.ifPresent(path -> line.add(path.toString()));
        line.add(program.toString());
        line.addAll(arguments);
        return line;
    }
}
