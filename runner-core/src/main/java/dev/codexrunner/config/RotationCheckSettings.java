package dev.codexrunner.config;

import static dev.codexrunner.config.SettingDraft.setting;
import static dev.codexrunner.config.ValueTypes.duration;
import static dev.codexrunner.config.ValueTypes.path;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The scheduled look at live tokens: the settings of {@link RotationCheckConfig}. */
final class RotationCheckSettings {

    private static final ValueType<Duration> AGE = duration(Duration.ZERO, Duration.ofDays(3_650));

    static final Setting<Optional<Path>> PATHS_FILE = check(
                    "paths-file", "file with several paths in place of --vault-path: one on a line, # for comments")
            .optional(path());
    static final Setting<Duration> ROTATION_WARN = check(
                    "rotation-warn", "time before its expiry at which a token is warned of")
            .byDefault("14d")
            .as(AGE);
    static final Setting<Duration> ROTATION_FAIL = check(
                    "rotation-fail", "time before its expiry at which a rotation is due (exit 13)")
            .byDefault("3d")
            .as(AGE);
    static final Setting<Duration> MAX_TOKEN_AGE = check(
                    "max-token-age", "age at which a token that says no expiry is due")
            .byDefault("90d")
            .as(AGE);
    static final Setting<Optional<Duration>> MAX_VERSION_AGE = check(
                    "max-version-age", "age at which the live version of the secret is due")
            .otherwise("not looked at")
            .optional(AGE);
    static final Setting<Duration> PENDING_MAX_AGE = check(
                    "pending-max-age", "how long a candidate or an unfinished rotation may lie")
            .byDefault("1d")
            .as(AGE);
    static final Setting<Optional<Path>> JUNIT_FILE =
            check("junit-file", "file for a JUnit report").otherwise("none").optional(path());
    static final Setting<Optional<Path>> SUMMARY_FILE = check(
                    "summary-file", "file for a Markdown summary with the next human step")
            .otherwise("none")
            .optional(path());

    static final List<Setting<?>> ALL = List.of(
            PATHS_FILE,
            ROTATION_WARN,
            ROTATION_FAIL,
            MAX_TOKEN_AGE,
            MAX_VERSION_AGE,
            PENDING_MAX_AGE,
            JUNIT_FILE,
            SUMMARY_FILE);

    private RotationCheckSettings() {}

    static RotationCheckConfig build(SettingValues values) {
        return new RotationCheckConfig(
                values.optional(PATHS_FILE),
                values.get(ROTATION_WARN),
                values.get(ROTATION_FAIL),
                values.get(MAX_TOKEN_AGE),
                values.optional(MAX_VERSION_AGE),
                values.get(PENDING_MAX_AGE),
                values.optional(JUNIT_FILE),
                values.optional(SUMMARY_FILE));
    }

    private static SettingDraft check(String name, String description) {
        return setting(name, SettingGroup.ROTATION_CHECK, description);
    }
}
