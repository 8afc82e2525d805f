package dev.codexrunner.rotation.check;

import dev.codexrunner.config.RunnerConfig;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the results of a check go.
 *
 * @param metricsFile Prometheus text
 * @param junitFile a JUnit report
 * @param summaryFile Markdown
 */
public record ResultPlaces(Optional<Path> metricsFile, Optional<Path> junitFile, Optional<Path> summaryFile) {

    public static ResultPlaces of(RunnerConfig config) {
        return new ResultPlaces(
                config.report().metricsFile(),
                config.rotationCheck().junitFile(),
                config.rotationCheck().summaryFile());
    }

    /** Those that were asked for. */
    public List<Path> files() {
        return Stream.of(metricsFile, junitFile, summaryFile)
                .flatMap(Optional::stream)
                .toList();
    }
}
