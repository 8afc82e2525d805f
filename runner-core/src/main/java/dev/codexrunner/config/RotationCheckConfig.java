package dev.codexrunner.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * The scheduled look at live tokens.
 *
 * @param pathsFile file with several paths, one on a line, in place of {@code --vault-path}
 * @param rotationWarn time before its expiry at which a token is warned of
 * @param rotationFail time before its expiry at which a rotation is due
 * @param maxTokenAge age at which a token that says no expiry is due
 * @param maxVersionAge age at which the secret's live version is due; none: not looked at
 * @param pendingMaxAge how long a candidate or an unfinished rotation may lie
 * @param junitFile where a JUnit report goes
 * @param summaryFile where Markdown goes
 */
public record RotationCheckConfig(
        Optional<Path> pathsFile,
        Duration rotationWarn,
        Duration rotationFail,
        Duration maxTokenAge,
        Optional<Duration> maxVersionAge,
        Duration pendingMaxAge,
        Optional<Path> junitFile,
        Optional<Path> summaryFile) {}
