package dev.codexrunner.jenkins.whole;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** For what other processes do. */
final class Waiting {

    private static final long PAUSE_MS = 250;

    private Waiting() {}

    /** Asks until there is an answer; fails after that time. */
    static <T> T until(String what, Duration atMost, Question<Optional<T>> question) throws Exception {
        long begin = System.nanoTime();
        while (true) {
            Optional<T> answer = question.ask();
            if (answer.isPresent()) {
                return answer.get();
            }
            if (System.nanoTime() - begin > atMost.toNanos()) {
                throw new AssertionError(what + " did not come within " + atMost.toSeconds() + " s");
            }
            TimeUnit.MILLISECONDS.sleep(PAUSE_MS);
        }
    }

    /** Asks until it is so, and tells how long that took. */
    static Duration untilTrue(String what, Duration atMost, Question<Boolean> question) throws Exception {
        long begin = System.nanoTime();
        until(what, atMost, () -> question.ask() ? Optional.of(true) : Optional.empty());
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    /** One that may fail. */
    interface Question<T> {
        T ask() throws Exception;
    }
}
