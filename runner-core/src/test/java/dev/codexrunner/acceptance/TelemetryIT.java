package dev.codexrunner.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** What codex sends to a collector, and that its headers' secrets stay where they belong. */
@ExtendWith(WithScene.class)
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TelemetryIT {

    private static final String HEADER = "c0llect0r-key-8f2e71a9";

    private record Request(String path, String header, String body) {}

    private final Scene scene;
    private final Queue<Request> requests = new ConcurrentLinkedQueue<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer collector;

    TelemetryIT(Scene scene) throws IOException {
        this.scene = scene;
        collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void listen() {
        collector.setExecutor(threads);
        collector.createContext("/", exchange -> {
            String header = String.valueOf(exchange.getRequestHeaders().getFirst("x-api-key"));
            requests.add(new Request(
                    exchange.getRequestURI().getPath(),
                    header,
                    new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, 2);
            exchange.getResponseBody().write("{}".getBytes(UTF_8));
            exchange.close();
        });
        collector.start();
    }

    @AfterEach
    void stop() {
        collector.stop(0);
        threads.shutdownNow();
    }

    private String endpoint() {
        return "http://127.0.0.1:" + collector.getAddress().getPort() + "/otlp/";
    }

    private List<String> paths() {
        return requests.stream().map(Request::path).distinct().sorted().toList();
    }

    @Test
    void figures_go_to_the_collector_without_prompt_output_or_token() throws Exception {
        RunnerProcess runner = scene.run().playing(Scripts.ENVIRONMENT_BACKWARDS);
        FinishedRun run = runner.option("--otel-endpoint", endpoint())
                .option("--otel-protocol", "json")
                .env("CODEX_RUNNER_OTEL_HEADERS", "x-api-key=" + HEADER)
                .finish()
                .succeeds();

        assertThat(paths()).containsExactly("/otlp/v1/metrics", "/otlp/v1/traces");
        assertThat(requests).allSatisfy(request -> {
            assertThat(request.header()).isEqualTo(HEADER);
            assertThat(request.body())
                    .doesNotContain("[scenario:", HEADER, new StringBuilder("CODEXRUNNER_RUN_ID").reverse());
        });
        String events = Files.readString(run.reportDir().resolve("events.jsonl"));
        assertThat(events).contains(new StringBuilder("CODEXRUNNER_RUN_ID").reverse());
        assertThat(events).doesNotContain(HEADER, new StringBuilder(HEADER).reverse());
    }

    @Test
    void logs_are_sent_where_they_are_asked_for_and_hold_what_commands_printed() throws Exception {
        RunnerProcess runner = scene.run().playing(Scripts.ENVIRONMENT_BACKWARDS);
        Path headers = Files.writeString(runner.folder().resolve("headers"), "x-api-key=" + HEADER + "\n");
        Files.setPosixFilePermissions(headers, PosixFilePermissions.fromString("rw-------"));
        runner.option("--otel-endpoint", endpoint())
                .option("--otel-protocol", "json")
                .option("--otel-signals", "logs")
                .option("--otel-headers-file", headers.toString())
                .finish()
                .succeeds();

        assertThat(paths()).containsExactly("/otlp/v1/logs");
        String all = String.join("\n", requests.stream().map(Request::body).toList());
        assertThat(requests).allSatisfy(request -> assertThat(request.header()).isEqualTo(HEADER));
        assertThat(all).as("docs/telemetry.md says so").contains(new StringBuilder("CODEXRUNNER_RUN_ID").reverse());
        assertThat(all).contains("[REDACTED]").doesNotContain("[scenario:", HEADER);
    }

    @Test
    void nothing_is_sent_anywhere_by_default() throws Exception {
        scene.run().finish().succeeds();

        assertThat(requests).isEmpty();
    }
}
