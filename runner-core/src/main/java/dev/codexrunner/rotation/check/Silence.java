package dev.codexrunner.rotation.check;

import dev.codexrunner.failure.Failure;
import dev.codexrunner.failure.FailureException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Asks no more where nobody answers: hundreds of paths would each wait for the same dead host. For many threads.
 *
 * @see ServiceSilence
 * @see VaultSilence
 */
final class Silence {

    static final int ENOUGH = 3;

    private final AtomicInteger inARow = new AtomicInteger();
    private final Predicate<Failure> isSilence;
    private final IntFunction<Failure> instead;

    /**
     * @param isSilence which failures are no answer at all
     * @param instead what is said once there were enough of them in a row
     */
    Silence(Predicate<Failure> isSilence, IntFunction<Failure> instead) {
        this.isSilence = isSilence;
        this.instead = instead;
    }

    <T> T ask(Supplier<T> question) {
        int unanswered = inARow.get();
        if (unanswered >= ENOUGH) {
            throw instead.apply(unanswered).asException();
        }
        try {
            T answer = question.get();
            inARow.set(0);
            return answer;
        } catch (FailureException unasked) {
            if (isSilence.test(unasked.failure())) {
                inARow.incrementAndGet();
            }
            throw unasked;
        }
    }
}
