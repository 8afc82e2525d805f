package dev.codexrunner.testkit.vault;

import java.util.Map;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the stand-in answers.
 *
 * @param status HTTP status
 * @param contentType the header
 * @param headers further headers
 * @param body text, may be empty
 */
record VaultAnswer(int status, String contentType, Map<String, String> headers, String body) {

    /** Keeps any number as it is; real servers make a double of it, so that a client has more to keep here. */
    static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    static VaultAnswer none() {
        return new VaultAnswer(204, "application/json", Map.of(), "");
    }

    static VaultAnswer json(int status, JsonNode body) {
        return new VaultAnswer(status, "application/json", Map.of(), body.toString());
    }

    /** As Vault wraps every successful answer. */
    static VaultAnswer data(int status, JsonNode data) {
        ObjectNode body = envelope();
        body.set("data", data);
        return json(status, body);
    }

    static VaultAnswer error(int status, String... errors) {
        ObjectNode body = JSON.createObjectNode();
        for (String error : errors) {
            body.withArray("errors").add(error);
        }
        body.withArray("errors");
        return json(status, body);
    }

    static VaultAnswer denied() {
        return error(403, "1 error occurred:\n\t* permission denied\n\n");
    }

    static VaultAnswer noRoute(String path) {
        return error(404, "no handler for route \"" + path + "\". route entry not found.");
    }

    static VaultAnswer html(int status) {
        return new VaultAnswer(status, "text/html; charset=utf-8", Map.of(), "<html><body>Access denied</body></html>");
    }

    static ObjectNode envelope() {
        ObjectNode body = JSON.createObjectNode();
        body.put("request_id", "00000000-0000-0000-0000-000000000000");
        body.put("lease_id", "").put("renewable", false).put("lease_duration", 0);
        body.putNull("data").putNull("wrap_info").putNull("warnings").putNull("auth");
        return body;
    }
}
