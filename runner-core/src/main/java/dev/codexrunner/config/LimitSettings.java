package dev.codexrunner.config;

import static dev.codexrunner.config.SettingDraft.setting;
import static dev.codexrunner.config.ValueTypes.duration;
import static dev.codexrunner.config.ValueTypes.wholeNumber;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;

/** Bounds on one run: the settings of {@link LimitConfig}. */
final class LimitSettings {

    private static final Duration LEAST = Duration.ofSeconds(1);
    private static final Duration MOST = Duration.ofHours(24);

    static final Setting<Duration> TIMEOUT = limit("timeout", "bound for the whole run, all attempts together")
            .byDefault("60m")
            .as(duration(LEAST, MOST));
    static final Setting<Duration> IDLE_TIMEOUT =
            limit("idle-timeout", "longest silence of codex").byDefault("15m").as(duration(LEAST, MOST));
    static final Setting<OptionalLong> MAX_TOKENS = limit(
                    "max-tokens", "tokens of this run, input plus output, after which it is ended")
            .otherwise("no budget")
            .optionalLong(wholeNumber(1, Long.MAX_VALUE));
    static final Setting<Integer> RETRIES = limit("retries", "further attempts after a retryable failure")
            .byDefault("1")
            .asInt(wholeNumber(0, 10));
    static final Setting<Duration> RETRY_WAIT = limit(
                    "retry-wait", "what the wait before a further attempt begins with; docs/retries.md has the rest")
            .byDefault("2s")
            .as(duration(Duration.ofMillis(1), Duration.ofMinutes(10)));

    static final List<Setting<?>> ALL = List.of(TIMEOUT, IDLE_TIMEOUT, MAX_TOKENS, RETRIES, RETRY_WAIT);

    private LimitSettings() {}

    static LimitConfig build(SettingValues values) {
        return new LimitConfig(
                values.get(TIMEOUT),
                values.get(IDLE_TIMEOUT),
                values.find(MAX_TOKENS).orElse(OptionalLong.empty()),
                values.get(RETRIES),
                values.get(RETRY_WAIT));
    }

    private static SettingDraft limit(String name, String description) {
        return setting(name, SettingGroup.LIMITS, description);
    }
}
