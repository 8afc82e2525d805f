package dev.codexrunner.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Small shell scripts that behave as badly as a real child can. */
final class FakeCodex {

    static final Duration LONG = Duration.ofMinutes(5);

    private FakeCodex() {}

    static Path script(Path folder, String body) throws IOException {
        return script(folder, "codex", body);
    }

    static Path script(Path folder, String name, String body) throws IOException {
        Path script = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + body + "\n");
        return Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    static ChildEnvironment environment() {
        return ChildEnvironment.allowed(Map.of("PATH", "/usr/bin:/bin"), List.of(), List.of());
    }

    static LaunchPlan plan(Path program, RunId runId) {
        return new LaunchPlan(program, List.of(), environment(), program.resolveSibling(""), runId, "", LONG, LONG);
    }

    static LaunchPlan withInput(LaunchPlan plan, String input) {
        return new LaunchPlan(
                plan.program(),
                plan.arguments(),
                plan.environment(),
                plan.workingFolder(),
                plan.runId(),
                input,
                plan.timeout(),
                plan.idleTimeout());
    }

    static LaunchPlan withArguments(LaunchPlan plan, String... arguments) {
        return new LaunchPlan(
                plan.program(),
                List.of(arguments),
                plan.environment(),
                plan.workingFolder(),
                plan.runId(),
                plan.input(),
                plan.timeout(),
                plan.idleTimeout());
    }

    static LaunchPlan withBounds(LaunchPlan plan, Duration timeout, Duration idleTimeout) {
        return new LaunchPlan(
                plan.program(),
                plan.arguments(),
                plan.environment(),
                plan.workingFolder(),
                plan.runId(),
                plan.input(),
                timeout,
                idleTimeout);
    }

    /** Living processes of a run, by its mark alone. */
    static boolean anyLeft(RunId runId) {
        return !new ProcessTree(Integer.MAX_VALUE, false, runId).members().isEmpty();
    }
}
