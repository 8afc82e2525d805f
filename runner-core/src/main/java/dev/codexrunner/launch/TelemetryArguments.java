package dev.codexrunner.launch;

import dev.codexrunner.config.CodexConfig;
import dev.codexrunner.config.OtelSignal;
import dev.codexrunner.config.TelemetryConfig;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * codex's settings for its own telemetry. Its headers are none of them: arguments can be read by every user of the machine,
 * so these go by {@link ChildEnvironment#withTelemetryHeaders}. Pure.
 */
public final class TelemetryArguments {

    private TelemetryArguments() {}

    /** The same with these settings before the given ones, which win where they were allowed by name. */
    public static CodexConfig laidUnder(CodexConfig codex, TelemetryConfig telemetry) {
        return codex.withConfigBefore(settings(telemetry));
    }

    static List<String> settings(TelemetryConfig telemetry) {
        List<String> settings = new ArrayList<>();
        telemetry.otelEndpoint().ifPresent(endpoint -> {
            // codex's own default for metrics is a service of OpenAI's, so each one that isn't asked for is switched
            // off.
            for (OtelSignal signal : OtelSignal.values()) {
                settings.add(key(signal) + "=" + exporter(telemetry, endpoint, signal));
            }
            settings.add("otel.log_user_prompt=false");
        });
        return settings;
    }

    private static String key(OtelSignal signal) {
        return switch (signal) {
            case METRICS -> "otel.metrics_exporter";
            case TRACES -> "otel.trace_exporter";
            case LOGS -> "otel.exporter";
        };
    }

    private static String exporter(TelemetryConfig telemetry, URI endpoint, OtelSignal signal) {
        if (!telemetry.otelSignals().contains(signal)) {
            return "\"none\"";
        }
        String base = endpoint.toASCIIString().replaceAll("/+$", "");
        String address = base + "/v1/" + signal.name().toLowerCase(Locale.ROOT);
        String protocol = telemetry.otelProtocol().name().toLowerCase(Locale.ROOT);
        // A URI in ASCII has neither quotation marks nor backslashes.
        return "{otlp-http={endpoint=\"" + address + "\",protocol=\"" + protocol + "\"}}";
    }
}
