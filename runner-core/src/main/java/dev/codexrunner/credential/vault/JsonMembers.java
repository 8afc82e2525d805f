package dev.codexrunner.credential.vault;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/** Takes a JSON object apart without interpreting the values: parsed and written again, a number could change. */
final class JsonMembers {

    private static final JsonMapper JSON = JsonMapper.shared();

    private JsonMembers() {}

    /** Name to the text of the value as it stands, in order; empty where the text is no JSON object. */
    static Optional<Map<String, String>> of(String text) {
        Map<String, String> members = new LinkedHashMap<>();
        try (JsonParser parser = JSON.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                JsonToken first = parser.nextToken();
                long start = parser.currentTokenLocation().getCharOffset();
                if (first.isStructStart()) {
                    parser.skipChildren();
                } else {
                    parser.getString(); // the parser reads a text to its end only when asked for it
                }
                long end = parser.currentLocation().getCharOffset();
                members.put(name, text.substring((int) start, (int) end));
            }
            return parser.nextToken() == null ? Optional.of(members) : Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty(); // its message would quote the text
        }
    }
}
