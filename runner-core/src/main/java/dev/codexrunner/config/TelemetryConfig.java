package dev.codexrunner.config;

import dev.codexrunner.secret.Secret;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * codex's own OpenTelemetry export. Off without an endpoint.
 *
 * @param otelEndpoint base address of an OTLP collector; {@code /v1/logs} and its like come behind it
 * @param otelProtocol how it is written
 * @param otelSignals what is sent
 * @param otelHeaders headers of each request, as {@code name=value,name=value}
 * @param otelHeadersFile file with the same
 */
public record TelemetryConfig(
        Optional<URI> otelEndpoint,
        OtelProtocol otelProtocol,
        Set<OtelSignal> otelSignals,
        Optional<Secret> otelHeaders,
        Optional<Path> otelHeadersFile) {

    /** Nothing is sent. */
    public static final TelemetryConfig OFF =
            new TelemetryConfig(Optional.empty(), OtelProtocol.BINARY, Set.of(), Optional.empty(), Optional.empty());
}
