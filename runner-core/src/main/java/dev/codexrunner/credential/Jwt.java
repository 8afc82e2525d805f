package dev.codexrunner.credential;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Header and claims of a JWT, unverified. */
final class Jwt {

    private static final int PARTS = 3;
    /** The end of the year 9999: beyond it there is no date that people write. */
    private static final double LAST_SECOND = 253_402_300_799d;

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JsonNode header;
    private final JsonNode claims;

    private Jwt(JsonNode header, JsonNode claims) {
        this.header = header;
        this.claims = claims;
    }

    /** Three parts, or the beginning that every JWT has: enough to speak of a damaged JWT rather than of no token. */
    static boolean looksLikeOne(String value) {
        return value.startsWith("eyJ") || value.split("\\.", -1).length == PARTS;
    }

    /** @throws dev.codexrunner.failure.FailureException {@link TokenFailure#JWT_UNREADABLE} */
    static Jwt parse(String value) {
        String[] parts = value.split("\\.", -1);
        if (parts.length != PARTS) {
            throw unreadable("It has " + parts.length + " parts joined by dots, not three.");
        }
        if (parts[2].isEmpty()) {
            throw unreadable("Its signature is missing.");
        }
        decode(parts[2], "signature");
        return new Jwt(object(parts[0], "header"), object(parts[1], "claims"));
    }

    Optional<String> header(String name) {
        return text(header.get(name));
    }

    Optional<String> claim(String name) {
        return text(claims.get(name));
    }

    /** A time claim, which counts seconds since 1970; a fraction is cut off. */
    Optional<Instant> time(String name) {
        JsonNode node = claims.get(name);
        if (node == null || !node.isNumber()) {
            return Optional.empty();
        }
        double seconds = node.doubleValue();
        if (Math.abs(seconds) > LAST_SECOND) {
            throw unreadable("Its claim " + name + " is no date.");
        }
        return Optional.of(Instant.ofEpochSecond((long) seconds));
    }

    /** The claim {@code aud}, which is a text or a list of them. */
    List<String> audiences() {
        JsonNode node = claims.get("aud");
        if (node == null) {
            return List.of();
        }
        Stream<JsonNode> nodes = node.isArray() ? node.valueStream() : Stream.of(node);
        return nodes.flatMap(one -> text(one).stream()).toList();
    }

    boolean isTrue(String name) {
        return claims.path(name).asBoolean(false);
    }

    boolean hasClaim(String name) {
        return claims.has(name);
    }

    private static Optional<String> text(@Nullable JsonNode node) {
        return node != null && node.isString() && !node.stringValue().isBlank()
                ? Optional.of(node.stringValue())
                : Optional.empty();
    }

    private static JsonNode object(String part, String name) {
        try {
            JsonNode node = JSON.readTree(new String(decode(part, name), StandardCharsets.UTF_8));
            if (node.isObject()) {
                return node;
            }
        } catch (JacksonException e) {
            // Its message quotes the text: said below in our own words.
        }
        throw unreadable("Its " + name + " part is no JSON object.");
    }

    private static byte[] decode(String part, String name) {
        try {
            return Base64.getUrlDecoder().decode(part);
        } catch (IllegalArgumentException e) {
            throw unreadable("Its " + name + " part is not valid Base64.");
        }
    }

    private static RuntimeException unreadable(String why) {
        return TokenFailure.JWT_UNREADABLE.with(why).asException();
    }
}
