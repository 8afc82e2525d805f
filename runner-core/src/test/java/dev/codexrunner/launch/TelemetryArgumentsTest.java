package dev.codexrunner.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.config.OtelProtocol;
import dev.codexrunner.config.OtelSignal;
import dev.codexrunner.config.TelemetryConfig;
import dev.codexrunner.secret.Secret;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TelemetryArgumentsTest {

    @Test
    void without_a_collector_there_is_no_word_of_telemetry() {
        assertThat(TelemetryArguments.settings(TelemetryConfig.OFF, Optional.empty()))
                .isEmpty();
    }

    @Test
    void what_is_not_asked_for_is_switched_off_by_name_and_prompts_always() {
        assertThat(TelemetryArguments.settings(
                        new TelemetryConfig(
                                Optional.of(URI.create("https://collector.example.com:4318/otlp/")),
                                OtelProtocol.BINARY,
                                Set.of(OtelSignal.METRICS),
                                Optional.of(Secret.of("otel-headers", "x-api-key=secret")),
                                Optional.empty()),
                        Optional.of(Path.of("/run/ca.pem"))))
                .containsExactly(
                        "otel.metrics_exporter={otlp-http={endpoint=\"https://collector.example.com:4318/otlp/v1/metrics\","
                                + "protocol=\"binary\"}}",
                        "otel.trace_exporter=\"none\"",
                        "otel.exporter=\"none\"",
                        "otel.log_user_prompt=false");
    }

    @Test
    void over_grpc_the_company_ca_is_named_since_that_exporter_reads_no_variable_for_it() {
        assertThat(grpc("https://collector.example.com:4317/"))
                .contains("otel.trace_exporter={otlp-grpc={endpoint=\"https://collector.example.com:4317\","
                        + "tls={ca-certificate=\"/run/a \\\"b\\\"/ca.pem\"}}}");
        assertThat(grpc("http://127.0.0.1:4317"))
                .contains("otel.trace_exporter={otlp-grpc={endpoint=\"http://127.0.0.1:4317\"}}");
    }

    private static List<String> grpc(String endpoint) {
        return TelemetryArguments.settings(
                new TelemetryConfig(
                        Optional.of(URI.create(endpoint)),
                        OtelProtocol.GRPC,
                        Set.of(OtelSignal.TRACES),
                        Optional.empty(),
                        Optional.empty()),
                Optional.of(Path.of("/run/a \"b\"/ca.pem")));
    }
}
