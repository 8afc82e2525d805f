package dev.codexrunner.credential.vault;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * What the server answered, before anyone interpreted it. The driver hides headers, and swallows most statuses; this is
 * the answer that it saw.
 *
 * @param status HTTP status
 * @param contentType the header's value, or empty text
 * @param retryAfter how long the server asks us to stay away
 * @param location target of a redirect
 * @param body the text; may hold secrets, so {@link #toString()} leaves it out
 */
record VaultReply(
        int status, String contentType, Optional<Duration> retryAfter, Optional<String> location, String body) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** The body as JSON; a missing node where it is none. */
    JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (JacksonException e) {
            return MissingNode.getInstance();
        }
    }

    /** The body's {@code data}; a missing node where there is none. */
    JsonNode data() {
        return json().path("data");
    }

    /** Vault's own words: its errors, else its warnings, else empty text. Neither cleaned nor bounded. */
    String words() {
        JsonNode json = json();
        JsonNode list = json.path("errors").isEmpty() ? json.path("warnings") : json.path("errors");
        return list.valueStream()
                .filter(JsonNode::isString)
                .map(JsonNode::stringValue)
                .collect(Collectors.joining("; "));
    }

    /** Whether Vault's own words hold this text, whatever the case. */
    boolean says(String text) {
        return words().toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT));
    }

    boolean isHtml() {
        return contentType.toLowerCase(Locale.ROOT).contains("html")
                || body.stripLeading().regionMatches(true, 0, "<!doctype", 0, 9)
                || body.stripLeading().regionMatches(true, 0, "<html", 0, 5);
    }

    boolean isJsonObject() {
        return json().isObject();
    }

    @Override
    public String toString() {
        return "VaultReply[" + status + " " + contentType + ", " + body.length() + " characters]";
    }
}
