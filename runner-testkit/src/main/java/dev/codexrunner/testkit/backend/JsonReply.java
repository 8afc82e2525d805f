package dev.codexrunner.testkit.backend;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.json.JsonMapper;

/**
 * A whole answer.
 *
 * @param status HTTP status
 * @param body JSON text
 */
public record JsonReply(int status, String body) {

    static JsonReply ok(Object value) {
        return new JsonReply(200, JsonMapper.shared().writeValueAsString(value));
    }

    void send(HttpExchange exchange) throws IOException {
        send(exchange, status, body);
    }

    static void send(HttpExchange exchange, int status, String body) throws IOException {
        boolean head = exchange.getRequestMethod().equals("HEAD");
        byte[] bytes = head ? new byte[0] : body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
