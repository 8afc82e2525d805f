package dev.codexrunner.testkit.backend;

import java.util.Optional;
import java.util.regex.Pattern;

/** The calls that codex makes, in about the order in which it makes them. */
public enum Endpoint {
    JWKS("GET", "/backend-api/wham/agent-identities/jwks"),
    TASK_REGISTER("POST", "/api/accounts/v1/agent/[^/]+/task/register"),
    WHOAMI("GET", "/api/accounts/v1/user-auth-credential/whoami"),
    ACCOUNTS_CHECK("GET", "/backend-api/wham/accounts/check"),
    CONFIG_BUNDLE("GET", "/backend-api/wham/config/bundle"),
    MODELS("GET", "/backend-api/codex/models"),
    RESPONSES("POST", "/backend-api/codex/responses");

    private final String method;
    private final Pattern path;

    Endpoint(String method, String path) {
        this.method = method;
        this.path = Pattern.compile(path);
    }

    static Optional<Endpoint> of(String method, String path) {
        for (Endpoint endpoint : values()) {
            if (endpoint.method.equals(method) && endpoint.path.matcher(path).matches()) {
                return Optional.of(endpoint);
            }
        }
        return Optional.empty();
    }
}
