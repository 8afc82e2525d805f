package dev.codexrunner.jenkins.result;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The run itself.
 *
 * @param id unique
 * @param name of the job
 * @param durationMs in milliseconds, so {@code firstEventMs}: from the start to codex's first event
 */
public record RunView(
        String id,
        Optional<String> name,
        Optional<Instant> startedAt,
        Optional<Instant> endedAt,
        OptionalLong durationMs,
        OptionalLong firstEventMs,
        String runnerVersion,
        String host) {}
