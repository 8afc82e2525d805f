package dev.codexrunner.rotation.check;

import dev.codexrunner.failure.ExitCodePrecedence;
import java.time.Instant;
import java.util.List;

/**
 * What one check found out.
 *
 * @param checkedAt when it began
 * @param host the machine that it ran on
 * @param paths one report for each path, in the order in which they were named
 * @param warnings what was no finding about a path
 */
public record CheckReport(Instant checkedAt, String host, List<PathReport> paths, List<String> warnings) {

    public CheckReport {
        paths = List.copyOf(paths);
        warnings = List.copyOf(warnings);
    }

    /** The first of 1, 3, 4, 5 that occurred, else the highest. */
    public int exitCode() {
        return ExitCodePrecedence.of(paths.stream().map(PathReport::exitCode).toList());
    }
}
