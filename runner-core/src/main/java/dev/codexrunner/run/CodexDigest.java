package dev.codexrunner.run;

import dev.codexrunner.launch.CodexBinary;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The digest of a run's codex, which is computed while codex works, and how long the report waits for it. */
record CodexDigest(CodexBinary binary, Cancellation cancellation) {

    /** Hashing codex's 294 MB takes a second, which most runs have had by the time they end. */
    private static final Duration BOUND = Duration.ofSeconds(5);

    /** Empty where it isn't known yet. */
    Optional<String> now() {
        return within(binary.sha256(), Duration.ZERO);
    }

    /** Empty where it doesn't become known in time. After a signal nobody waits: the runner's own end is near. */
    Optional<String> awaited() {
        CompletableFuture<Object> signal = new CompletableFuture<>();
        try (Cancellation.Registration waking = cancellation.onCancel(signal::complete)) {
            Optional<Object> unused = within(CompletableFuture.anyOf(binary.sha256(), signal), BOUND);
        }
        return now();
    }

    private static <T> Optional<T> within(CompletableFuture<T> answer, Duration bound) {
        try {
            return Optional.of(answer.get(bound.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException | ExecutionException unknown) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
