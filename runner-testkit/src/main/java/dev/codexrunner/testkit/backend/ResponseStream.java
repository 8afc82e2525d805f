package dev.codexrunner.testkit.backend;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** Server-sent events of one response. */
final class ResponseStream {

    private static final Map<String, Object> USAGE = Map.of(
            "input_tokens", 100,
            "input_tokens_details", Map.of("cached_tokens", 40),
            "output_tokens", 20,
            "output_tokens_details", Map.of("reasoning_tokens", 5),
            "total_tokens", 120);

    private final JsonMapper json = JsonMapper.shared();
    private final OutputItemJson items = new OutputItemJson();
    private final String id = "resp_" + UUID.randomUUID();
    private final OutputStream out;

    private ResponseStream(OutputStream out) {
        this.out = out;
    }

    static ResponseStream open(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        ResponseStream stream = new ResponseStream(exchange.getResponseBody());
        stream.send("response.created", Map.of("response", Map.of("id", stream.id)));
        return stream;
    }

    void item(OutputItem item) throws IOException {
        send("response.output_item.done", Map.of("item", items.of(item)));
    }

    void items(List<OutputItem> all) throws IOException {
        for (OutputItem item : all) {
            item(item);
        }
    }

    void complete() throws IOException {
        send("response.completed", Map.of("response", Map.of("id", id, "usage", USAGE)));
        out.close();
    }

    void fail(String code, String message) throws IOException {
        send(
                "response.failed",
                Map.of("response", Map.of("id", id, "error", Map.of("code", code, "message", message))));
        out.close();
    }

    private void send(String type, Map<String, Object> fields) throws IOException {
        Map<String, Object> event = new java.util.LinkedHashMap<>();
        event.put("type", type);
        event.putAll(fields);
        String frame = "event: " + type + "\ndata: " + json.writeValueAsString(event) + "\n\n";
        out.write(frame.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
