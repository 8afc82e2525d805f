package dev.codexrunner.credential.identity;

import dev.codexrunner.failure.Failure;
import dev.codexrunner.transport.AttemptResult;
import dev.codexrunner.transport.BoundedBody;
import dev.codexrunner.transport.ConnectionDiagnosis;
import dev.codexrunner.transport.RetryAfter;
import dev.codexrunner.transport.RetryReason;
import dev.codexrunner.transport.RetrySchedule;
import dev.codexrunner.transport.Retrying;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Calls the service: repeats what is worth repeating, and lets only the service's own JSON through. Whatever stands
 * between (a proxy, a portal, a broken network) ends as a thrown failure and never as an answer.
 */
final class ServiceCalls {

    /** codex gives a registration as much. */
    private static final Duration ONE_TRY = Duration.ofSeconds(30);

    private static final int LARGEST_BODY = 1 << 20;
    private static final int TOO_MANY_REQUESTS = 429;

    private final ServiceWire wire;
    private final Retrying retrying;

    ServiceCalls(ServiceWire wire) {
        this.wire = wire;
        this.retrying = new Retrying(RetrySchedule.within(wire.deadline()), wire.clock(), wire.random(), wire.pause());
    }

    /**
     * One call.
     *
     * @param prepare completes the request, for each try anew: what is signed holds the time
     * @throws dev.codexrunner.failure.FailureException where nobody but the service could tell, and it did not
     */
    ServiceReply call(URI target, UnaryOperator<HttpRequest.Builder> prepare) {
        return retrying.call(target.getHost(), (number, left) -> attempt(target, prepare, left));
    }

    private AttemptResult<ServiceReply> attempt(URI target, UnaryOperator<HttpRequest.Builder> prepare, Duration left)
            throws InterruptedException {
        HttpRequest request = prepare.apply(HttpRequest.newBuilder(target)
                        .header("Accept", "application/json")
                        .header("User-Agent", "codex-runner"))
                .build();
        try {
            return judged(target, answer(request, left.compareTo(ONE_TRY) < 0 ? left : ONE_TRY));
        } catch (BoundedBody.TooLarge tooLarge) {
            throw IdentityFailure.SERVICE_ANSWER_UNREADABLE
                    .with(target.getAuthority(), "a body of more than 1 MiB")
                    .asException();
        } catch (IOException broken) {
            Failure failure = ConnectionDiagnosis.of(broken, target, wire.proxies());
            if (failure.retryable()) {
                return AttemptResult.again(RetryReason.CONNECTION_LOST, Optional.empty(), failure);
            }
            throw failure.asException();
        }
    }

    /** Headers and body within the bound: {@code HttpRequest.timeout} would end with the headers. */
    private HttpResponse<byte[]> answer(HttpRequest request, Duration bound) throws IOException, InterruptedException {
        CompletableFuture<HttpResponse<byte[]>> answer =
                wire.http().sendAsync(request, info -> new BoundedBody(LARGEST_BODY));
        try {
            return answer.get(Math.max(1, bound.toMillis()), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new HttpTimeoutException("no complete answer in time");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
        } finally {
            answer.cancel(true);
        }
    }

    private AttemptResult<ServiceReply> judged(URI target, HttpResponse<byte[]> response) {
        int status = response.statusCode();
        Optional<Failure> foreign = ConnectionDiagnosis.ofResponse(
                status, response.headers().firstValue("Content-Type").orElse(""), target, wire.proxies());
        Optional<RetryReason> reason = RetryReason.ofStatus(status);
        if (reason.isPresent()) {
            IdentityFailure kind =
                    status == TOO_MANY_REQUESTS ? IdentityFailure.SERVICE_LIMITS_RATE : IdentityFailure.SERVICE_FAILS;
            return AttemptResult.again(
                    reason.get(),
                    response.headers()
                            .firstValue("Retry-After")
                            .flatMap(value -> RetryAfter.parse(value, wire.clock())),
                    foreign.orElse(kind.with(target.getAuthority(), "status " + status)));
        }
        foreign.ifPresent(failure -> {
            throw failure.asException();
        });
        if (status >= 500) {
            throw IdentityFailure.SERVICE_FAILS
                    .with(target.getAuthority(), "status " + status)
                    .asException();
        }
        if (status >= 300 && status < 400) {
            throw IdentityFailure.SERVICE_REDIRECTS
                    .with(target.getAuthority(), status)
                    .asException();
        }
        return AttemptResult.done(new ServiceReply(target, status, object(target, response), date(response)));
    }

    private static JsonNode object(URI target, HttpResponse<byte[]> response) {
        try {
            JsonNode json = JsonMapper.shared().readTree(response.body());
            if (json.isObject()) {
                return json;
            }
        } catch (JacksonException e) {
            // Its message quotes the body: said below in our own words.
        }
        throw IdentityFailure.SERVICE_ANSWER_UNREADABLE
                .with(target.getAuthority(), "status " + response.statusCode() + " and no JSON object")
                .asException();
    }

    private static Optional<Instant> date(HttpResponse<byte[]> response) {
        try {
            return response.headers()
                    .firstValue("Date")
                    .map(value -> Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(value)));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }
}
