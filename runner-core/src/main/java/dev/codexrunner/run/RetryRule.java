package dev.codexrunner.run;

import dev.codexrunner.failure.FailureText;
import java.time.Duration;

/**
 * A failure that deserves another attempt. Pure data: one row of {@link RetryRules}.
 *
 * @param failure what an attempt ended with
 * @param atMost how many of a run's further attempts it can be the reason for, whatever {@code --retries} allows
 * @param waits the first wait, in units of {@code --retry-wait}; it doubles with each further attempt
 * @param longest bound that the doubling stops at
 * @param why why another attempt may go better, as a sentence
 */
record RetryRule(FailureText failure, int atMost, int waits, Duration longest, String why) {}
