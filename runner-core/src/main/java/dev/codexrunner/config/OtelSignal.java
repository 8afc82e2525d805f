package dev.codexrunner.config;

/** A sort of telemetry that codex can send. */
public enum OtelSignal {
    METRICS,
    TRACES,
    /** They carry what the agent's commands were and printed, and nothing of it goes through our redactor. */
    LOGS
}
