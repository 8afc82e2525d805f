package dev.codexrunner.testkit.backend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * What points the real codex at a stand-in.
 *
 * @param port the stand-in's port on loopback
 */
public record CodexConnection(int port) {

    /** Scheme, host and port. */
    public String origin() {
        return "https://127.0.0.1:" + port;
    }

    /** codex's {@code chatgpt_base_url}. */
    public String chatgptBaseUrl() {
        return origin() + "/backend-api";
    }

    /** The variables that codex needs beside its token and CA; sorted by name. */
    public Map<String, String> environment() {
        return new TreeMap<>(Map.of(
                "CODEX_AGENT_IDENTITY_AUTHAPI_BASE_URL", origin() + "/api/accounts",
                "CODEX_AGENT_IDENTITY_JWKS_BASE_URL", chatgptBaseUrl(),
                "CODEX_AUTHAPI_BASE_URL", origin() + "/api/accounts"));
    }

    /**
     * A config.toml for CODEX_HOME. One retry each, so that failures show quickly.
     *
     * <p>A provider of its own, because the built-in one tries a WebSocket first.
     */
    public String configToml() {
        return """
                model_provider = "standin"
                chatgpt_base_url = "%s"

                [model_providers.standin]
                name = "stand-in on loopback"
                base_url = "%s/codex"
                wire_api = "responses"
                requires_openai_auth = true
                supports_websockets = false
                request_max_retries = 1
                stream_max_retries = 1
                stream_idle_timeout_ms = 60000
                """.formatted(chatgptBaseUrl(), chatgptBaseUrl());
    }

    /** Makes a CODEX_HOME with that config.toml; it must not lie under /tmp. */
    public Path writeCodexHome(Path codexHome) throws IOException {
        Files.createDirectories(codexHome);
        Files.writeString(codexHome.resolve("config.toml"), configToml());
        return codexHome;
    }
}
