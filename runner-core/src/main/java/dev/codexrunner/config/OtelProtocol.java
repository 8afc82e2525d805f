package dev.codexrunner.config;

/** How codex's telemetry is written on the wire. */
public enum OtelProtocol {
    /** Protocol buffers over HTTP. */
    BINARY,
    /** Over HTTP. */
    JSON,
    /** Protocol buffers over gRPC. */
    GRPC
}
