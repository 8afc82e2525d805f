package dev.codexrunner.testkit.vault;

import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The entries that users may attach to a secret, with the limits that real servers set. */
final class CustomMetadata {

    private static final int MOST_KEYS = 64;
    private static final int LONGEST_KEY = 128;
    private static final int LONGEST_VALUE = 512;

    private Map<String, String> entries = new TreeMap<>();

    JsonNode json() {
        ObjectNode json = VaultAnswer.JSON.createObjectNode();
        entries.forEach(json::put);
        return entries.isEmpty() ? json.nullNode() : json;
    }

    VaultAnswer replace(JsonNode given) {
        return take(new TreeMap<>(), given);
    }

    /** RFC 7396: null removes, everything else is set, what is not named stays. */
    VaultAnswer merge(JsonNode given) {
        return take(new TreeMap<>(entries), given);
    }

    private VaultAnswer take(Map<String, String> merged, JsonNode given) {
        for (Map.Entry<String, JsonNode> entry : given.properties()) {
            if (entry.getValue().isNull()) {
                merged.remove(entry.getKey());
            } else if (entry.getValue().isString()) {
                merged.put(entry.getKey(), entry.getValue().stringValue());
            } else {
                return VaultAnswer.error(
                        500,
                        "1 error occurred:\n\t* json: cannot unmarshal into Go struct field .custom_metadata of type string");
            }
        }
        boolean tooLong = merged.entrySet().stream()
                .anyMatch(entry -> entry.getKey().length() > LONGEST_KEY
                        || entry.getValue().isEmpty()
                        || entry.getValue().length() > LONGEST_VALUE);
        if (merged.size() > MOST_KEYS || tooLong) {
            return VaultAnswer.error(400, "1 error occurred:\n\t* custom_metadata validation failed\n\n");
        }
        entries = merged;
        return VaultAnswer.none();
    }
}
