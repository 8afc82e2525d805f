package dev.codexrunner.credential.vault;

import dev.codexrunner.secret.Secret;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The fields of a secret in their order. A value that is not replaced is kept as the very text that the server sent, so
 * that a number beyond double, a nested object, null and any letter survive reading and writing back. Immutable;
 * {@link #toString()} shows names only.
 */
public final class SecretFields {

    public static final SecretFields EMPTY = new SecretFields(Map.of());

    private static final JsonMapper JSON = JsonMapper.shared();

    /** JSON text by field. */
    private final Map<String, String> values;

    /** Of JSON text by field, which stays as it is. */
    SecretFields(Map<String, String> values) {
        this.values = values;
    }

    /**
     * The members of a JSON object.
     *
     * @throws IllegalArgumentException where the text is no JSON object; the message holds nothing of it
     */
    public static SecretFields ofJson(String object) {
        return new SecretFields(JsonMembers.of(object)
                .orElseThrow(() -> new IllegalArgumentException("the fields of a secret are a JSON object")));
    }

    /** Names, in order. */
    public Set<String> names() {
        return Collections.unmodifiableSet(values.keySet());
    }

    /** A field's text; empty where there is no such field, or its value is no text. */
    public Optional<Secret> text(String field) {
        return Optional.ofNullable(values.get(field))
                .flatMap(SecretFields::parsed)
                .filter(JsonNode::isString)
                .map(node -> Secret.of(field, node.stringValue()));
    }

    /** With this field's text set: in its place where it exists, else at the end. */
    public SecretFields with(String field, Secret text) {
        return withText(field, text.reveal());
    }

    /** As {@link #with(String, Secret)}, for a text that is no secret. */
    public SecretFields withText(String field, String text) {
        Map<String, String> changed = new LinkedHashMap<>(values);
        changed.put(field, JSON.writeValueAsString(text));
        return new SecretFields(changed);
    }

    /** Without this field. */
    public SecretFields without(String field) {
        Map<String, String> changed = new LinkedHashMap<>(values);
        changed.remove(field);
        return new SecretFields(changed);
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }

    /** All of it as a JSON object. */
    public Secret json() {
        return Secret.of(
                "secret-fields",
                values.entrySet().stream()
                        .map(field -> JSON.writeValueAsString(field.getKey()) + ":" + field.getValue())
                        .collect(Collectors.joining(",", "{", "}")));
    }

    private static Optional<JsonNode> parsed(String json) {
        try {
            return Optional.of(JSON.readTree(json));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /** Equal are the same names with the same JSON text, in any order. */
    @Override
    public boolean equals(Object other) {
        return other instanceof SecretFields that && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return values.keySet().hashCode();
    }

    @Override
    public String toString() {
        return "SecretFields" + values.keySet();
    }
}
