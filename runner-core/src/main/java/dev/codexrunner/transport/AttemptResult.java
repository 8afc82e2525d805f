package dev.codexrunner.transport;

import dev.codexrunner.failure.Failure;
import java.time.Duration;
import java.util.Optional;

/** How one try ended. A final failure is no result: it is thrown. */
public sealed interface AttemptResult<T> {

    /** It went well. */
    record Done<T>(T value) implements AttemptResult<T> {}

    /**
     * It failed in a way that is worth another try.
     *
     * @param reason why
     * @param retryAfter what the server asked for, see {@link RetryAfter}
     * @param failure what to report when there is no further try
     */
    record Again<T>(RetryReason reason, Optional<Duration> retryAfter, Failure failure) implements AttemptResult<T> {}

    static <T> AttemptResult<T> done(T value) {
        return new Done<>(value);
    }

    static <T> AttemptResult<T> again(RetryReason reason, Optional<Duration> retryAfter, Failure failure) {
        return new Again<>(reason, retryAfter, failure);
    }
}
