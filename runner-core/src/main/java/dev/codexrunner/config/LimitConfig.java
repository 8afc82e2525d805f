package dev.codexrunner.config;

import java.time.Duration;
import java.util.OptionalLong;

/**
 * Bounds on one run.
 *
 * @param timeout bound for the whole run of codex, all attempts together
 * @param idleTimeout longest silence of codex
 * @param maxTokens tokens of this run (input plus output) after which it is ended; empty: no budget
 * @param retries how many further attempts a retryable failure gets
 * @param retryWait what the wait before a further attempt begins with; it grows with each, and with the sort of failure
 */
public record LimitConfig(
        Duration timeout, Duration idleTimeout, OptionalLong maxTokens, int retries, Duration retryWait) {}
