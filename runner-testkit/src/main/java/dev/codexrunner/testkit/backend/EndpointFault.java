package dev.codexrunner.testkit.backend;

import java.util.Map;

/** What an endpoint does instead of its work. */
public sealed interface EndpointFault {

    /** Answers with that, be it the service's word or a page of something in between. */
    record Answer(int status, String contentType, String body, Map<String, String> headers) implements EndpointFault {
        public Answer {
            headers = Map.copyOf(headers);
        }
    }

    /** Closes the connection instead of an answer. */
    record Cut() implements EndpointFault {}

    /** Says nothing until the backend is closed. */
    record Stall() implements EndpointFault {}

    /** Sends headers and the beginning of a body, and then nothing more until the backend is closed. */
    record StallInBody() implements EndpointFault {}

    /** A web page, as a proxy or a portal in between shows. */
    static EndpointFault page(int status) {
        return new Answer(
                status, "text/html; charset=utf-8", "<html><body>Sign in to the network</body></html>", Map.of());
    }

    /** JSON, with further headers. */
    static EndpointFault json(int status, String body, Map<String, String> headers) {
        return new Answer(status, "application/json", body, headers);
    }

    /** 429 that says when to come back. */
    static EndpointFault tooManyRequests(int retryAfterSeconds) {
        return json(
                429,
                "{\"error\":{\"message\":\"Rate limit reached.\",\"code\":\"rate_limit_exceeded\"}}",
                Map.of("Retry-After", Integer.toString(retryAfterSeconds)));
    }
}
