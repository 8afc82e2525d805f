package dev.codexrunner.credential.vault;

import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Waits for one answer, headers and body, until a deadline ({@code HttpRequest.timeout} on JDK 17 ends with the
 * headers, so that a body that drips would hold us for ever).
 *
 * @param clock tells the time left
 * @param deadline when to give up
 * @param onInterrupt whether an interrupt hangs up at once, or lets what was begun come to its end
 */
record ResponseWait(Clock clock, Instant deadline, OnInterrupt onInterrupt) {

    /** How long a login or a revocation under way may still take after an interrupt. */
    static final Duration GRACE = Duration.ofSeconds(2);

    /** What an interrupt does to a request under way. */
    enum OnInterrupt {
        /** A read: nothing is lost by hanging up. */
        HANG_UP,
        /** A login, whose token would live on unknown to us; a revocation, which is the way out itself. */
        FINISH
    }

    <T> T on(CompletableFuture<T> answer) throws IOException, InterruptedException {
        boolean interrupted = false;
        Instant until = deadline;
        try {
            while (true) {
                try {
                    long left =
                            Math.max(1, Duration.between(clock.instant(), until).toMillis());
                    return answer.get(left, TimeUnit.MILLISECONDS);
                } catch (InterruptedException e) {
                    if (onInterrupt == OnInterrupt.HANG_UP) {
                        answer.cancel(true);
                        throw e;
                    }
                    Instant graceEnds = clock.instant().plus(GRACE);
                    until = graceEnds.isBefore(until) && !interrupted ? graceEnds : until;
                    interrupted = true;
                } catch (TimeoutException e) {
                    answer.cancel(true);
                    if (interrupted) { // the grace is over: what ends us is the cancellation, not a slow server
                        throw new InterruptedException();
                    }
                    throw new HttpTimeoutException("no complete answer in time");
                } catch (ExecutionException e) {
                    throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
