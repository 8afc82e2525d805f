package dev.codexrunner.credential.vault;

import dev.codexrunner.credential.FetchedToken;
import dev.codexrunner.failure.Failure;
import dev.codexrunner.failure.FailureException;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A fetch on a thread of its own, to be interrupted. Its questions wait for its end. */
final class InterruptedFetch {

    private final CompletableFuture<FetchedToken> outcome = new CompletableFuture<>();
    private final CompletableFuture<Boolean> flag = new CompletableFuture<>();
    private final Thread thread;

    private InterruptedFetch(VaultScene fetch) {
        thread = new Thread(
                () -> {
                    try {
                        outcome.complete(fetch.fetch());
                    } catch (FailureException | Error e) {
                        outcome.completeExceptionally(e);
                    } finally {
                        flag.complete(Thread.currentThread().isInterrupted());
                    }
                },
                "fetch");
        thread.setDaemon(true);
    }

    static InterruptedFetch start(VaultScene fetch) {
        InterruptedFetch fetching = new InterruptedFetch(fetch);
        fetching.thread.start();
        return fetching;
    }

    void interrupt() {
        thread.interrupt();
    }

    Failure failure() throws InterruptedException {
        thread.join();
        Throwable problem = outcome.handle(
                        (token, thrown) -> thrown == null ? new AssertionError("a token came") : thrown)
                .join();
        if (problem instanceof FailureException failed) {
            return failed.failure();
        }
        throw new AssertionError("not a failure of ours", problem);
    }

    List<String> warnings() throws InterruptedException {
        thread.join();
        return outcome.join().warnings();
    }

    boolean keptTheInterrupt() throws InterruptedException {
        thread.join();
        return flag.join();
    }
}
