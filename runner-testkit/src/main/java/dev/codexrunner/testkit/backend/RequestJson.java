package dev.codexrunner.testkit.backend;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** A handled request as one line of verified.jsonl. */
public final class RequestJson {

    private RequestJson() {}

    public static String line(HandledRequest request) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("sequence", request.sequence());
        fields.put("at", request.at().toString());
        fields.put("method", request.method());
        fields.put("path", request.path());
        fields.put("endpoint", request.endpoint().map(Enum::name).orElse(null));
        fields.put("auth", request.auth().outcome().name());
        fields.put("detail", request.auth().detail());
        return JsonMapper.shared().writeValueAsString(fields);
    }
}
