package dev.codexrunner.events;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The fields of one JSON object, forgiving: a missing or wrong-typed one gives an empty value and a note. Where a key
 * comes twice the first value counts and the second is kept beside it.
 */
final class JsonFields {

    private final String path;
    private final List<String> oddities;
    private final Map<String, JsonNode> first = new LinkedHashMap<>();
    private final Map<String, JsonNode> second = new HashMap<>();
    private final Map<String, JsonFields> nested = new HashMap<>();
    private final Set<String> asked = new HashSet<>();

    private JsonFields(String path, List<String> oddities) {
        this.path = path;
        this.oddities = oddities;
    }

    /**
     * Reads the object at which the parser stands.
     *
     * @param nestedName the one field whose object may hold a key twice too; null for none
     */
    static JsonFields read(JsonParser parser, String path, @Nullable String nestedName, List<String> oddities) {
        JsonFields fields = new JsonFields(path, oddities);
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            JsonToken token = parser.nextToken();
            if (name.equals(nestedName) && token == JsonToken.START_OBJECT) {
                fields.nested.putIfAbsent(name, read(parser, path + name + ".", null, oddities));
            } else {
                JsonNode value = parser.readValueAsTree();
                if (fields.first.putIfAbsent(name, value) != null) {
                    fields.second.putIfAbsent(name, value);
                }
            }
        }
        return fields;
    }

    /** The fields of an object that was read as a tree already. */
    static JsonFields of(JsonNode object, String path, List<String> oddities) {
        JsonFields fields = new JsonFields(path, oddities);
        object.properties().forEach(field -> fields.first.put(field.getKey(), field.getValue()));
        return fields;
    }

    Optional<JsonFields> nested(String name) {
        asked.add(name);
        return Optional.ofNullable(nested.get(name));
    }

    /** A value of any type; empty where absent or null. */
    Optional<JsonNode> value(String name) {
        asked.add(name);
        return Optional.ofNullable(first.get(name)).filter(value -> !value.isNull());
    }

    /** The value of a key's second appearance. */
    Optional<String> secondText(String name) {
        return Optional.ofNullable(second.get(name))
                .filter(JsonNode::isString)
                .map(value -> clean(value.stringValue()));
    }

    Optional<String> optionalText(String name) {
        Optional<JsonNode> value = value(name);
        if (value.isPresent() && !value.get().isString()) {
            odd(name + " is no text");
            return Optional.of(json(value.get()));
        }
        return value.map(text -> clean(text.stringValue()));
    }

    String text(String name) {
        Optional<String> text = optionalText(name);
        if (text.isEmpty()) {
            odd(name + " is missing");
        }
        return text.orElse("");
    }

    /** Any value as JSON text; empty where absent. */
    String jsonText(String name) {
        return value(name).map(JsonFields::json).orElse("");
    }

    OptionalInt integer(String name) {
        OptionalLong number = number(name);
        if (number.isPresent() && number.getAsLong() != (int) number.getAsLong()) {
            odd(name + " is out of range");
            return OptionalInt.empty();
        }
        return number.isPresent() ? OptionalInt.of((int) number.getAsLong()) : OptionalInt.empty();
    }

    OptionalLong number(String name) {
        Optional<JsonNode> value = value(name);
        if (value.isEmpty()) {
            return OptionalLong.empty();
        }
        if (!value.get().isIntegralNumber() || !value.get().canConvertToLong()) {
            odd(name + " is no whole number");
            return OptionalLong.empty();
        }
        return OptionalLong.of(value.get().longValue());
    }

    boolean flag(String name) {
        return value(name)
                .map(value -> value.isBoolean() && value.booleanValue())
                .orElse(false);
    }

    /** The objects of an array; what is no object is passed over and noted. */
    List<JsonFields> objects(String name) {
        List<JsonFields> objects = new ArrayList<>();
        Optional<JsonNode> value = value(name);
        if (value.isEmpty() || !value.get().isArray()) {
            odd(name + " is no array");
            return objects;
        }
        for (JsonNode element : value.get()) {
            if (element.isObject()) {
                objects.add(of(element, path + name + ".", oddities));
            } else {
                odd(name + " holds no object");
            }
        }
        return objects;
    }

    /** Notes every field that nobody asked for. */
    void noteUnknown() {
        first.keySet().stream().filter(name -> !asked.contains(name)).forEach(name -> odd(name + " is unknown"));
    }

    /** The whole object as JSON text. */
    String raw() {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        first.forEach(object::set);
        return json(object);
    }

    List<String> oddities() {
        return oddities;
    }

    private void odd(String what) {
        if (oddities.size() < EventParser.MAX_ODDITIES) {
            oddities.add(Excerpt.head(clean(path + what), 200));
        }
    }

    private static String json(JsonNode node) {
        return clean(node.toString());
    }

    /** Half a surrogate pair can't be written as UTF-8: writers throw on it, or silently change it. */
    static String clean(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return text.codePoints()
                        .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xFFFD : c)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
            }
        }
        return text;
    }
}
