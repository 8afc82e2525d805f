package dev.codexrunner.run;

import dev.codexrunner.failure.Failure;
import dev.codexrunner.outcome.EndFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;

/** How a signal to the runner reaches whatever the run is doing just then. Thread-safe; the first signal counts. */
public final class Cancellation {

    private final List<IntConsumer> listeners = new ArrayList<>();
    private OptionalInt signal = OptionalInt.empty();
    private Runnable lastWords = () -> {};

    /** @param received number of the signal */
    public void cancel(int received) {
        List<IntConsumer> toTell;
        synchronized (this) {
            if (signal.isPresent()) {
                return;
            }
            signal = OptionalInt.of(received);
            toTell = List.copyOf(listeners);
        }
        toTell.forEach(listener -> listener.accept(received));
    }

    /** What is to be written down where the process is ended because the run doesn't come to its end. */
    public synchronized void onHalt(Runnable words) {
        lastWords = words;
    }

    /** Writes it down; on a thread of its own, since it may hang as the run does. */
    public void lastWords() {
        Runnable words;
        synchronized (this) {
            words = lastWords;
        }
        words.run();
    }

    /** The signal that came, if one did. */
    public synchronized OptionalInt signal() {
        return signal;
    }

    /** The signal as the run's failure, if one came. */
    public synchronized Optional<Failure> failure() {
        return signal.isPresent()
                ? Optional.of(EndFailure.CANCELLED.with(signal.getAsInt()).withSignal(signal.getAsInt()))
                : Optional.empty();
    }

    /**
     * Calls the listener when a signal comes, at once if it has come already. Closing the answer ends that.
     *
     * @param listener gets the signal's number, on the signal's thread
     */
    public Registration onCancel(IntConsumer listener) {
        OptionalInt already;
        synchronized (this) {
            listeners.add(listener);
            already = signal;
        }
        already.ifPresent(listener);
        return () -> {
            synchronized (this) {
                listeners.remove(listener);
            }
        };
    }

    /**
     * Waits, unless a signal comes or came already.
     *
     * @return whether the time has passed without one
     */
    boolean passes(Duration time) {
        // No interrupt: one that came late would close the files that the record is then written to.
        CountDownLatch came = new CountDownLatch(1);
        try (Registration waking = onCancel(received -> came.countDown())) {
            return !came.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException somebodyElse) {
            Thread.currentThread().interrupt();
            return signal().isEmpty();
        }
    }

    /** Ends a listener's interest. */
    public interface Registration extends AutoCloseable {
        @Override
        void close();
    }
}
