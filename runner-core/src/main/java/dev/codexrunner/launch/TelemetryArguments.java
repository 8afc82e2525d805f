package dev.codexrunner.launch;

import dev.codexrunner.config.CodexConfig;
import dev.codexrunner.config.OtelProtocol;
import dev.codexrunner.config.OtelSignal;
import dev.codexrunner.config.TelemetryConfig;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * codex's settings for its own telemetry. Its headers are none of them: arguments can be read by every user of the machine,
 * so these go by {@link ChildEnvironment#withTelemetryHeaders}. Pure.
 */
public final class TelemetryArguments {

    private TelemetryArguments() {}

    /**
     * The same with these settings before the given ones, which win where they were allowed by name.
     *
     * @param caFile whose authorities codex trusts. Its HTTP exporter learns of it as codex itself does; that for gRPC only here
     */
    public static CodexConfig laidUnder(CodexConfig codex, TelemetryConfig telemetry, Optional<Path> caFile) {
        return codex.withConfigBefore(settings(telemetry, caFile));
    }

    static List<String> settings(TelemetryConfig telemetry, Optional<Path> caFile) {
        List<String> settings = new ArrayList<>();
        telemetry.otelEndpoint().ifPresent(endpoint -> {
            // codex's own default for metrics is a service of OpenAI's, so each one that isn't asked for is switched
            // off.
            for (OtelSignal signal : OtelSignal.values()) {
                settings.add(key(signal) + "=" + exporter(telemetry, endpoint, signal, caFile));
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

    private static String exporter(TelemetryConfig telemetry, URI endpoint, OtelSignal signal, Optional<Path> caFile) {
        if (!telemetry.otelSignals().contains(signal)) {
            return "\"none\"";
        }
        String base = endpoint.toASCIIString().replaceAll("/+$", "");
        if (telemetry.otelProtocol() == OtelProtocol.GRPC) {
            String trust = caFile.filter(file -> "https".equalsIgnoreCase(endpoint.getScheme()))
                    .map(file -> ",tls={ca-certificate=" + HiddenFiles.quoted(file) + "}")
                    .orElse("");
            return "{otlp-grpc={endpoint=\"" + base + "\"" + trust + "}}";
        }
        String address = base + "/v1/" + signal.name().toLowerCase(Locale.ROOT);
        String protocol = telemetry.otelProtocol().name().toLowerCase(Locale.ROOT);
        // A URI in ASCII has neither quotation marks nor backslashes.
        return "{otlp-http={endpoint=\"" + address + "\",protocol=\"" + protocol + "\"}}";
    }
}
