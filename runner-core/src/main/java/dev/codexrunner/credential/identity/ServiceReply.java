package dev.codexrunner.credential.identity;

import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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

    private static final Pattern ADDRESS = Pattern.compile("\\S*/\\S*");

    boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    /** The text of a field; empty where it is missing, blank or of another type. */
    Optional<String> text(String field) {
        return json.path(field).stringValueOpt().filter(value -> !value.isBlank());
    }

    /** What the service calls the error, for instance {@code token_revoked}. */
    Optional<String> errorCode() {
        return errorCodes().findFirst();
    }

    /** Every name that the answer gives the error, the codes before the types. */
    Stream<String> errorCodes() {
        JsonNode error = json.path("error");
        JsonNode detail = json.path("detail");
        return Stream.of(error.path("code"), detail.path("code"), json.path("code"), error, error.path("type"))
                .flatMap(node -> node.stringValueOpt().stream())
                .filter(CODE.asMatchPredicate());
    }

    /**
     * All that the service says of the error, in lower case, to be searched and never to be shown. Without addresses: a
     * server that has no such page repeats what it was asked for, and those words are ours.
     */
    String errorWords() {
        Stream<JsonNode> places = Stream.concat(
                Stream.of(json, json.path("error"), json.path("detail")), json.path("errors").values().stream());
        return ADDRESS.matcher(places.flatMap(node -> node.isObject()
                                ? Stream.of("error", "detail", "message", "error_description", "code", "type", "title")
                                        .map(node::path)
                                : Stream.of(node))
                        .flatMap(node -> node.stringValueOpt().stream())
                        .collect(Collectors.joining(" "))
                        .toLowerCase(Locale.ROOT))
                .replaceAll(" ");
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
