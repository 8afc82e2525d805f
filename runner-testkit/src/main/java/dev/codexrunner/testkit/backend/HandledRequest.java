package dev.codexrunner.testkit.backend;

import java.time.Instant;
import java.util.Optional;

/**
 * One request as the backend saw and judged it.
 *
 * @param sequence 1 for the first request
 * @param at when it was judged
 * @param method HTTP method
 * @param path path without query
 * @param endpoint which known call it was; empty for any other path
 * @param auth what checking its credential gave
 */
public record HandledRequest(
        long sequence, Instant at, String method, String path, Optional<Endpoint> endpoint, AuthCheck auth) {

    /** Whether it asked the model. */
    public boolean isToTheModel() {
        return endpoint.equals(Optional.of(Endpoint.RESPONSES));
    }
}
