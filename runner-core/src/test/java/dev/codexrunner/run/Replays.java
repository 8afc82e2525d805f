package dev.codexrunner.run;

import dev.codexrunner.config.ConfigResolver;
import dev.codexrunner.config.ConfigSources;
import dev.codexrunner.config.RunnerConfig;
import dev.codexrunner.secret.Redactor;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;

/** Replays for tests: at a fixed time, on a host without a name. */
final class Replays {

    private Replays() {}

    /** Flags are settings by name; the report goes where {@code report-dir} says. */
    static RunnerConfig config(Path reportDir, Map<String, List<String>> flags) {
        Map<String, List<String>> all = new HashMap<>(flags);
        all.put("report-dir", List.of(reportDir.toString()));
        return new ConfigResolver()
                .resolve(new ConfigSources(
                        ConfigSources.Purpose.RECORDING, all, Map.of(), Optional.empty(), Optional.empty()))
                .config();
    }

    static RunResult run(RunnerConfig config, Path events, OptionalInt exitCode, Optional<Path> stderr) {
        RunSurroundings surroundings = new RunSurroundings(
                Map.of(),
                InputStream.nullInputStream(),
                Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC),
                () -> 0,
                new Random(1),
                "host",
                "0.0.0");
        return new ReplayJob(surroundings, new Redactor()).run(config, events, exitCode, stderr);
    }
}
