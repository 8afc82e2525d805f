package dev.codexrunner.testkit.vault;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Which faults are due, and what they look like. */
final class FaultInjection implements AutoCloseable {

    private record Due(VaultFault fault, AtomicInteger left, String prefix) {}

    private final List<Due> due = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);

    void add(VaultFault fault, int times, String prefix) {
        due.add(new Due(fault, new AtomicInteger(times), prefix));
    }

    /** The fault for this request, counted down. */
    synchronized Optional<VaultFault> take(VaultCall call) {
        for (Iterator<Due> all = due.iterator(); all.hasNext(); ) {
            Due next = all.next();
            boolean meant = call.path().startsWith(next.prefix()) || call.line().startsWith(next.prefix());
            if (meant && next.left().getAndDecrement() > 0) {
                return Optional.of(next.fault());
            }
        }
        return Optional.empty();
    }

    static VaultAnswer answer(VaultFault fault) {
        return switch (fault) {
            case SEALED -> VaultAnswer.error(503, "Vault is sealed");
            case STANDBY_REDIRECT ->
                new VaultAnswer(307, "text/plain", Map.of("Location", "https://active.example.com:8200/v1/x"), "");
            case PERFORMANCE_STANDBY -> VaultAnswer.error(473);
            case REPLICA_LAG -> VaultAnswer.error(412, "required index state not present");
            case RATE_LIMITED -> rateLimited("1");
            case RATE_LIMITED_UNTIL ->
                rateLimited(DateTimeFormatter.RFC_1123_DATE_TIME.format(
                        ZonedDateTime.now(ZoneOffset.UTC).plusSeconds(1)));
            case RATE_LIMITED_FOR_A_DAY -> rateLimited("86400");
            case DENIED -> VaultAnswer.denied();
            case BAD_GATEWAY -> new VaultAnswer(502, "text/plain", Map.of(), "bad gateway");
            case UNAVAILABLE -> new VaultAnswer(503, "text/plain", Map.of(), "no backend");
            case EMPTY -> new VaultAnswer(200, "application/json", Map.of(), "");
            case OTHER_JSON -> new VaultAnswer(200, "application/json", Map.of(), "{\"status\":[\"ok\"]}");
            case BROKEN_TOKEN ->
                new VaultAnswer(
                        200, "application/json", Map.of(), "{\"auth\":{\"client_token\":\"hvs.first\\nsecond\"}}");
            case SERVER_ERROR -> VaultAnswer.error(500, "internal error");
            case HTML_200 -> VaultAnswer.html(200);
            case HTML_403 -> VaultAnswer.html(403);
            case TRUNCATED -> new VaultAnswer(200, "application/json", Map.of(), "{\"data\":{\"data\":{\"acc");
            case MFA_DEMAND ->
                new VaultAnswer(
                        200,
                        "application/json",
                        Map.of(),
                        "{\"auth\":{\"client_token\":\"\",\"mfa_requirement\":{\"mfa_request_id\":\"1\",\"mfa_constraints\":{}}}}");
            case NO_TOKEN -> new VaultAnswer(200, "application/json", Map.of(), "{\"auth\":null}");
            case ENDLESS,
                    SILENT,
                    RESET,
                    ANSWER_LOST,
                    TAKEN_IN_SILENCE,
                    TAKEN_BEHIND_A_PROXY,
                    HELD,
                    CUT_SHORT,
                    DRIPPING,
                    OVERTAKEN -> throw new IllegalArgumentException(fault + " is no answer");
        };
    }

    private static VaultAnswer rateLimited(String retryAfter) {
        return new VaultAnswer(
                429,
                "application/json",
                Map.of("Retry-After", retryAfter),
                "{\"errors\":[\"request path: rate limit quota exceeded\"]}");
    }

    static void sendCutShort(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, 1000);
        exchange.getResponseBody().write("{\"data\":".getBytes(StandardCharsets.US_ASCII));
    }

    /** Until the stand-in closes, or the client goes. */
    void sendDripping(HttpExchange exchange) throws IOException, InterruptedException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, 1_000_000);
        do {
            exchange.getResponseBody().write(' ');
            exchange.getResponseBody().flush();
        } while (!closed.await(1, TimeUnit.SECONDS));
    }

    static void sendEndless(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, 0);
        byte[] filler = " ".repeat(64 * 1024).getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < 1024; i++) { // 64 MiB: whoever reads all of it has no bound
            exchange.getResponseBody().write(filler);
        }
    }

    void awaitClose() {
        await(closed);
    }

    void awaitRelease() {
        await(released);
    }

    void release() {
        released.countDown();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        released.countDown();
        closed.countDown();
    }
}
