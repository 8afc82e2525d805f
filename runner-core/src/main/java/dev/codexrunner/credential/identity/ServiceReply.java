package dev.codexrunner.credential.identity;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * An answer that came as a JSON object from the address that was asked: the service's own word.
 *
 * @param asked the address
 * @param status HTTP status
 * @param json the body
 * @param date the service's own time, by its header
 */
record ServiceReply(URI asked, int status, JsonNode json, Optional<Instant> date) {

    /** A code is a name, not a sentence, so that it may stand in a message: a sentence could quote what was sent. */
    private static final Pattern CODE = Pattern.compile("[a-zA-Z][a-zA-Z0-9_.-]{0,60}");

    boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    /** The text of a field; empty where it is missing, blank or of another type. */
    Optional<String> text(String field) {
        return json.path(field).stringValueOpt().filter(value -> !value.isBlank());
    }

    /** What the service calls the error, for instance {@code token_revoked}. */
    Optional<String> errorCode() {
        return Stream.of(json.path("error").path("code"), json.path("detail").path("code"), json.path("code"))
                .flatMap(node -> node.stringValueOpt().stream())
                .filter(CODE.asMatchPredicate())
                .findFirst();
    }

    /** All that the service says of the error, in lower case, to be searched and never to be shown. */
    String errorWords() {
        JsonNode error = json.path("error");
        JsonNode detail = json.path("detail");
        return String.join(
                        " ",
                        List.of(error, detail, json.path("message"), json.path("code")).stream()
                                .flatMap(node -> node.isObject()
                                        ? Stream.of(node.path("message"), node.path("code"), node.path("type"))
                                        : Stream.of(node))
                                .flatMap(node -> node.stringValueOpt().stream())
                                .toList())
                .toLowerCase(Locale.ROOT);
    }

    /** For messages: the status, and the service's own code where it gave one. */
    String described() {
        return "status " + status + errorCode().map(code -> ", " + code).orElse("");
    }

    /** For messages: host and port. */
    String host() {
        return asked.getAuthority();
    }
}
