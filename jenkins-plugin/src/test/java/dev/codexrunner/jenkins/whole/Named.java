package dev.codexrunner.jenkins.whole;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/**
 * What the user has named for this test.
 *
 * @param war of Jenkins
 * @param plugins folder with the plugins that it gets
 * @param hpi the plugin under test
 * @param runName of a new folder for what comes of it
 */
record Named(Path war, Path plugins, Path hpi, String runName) {

    /** Empty where no war is named; fails where what is named isn't there. */
    private static Optional<Named> bySystemProperties() {
        String war = System.getProperty("jenkins.war", "");
        if (war.isBlank()) {
            return Optional.empty();
        }
        return Optional.of(new Named(
                existing("jenkins.war"),
                existing("jenkins.plugins"),
                existing("codexrunner.hpi"),
                LocalDateTime.now(ZoneOffset.UTC).format(DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss"))));
    }

    /** Skips the tests where no war is named, and says so. */
    static Named orSkip(String what) {
        Optional<Named> named = bySystemProperties();
        if (named.isEmpty()) {
            System.err.println("SKIPPED: " + what + ". Name a Jenkins: -Djenkins.war=FILE -Djenkins.plugins=FOLDER"
                    + " -Dcodexrunner.hpi=FILE");
        }
        Assumptions.assumeTrue(named.isPresent(), "no Jenkins is named by -Djenkins.war");
        return named.orElseThrow();
    }

    private static Path existing(String property) {
        Path path = Path.of(System.getProperty(property, "")).toAbsolutePath();
        if (System.getProperty(property, "").isBlank() || !Files.exists(path)) {
            throw new AssertionError("-D" + property + "= names nothing that is there: " + path);
        }
        return path;
    }
}
