package dev.codexrunner.config;

import static dev.codexrunner.config.SettingDraft.setting;
import static dev.codexrunner.config.ValueTypes.choice;
import static dev.codexrunner.config.ValueTypes.duration;
import static dev.codexrunner.config.ValueTypes.expiry;
import static dev.codexrunner.config.ValueTypes.text;
import static dev.codexrunner.config.ValueTypes.wholeNumber;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** One step of a rotation: the settings of {@link RotationConfig}. */
final class RotationSettings {

    private static final Duration MOST = Duration.ofDays(3_650);

    static final Setting<Optional<String>> OWNER = rotation(
                    "owner", "who answers for the new token, such as a person's or a team's address")
            .optional(text("TEXT"));
    static final Setting<Optional<String>> TOKEN_NAME = rotation(
                    "token-name", "name under which the new token was created, to find it when it is to be revoked")
            .optional(text("TEXT"));
    static final Setting<Optional<StatedExpiry>> EXPIRES_AT = rotation(
                    "expires-at", "when the new token ends: a day (UTC), a moment, or never")
            .otherwise("what the token itself says")
            .optional(expiry());
    static final Setting<Boolean> REPLACE =
            rotation("replace", "replace another candidate that waits").asSwitch();
    static final Setting<OptionalInt> EXPECT_LIVE_VERSION = rotation(
                    "expect-live-version", "version of the live secret that the step is meant for; another one ends it")
            .optionalInt(wholeNumber(0, Integer.MAX_VALUE));
    static final Setting<Boolean> ALLOW_IDENTITY_CHANGE = rotation(
                    "allow-identity-change", "the new token may be another person's, account's or workspace's")
            .asSwitch();
    static final Setting<Boolean> UNPROVEN = rotation(
                    "unproven", "a person's word is enough that the old token is revoked: nobody can be asked about it")
            .asSwitch();
    static final Setting<Duration> MIN_VALIDITY = rotation("min-validity", "how long the new token must still be valid")
            .byDefault("1d")
            .as(duration(Duration.ZERO, MOST));
    static final Setting<Duration> VERIFICATION_MAX_AGE = rotation(
                    "verification-max-age", "how old the verification of what goes live may be")
            .byDefault("1h")
            .as(duration(Duration.ofSeconds(1), Duration.ofDays(30)));
    static final Setting<RotationMetadata> ROTATION_METADATA = rotation(
                    "rotation-metadata", "where owner, name and expiry are kept: Vault's custom metadata, or fields")
            .byDefault("auto")
            .as(choice(RotationMetadata.class));

    static final List<Setting<?>> ALL = List.of(
            OWNER,
            TOKEN_NAME,
            EXPIRES_AT,
            REPLACE,
            EXPECT_LIVE_VERSION,
            ALLOW_IDENTITY_CHANGE,
            UNPROVEN,
            MIN_VALIDITY,
            VERIFICATION_MAX_AGE,
            ROTATION_METADATA);

    private RotationSettings() {}

    static RotationConfig build(SettingValues values) {
        return new RotationConfig(
                values.optional(OWNER),
                values.optional(TOKEN_NAME),
                values.optional(EXPIRES_AT),
                values.get(REPLACE),
                values.find(EXPECT_LIVE_VERSION).orElse(OptionalInt.empty()),
                values.get(ALLOW_IDENTITY_CHANGE),
                values.get(UNPROVEN),
                values.get(MIN_VALIDITY),
                values.get(VERIFICATION_MAX_AGE),
                values.get(ROTATION_METADATA));
    }

    private static SettingDraft rotation(String name, String description) {
        return setting(name, SettingGroup.ROTATION, description);
    }
}
