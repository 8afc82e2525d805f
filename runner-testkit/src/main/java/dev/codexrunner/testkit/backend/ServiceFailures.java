package dev.codexrunner.testkit.backend;

import java.util.Map;

/** Failures in the words of the real service. */
public final class ServiceFailures {

    private ServiceFailures() {}

    public static ModelTurn usageLimit() {
        return http(
                429,
                "{\"error\":{\"type\":\"usage_limit_reached\",\"message\":\"The usage limit has been reached\","
                        + "\"plan_type\":\"enterprise\",\"resets_in_seconds\":3600}}");
    }

    public static ModelTurn rateLimited(int retryAfterSeconds) {
        return new ModelTurn.HttpError(
                429,
                "{\"error\":{\"type\":\"rate_limit_exceeded\",\"message\":\"Rate limit reached.\"}}",
                Map.of("Retry-After", Integer.toString(retryAfterSeconds)));
    }

    public static ModelTurn unauthorized() {
        return http(401, "{\"error\":{\"message\":\"Your access token could not be verified.\"}}");
    }

    public static ModelTurn workspaceForbidden() {
        return http(403, "{\"detail\":\"Contact your ChatGPT administrator for access\"}");
    }

    public static ModelTurn serverError() {
        return http(500, "{\"error\":{\"message\":\"The server had an error.\"}}");
    }

    public static ModelTurn badRequest() {
        return http(
                400,
                "{\"error\":{\"message\":\"Invalid 'input': the request is not supported by this model.\","
                        + "\"type\":\"invalid_request_error\",\"param\":\"input\",\"code\":\"invalid_value\"}}");
    }

    public static ModelTurn quotaExceeded() {
        return new ModelTurn.ResponseFailed("insufficient_quota", "You exceeded your current quota.");
    }

    public static ModelTurn contextWindowExceeded() {
        return new ModelTurn.ResponseFailed(
                "context_length_exceeded", "Your input exceeds the context window of this model.");
    }

    public static ModelTurn atCapacity() {
        return new ModelTurn.ResponseFailed("server_is_overloaded", "The model is overloaded.");
    }

    private static ModelTurn http(int status, String body) {
        return new ModelTurn.HttpError(status, body, Map.of());
    }
}
