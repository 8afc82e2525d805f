package dev.codexrunner.testkit.backend;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** The faults that are planned for endpoints. Thread-safe. */
final class EndpointFaults {

    private record Planned(EndpointFault fault, int times) {}

    private final Map<Endpoint, Planned> planned = new EnumMap<>(Endpoint.class);
    private final CountDownLatch closed;

    EndpointFaults(CountDownLatch closed) {
        this.closed = closed;
    }

    synchronized void plan(Endpoint endpoint, EndpointFault fault, int times) {
        planned.put(endpoint, new Planned(fault, times));
    }

    synchronized void forget(Endpoint endpoint) {
        planned.remove(endpoint);
    }

    private synchronized Optional<EndpointFault> next(Endpoint endpoint) {
        Planned now = planned.get(endpoint);
        if (now == null) {
            return Optional.empty();
        }
        if (now.times() <= 1) {
            planned.remove(endpoint);
        } else {
            planned.put(endpoint, new Planned(now.fault(), now.times() - 1));
        }
        return Optional.of(now.fault());
    }

    /** Plays the endpoint's fault where one is planned; whether it did. */
    boolean play(Endpoint endpoint, HttpExchange exchange) throws IOException {
        Optional<EndpointFault> fault = next(endpoint);
        if (fault.isPresent()) {
            play(fault.get(), exchange);
        }
        return fault.isPresent();
    }

    private void play(EndpointFault fault, HttpExchange exchange) throws IOException {
        if (fault instanceof EndpointFault.Answer answer) {
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", answer.contentType());
            answer.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        } else if (fault instanceof EndpointFault.StallInBody) {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            awaitTheEnd();
        } else if (fault instanceof EndpointFault.Stall) {
            awaitTheEnd();
        }
        exchange.close();
    }

    private void awaitTheEnd() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
