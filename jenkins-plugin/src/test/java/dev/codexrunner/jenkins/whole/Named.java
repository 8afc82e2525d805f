package dev.codexrunner.jenkins.whole;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

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
    static Optional<Named> bySystemProperties() {
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

    private static Path existing(String property) {
        Path path = Path.of(System.getProperty(property, "")).toAbsolutePath();
        if (System.getProperty(property, "").isBlank() || !Files.exists(path)) {
            throw new AssertionError("-D" + property + "= names nothing that is there: " + path);
        }
        return path;
    }
}
