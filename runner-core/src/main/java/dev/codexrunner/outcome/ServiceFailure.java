package dev.codexrunner.outcome;

import dev.codexrunner.failure.FailureKind;
import dev.codexrunner.failure.FailureText;
import dev.codexrunner.failure.FailureWords;

/**
 * What keeps a turn of codex from its end: token, network, limits, the model. In all of them {@code %1$s} is codex's own
 * message and {@code %2$s} a time to try again, as a clause of its own or empty.
 */
public enum ServiceFailure implements FailureText {
    TOKEN_REFUSED(
            FailureKind.CREDENTIAL,
            false,
            "The Codex backend refused the access token (401).",
            "codex said: %1$s",
            "Check with `codex-runner doctor` whether the token is expired or revoked; if so, create a new one and rotate it in."),
    WORKSPACE_REFUSED(
            FailureKind.CREDENTIAL,
            false,
            "The workspace refused the access token (403).",
            "codex said: %1$s",
            "Ask your ChatGPT administrator to allow access tokens and Codex for the token's owner in this workspace."),
    PROXY_AUTHENTICATION(
            FailureKind.CONNECTIVITY,
            false,
            "The proxy asks for credentials (407).",
            "codex said: %1$s",
            "Put the proxy's user and password into HTTPS_PROXY, or let the Codex hosts pass without them."),
    CODEX_PROXY_PAGE(
            FailureKind.CONNECTIVITY,
            false,
            "Something between here and the Codex backend answered with a web page.",
            "codex said: %1$s",
            "Let the proxy pass chatgpt.com and api.openai.com for this machine, or add them to NO_PROXY."),
    CERTIFICATE_NOT_TRUSTED(
            FailureKind.CONNECTIVITY,
            false,
            "codex does not trust the certificate that it was shown.",
            "codex said: %1$s",
            "Give the company's CA with --ca-bundle; `codex-runner doctor` shows who signed the certificate."),
    CODEX_CONNECTION_FAILED(
            FailureKind.CONNECTIVITY,
            true,
            "codex could not reach its backend.",
            "codex said: %1$s",
            "Check network, DNS, HTTPS_PROXY and --ca-bundle with `codex-runner doctor`."),
    USAGE_LIMIT(
            FailureKind.LIMITED,
            false,
            "The token's owner has hit the usage limit.",
            "codex said: %1$s",
            "Run again later%2$s, or have the workspace's administrator add credits."),
    QUOTA_EXCEEDED(
            FailureKind.LIMITED,
            false,
            "The quota is used up.",
            "codex said: %1$s",
            "Have the workspace's administrator check plan and billing, then run again%2$s."),
    RATE_LIMITED(
            FailureKind.LIMITED,
            true,
            "The Codex backend limits the rate of requests (429).",
            "codex said: %1$s",
            "Run again later%2$s, with fewer runs at the same time."),
    MODEL_AT_CAPACITY(
            FailureKind.LIMITED,
            true,
            "The model is at capacity.",
            "codex said: %1$s",
            "Run again later%2$s, or choose another model with --model."),
    CONTEXT_WINDOW(
            FailureKind.TURN_FAILED,
            false,
            "The task did not fit into the model's context window.",
            "codex said: %1$s",
            "Split the task, shorten prompt and AGENTS.md, or begin a new thread instead of resuming one."),
    REQUEST_REFUSED(
            FailureKind.TURN_FAILED,
            false,
            "The Codex backend refused the request as wrong.",
            "codex said: %1$s",
            "Check --model and --output-schema; a strict schema lists every property as required and allows no others."),
    CONTENT_REFUSED(
            FailureKind.TURN_FAILED,
            false,
            "The service refused the content of the task.",
            "codex said: %1$s",
            "Word the task differently; for security work ask your ChatGPT administrator about trusted access."),
    SERVICE_ERROR(
            FailureKind.TURN_FAILED,
            true,
            "The Codex backend had an error of its own.",
            "codex said: %1$s",
            "Run again later%2$s; see https://status.openai.com for known trouble."),
    STREAM_LOST(
            FailureKind.TURN_FAILED,
            true,
            "The connection to the model broke and could not be mended.",
            "codex said: %1$s",
            "Run again; if it keeps happening, look for a proxy that cuts long connections."),
    TURN_FAILED(
            FailureKind.TURN_FAILED,
            true,
            "codex reported that the turn failed.",
            "codex said: %1$s",
            "Read the message; events.jsonl and stderr.log in the report folder show what led to it.");

    private final FailureWords words;

    ServiceFailure(FailureKind kind, boolean retryable, String what, String why, String fix) {
        words = new FailureWords(kind, retryable, what, why, fix);
    }

    @Override
    public FailureWords words() {
        return words;
    }
}
