package dev.codexrunner.run;

import java.io.InputStream;
import java.time.Clock;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/**
 * What a run takes from the world around it. Only {@code cli} makes one from the real world; a test makes its own.
 *
 * @param variables the environment variables
 * @param standardInput read only where the prompt or the token comes from it
 * @param clock for dates: a token's expiry, a report's timestamps
 * @param nanoTime for durations; only goes forward
 * @param random for the jitter of retries
 * @param host this machine's name, for the report
 * @param runnerVersion for the report
 */
public record RunSurroundings(
        Map<String, String> variables,
        InputStream standardInput,
        Clock clock,
        LongSupplier nanoTime,
        RandomGenerator random,
        String host,
        String runnerVersion) {

    /** Without the environment, which holds secrets. */
    @Override
    public String toString() {
        return "RunSurroundings[" + host + ", " + runnerVersion + "]";
    }
}
