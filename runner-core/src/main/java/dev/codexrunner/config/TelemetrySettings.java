package dev.codexrunner.config;

import static dev.codexrunner.config.SettingDraft.setting;
import static dev.codexrunner.config.ValueTypes.address;
import static dev.codexrunner.config.ValueTypes.choice;
import static dev.codexrunner.config.ValueTypes.path;

import dev.codexrunner.secret.Secret;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** codex's own telemetry: the settings of {@link TelemetryConfig}. */
final class TelemetrySettings {

    private static final Set<OtelSignal> WITHOUT_CONTENT = Set.of(OtelSignal.METRICS, OtelSignal.TRACES);

    static final Setting<Optional<URI>> OTEL_ENDPOINT = telemetry(
                    "otel-endpoint",
                    "base address of an OTLP collector for codex's telemetry; https, except on loopback")
            .otherwise("no telemetry")
            .optional(address());
    static final Setting<OtelProtocol> OTEL_PROTOCOL = telemetry(
                    "otel-protocol", "how it is written: over HTTP, or grpc")
            .byDefault("binary")
            .as(choice(OtelProtocol.class));
    static final Setting<Set<OtelSignal>> OTEL_SIGNALS = telemetry(
                    "otel-signals", "what is sent; logs carry the agent's commands and their output, not redacted")
            .otherwise("metrics and traces")
            .setOf(choice(OtelSignal.class));
    static final Setting<Optional<Secret>> OTEL_HEADERS = telemetry(
                    "otel-headers", "headers of each request, as name=value,name=value")
            .asSecret();
    static final Setting<Optional<Path>> OTEL_HEADERS_FILE =
            telemetry("otel-headers-file", "file with the same").optional(path());

    static final List<Setting<?>> ALL =
            List.of(OTEL_ENDPOINT, OTEL_PROTOCOL, OTEL_SIGNALS, OTEL_HEADERS, OTEL_HEADERS_FILE);

    private TelemetrySettings() {}

    static TelemetryConfig build(SettingValues values) {
        Set<OtelSignal> asked = values.find(OTEL_SIGNALS).orElse(Set.of());
        return new TelemetryConfig(
                values.optional(OTEL_ENDPOINT),
                values.get(OTEL_PROTOCOL),
                asked.isEmpty() ? WITHOUT_CONTENT : asked,
                values.optional(OTEL_HEADERS),
                values.optional(OTEL_HEADERS_FILE));
    }

    private static SettingDraft telemetry(String name, String description) {
        return setting(name, SettingGroup.TELEMETRY, description);
    }
}
