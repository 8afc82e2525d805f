package dev.codexrunner.testkit.backend;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What the backend handled, in order. Thread-safe. */
final class RequestLog {

    private final Clock clock;
    private final Consumer<HandledRequest> listener;
    private final List<HandledRequest> requests = new ArrayList<>();

    RequestLog(Clock clock, Consumer<HandledRequest> listener) {
        this.clock = clock;
        this.listener = listener;
    }

    synchronized void add(String method, String path, Optional<Endpoint> endpoint, AuthCheck auth) {
        HandledRequest request =
                new HandledRequest(requests.size() + 1L, clock.instant(), method, path, endpoint, auth);
        requests.add(request);
        listener.accept(request);
    }

    synchronized List<HandledRequest> snapshot() {
        return List.copyOf(requests);
    }
}
