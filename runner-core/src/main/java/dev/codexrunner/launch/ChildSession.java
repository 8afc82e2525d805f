package dev.codexrunner.launch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a child is started: through a shell that forbids core files (one would hold the token), and, where the system has
 * {@code setsid}, in a session of its own. Java starts children in the runner's own process group, which could not be
 * signalled without signalling the runner.
 *
 * @param setsid the program, or empty where there is none
 */
public record ChildSession(Optional<Path> setsid) {

    static final String SHELL = "/bin/sh";

    private static final String NO_CORE_FILES = "ulimit -c 0 2>/dev/null; exec \"$@\"";
    private static final List<Path> PLACES =
            List.of(Path.of("/usr/bin/setsid"), Path.of("/bin/setsid"), Path.of("/run/current-system/sw/bin/setsid"));

    /** Looks in the system's own folders only; PATH may name others. */
    public static ChildSession ofThisSystem() {
        return new ChildSession(PLACES.stream().filter(Files::isExecutable).findFirst());
    }

    boolean isSeparate() {
        return setsid.isPresent();
    }

    /** What to tell the user about this system; empty when there is nothing. */
    public Optional<String> warning() {
        return isSeparate()
                ? Optional.empty()
                : Optional.of(
                        "There is no setsid on this system: when a run is ended, processes are found by the run's id"
                                + " and by their parents only.");
    }

    /** The arguments of {@link #SHELL} that start the program. */
    List<String> shellArguments(Path program, List<String> arguments) {
        List<String> line = new ArrayList<>(List.of("-c", NO_CORE_FILES, "sh"));
        setsid.ifPresent(path -> line.add(path.toString()));
        line.add(program.toString());
        line.addAll(arguments);
        return line;
    }
}
