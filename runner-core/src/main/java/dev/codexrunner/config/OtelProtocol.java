package dev.codexrunner.config;

/** How codex's telemetry is written on the wire, both over HTTP. */
public enum OtelProtocol {
    /** Protocol buffers. */
    BINARY,
    JSON
}
