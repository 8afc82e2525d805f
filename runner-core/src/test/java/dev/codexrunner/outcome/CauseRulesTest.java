package dev.codexrunner.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CauseRulesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "token-refused | unexpected status 401 Unauthorized: Incorrect API key provided, url: http://127.0.0.1/v1/responses",
                "workspace-refused | unexpected status 403 Forbidden: no, url: https://chatgpt.com/x",
                "workspace-refused | Contact your ChatGPT administrator for access",
                "codex-proxy-page | unexpected status 403 Forbidden: <!DOCTYPE html><html><body>Blocked</body></html>",
                "proxy-authentication | unexpected status 407 Proxy Authentication Required: <html>",
                "rate-limited | exceeded retry limit, last status: 429 Too Many Requests",
                "usage-limit | You\u2019ve hit your usage limit. Visit x or try again at 10:26 PM.",
                "usage-limit | You've hit your usage limit.",
                "quota-exceeded | Quota exceeded. Check your plan and billing details.",
                "model-at-capacity | Selected model is at capacity. Please try a different model.",
                "context-window | Codex ran out of room in the model\u2019s context window. Start a new thread.",
                "service-error | We\u2019re currently experiencing high demand, which may cause temporary errors.",
                "service-error | unexpected status 503 Service Unavailable: busy",
                "stream-lost | stream disconnected before completion: stream closed before response.completed",
                "codex-connection-failed | Connection failed: error sending request",
                "codex-connection-failed | stream disconnected before completion: error sending request for url (https://x/)",
                "certificate-not-trusted | Connection failed: invalid peer certificate: UnknownIssuer",
                "token-refused | Reconnecting... 2/5 (unexpected status 401 Unauthorized: Unauthorized)",
                "request-refused | {\"error\":{\"message\":\"Invalid schema\",\"type\":\"invalid_request_error\"}}",
                "request-refused | {\"detail\":\"The model is not supported\"}",
                "token-refused | Error running remote compact task: unexpected status 401 Unauthorized: Missing bearer, url: https://x/, cf-ray: a, request id: b, auth error: invalid_token",
                "token-refused | Your access token could not be refreshed because your refresh token has expired. Please log out and sign in again.",
                "service-error | unexpected status 502 Bad Gateway: upstream said status 401, url: https://x/v1/responses",
                "service-error | unexpected status 500 Internal Server Error: Unknown error, url: https://llm-proxy.corp/v1/responses",
                "service-error | exceeded retry limit, last status: 503 Service Unavailable, request id: 12",
                "workspace-refused | unexpected status 403 Forbidden: Unknown error, url: https://proxy.corp/backend-api/codex/responses, cf-ray: 9f",
                "workspace-refused | unexpected status 403 Forbidden: {\"detail\":\"Codex is disabled for this workspace\"}, url: https://x/",
                "codex-proxy-page | unexpected status 403 Forbidden: Access denied by Zscaler, url: https://x/",
                "codex-proxy-page | unexpected status 302 Found: Unknown error, url: https://x/",
                "codex-proxy-page | unexpected status 503 Service Unavailable: <!-- squid --><html><body>ERR_DNS_FAIL</body></html>, url: https://x/",
                "codex-proxy-page | Access blocked by Cloudflare. This usually happens when connecting from a restricted region (status 403 Forbidden), url: https://x/, cf-ray: 9",
                "codex-proxy-page | <html><head><title>400 Bad Request</title></head></html>",
                "proxy-authentication | Connection failed: tunnel error: proxy authorization required",
                "usage-limit | You\u2019ve hit your usage limit for gpt-5-codex. Switch to another model now, or try again at Dec 3rd, 2026 10:26 PM.",
                "usage-limit | Your workspace is out of credits. Ask your workspace owner to refill in order to continue.",
                "usage-limit | You hit your spend cap set by the owner of your workspace. Ask an owner to increase your spend cap to continue.",
                "quota-exceeded | To use Codex with your ChatGPT plan, upgrade to Plus: https://chatgpt.com/explore/plus.",
                "quota-exceeded | {\"error\":{\"message\":\"You exceeded your current quota\",\"code\":\"insufficient_quota\"}}",
                "model-at-capacity | Policy-restricted capacity is unavailable. Please try again later.",
                "rate-limited | stream disconnected before completion: Rate limit reached for gpt-5 in organization org-1 on tokens per min (TPM): Limit 30000. Please try again in 11.054s. Visit https://x to learn more.",
                "context-window | {\"error\":{\"message\":\"Your input exceeds the context window of this model.\",\"code\":\"context_length_exceeded\"}}",
                "content-refused | This request has been flagged for possible cybersecurity risk.",
                "content-refused | stream disconnected before completion: Incomplete response returned, reason: content_filter",
                "request-refused | {\"error\":{\"message\":\"Invalid input: certificate tunnel rate limit <html>\",\"type\":\"invalid_request_error\"}}",
                "request-refused | unexpected status 404 Not Found: The model `x` does not exist or you do not have access to it., url: https://x/",
                "request-refused | Image poisoning",
                "stream-lost | request timed out",
                "stream-lost | stream disconnected before completion: idle timeout waiting for SSE",
                "stream-lost | Error while reading the server response: error decoding response body, request id: x",
                "stream-lost | stream disconnected before completion: websocket closed by server before response.completed",
                "codex-connection-failed | Reconnecting... waiting for network (Connection failed: error sending request for url (https://x/))",
                "codex-connection-failed | stream disconnected before completion: tcp connect error: No route to host (os error 113)",
                "certificate-not-trusted | Connection failed: invalid peer certificate: Expired",
                "codex-ca-refused | stream disconnected before completion: failed to configure websocket TLS: Failed to load CA certificates from /x/ca.pem selected by CODEX_CA_CERTIFICATE: no certificates found in PEM file.",
                "codex-connection-failed | stream disconnected before completion: failed to lookup address information: Name does not resolve",
                "codex-connection-failed | stream disconnected before completion: Connection refused (os error 111)",
                "codex-config | Missing environment variable: `NOPE`.",
                "sandbox-unavailable | codex-linux-sandbox was required but not provided",
            })
    void a_message_of_codex_stands_for(String expected, String message) {
        assertThat(CauseRules.ofMessage(message)).get().extracting("code").isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "managed-policy | Error loading config.toml: invalid value for `sandbox_mode`: `WorkspaceWrite` is not in the allowed set [ReadOnly] (set by /etc/codex/requirements.toml)",
                "cloud-config | Error: Failed to load cloud config bundle (workspace-managed policies).",
                "not-a-trusted-directory | Not inside a trusted directory and --skip-git-repo-check was not specified.",
                "no-prompt | No prompt provided via stdin.",
                "schema-file-refused | Output schema file s.json is not valid JSON: expected value at line 1",
                "schema-file-refused | Failed to read output schema file s.json: No such file",
                "last-message-file | Error: Failed to open last message file /x/y",
                "unknown-thread | Error: thread/resume: thread/resume failed: no rollout found for thread id 01a1",
                "codex-config | Error loading config.toml: invalid type",
                "required-mcp-server | Error: required MCP servers failed to initialize: t",
                "login-refused | Error: failed to verify agent identity JWT",
                "codex-connection-failed | Error: failed to request agent identity JWKS",
                "managed-policy | authentication requirements do not permit any usable login method",
                "login-restricted | Login is restricted to workspace(s) a, but current credentials belong to b. Logging out.",
                "login-restricted | API key login is required, but ChatGPT is currently being used. Logging out.",
                "login-refused | Error: Your authentication session could not be refreshed automatically. Please log out and sign in again.",
                "cloud-config | Error: Timed out waiting for cloud config bundle after 15s",
                "cloud-config | Error: Failed to load Cloud requirements (workspace-managed policies).",
                "codex-config | Error loading configuration: bad",
                "codex-config | Error loading rules:",
                "codex-config | Error loading config.toml: unknown configuration field `x` in -c/--config override",
                "codex-config | Error: Model provider `x` not found",
                "codex-config | Error: No default OSS provider configured. Use --local-provider=provider",
                "codex-home-refused | Error finding codex home: CODEX_HOME points to /x, but that path is not a directory",
                "prompt-refused | Failed to read prompt from stdin: input looked like UTF-16LE but could not be decoded.",
                "login-restricted | ChatGPT login is required, but an API key is currently being used. Logging out.",
                "codex-config | Error parsing -c overrides: Invalid override (missing '='): x",
                "codex-home-refused | Error finding codex home: CODEX_HOME points to a file",
                "codex-ca-refused | Error: Failed to build HTTP client while using CA bundle from /x (SSL_CERT_FILE)",
                "unknown-thread | Error: thread/resume: thread/resume failed: invalid thread id",
                "required-mcp-server | Error: thread/resume: thread/resume failed: required MCP servers failed to initialize: docs",
                "sandbox-program-unusable | bundled bubblewrap digest mismatch for /x/bwrap: expected sha256:1, got sha256:2",
                "sandbox-unavailable | Error: bwrap: No permissions to create new namespace",
                "login-refused | 2026-11-21T04:25:06.284804Z ERROR codex_login: agent task registration failed with status 403",
            })
    void a_line_of_stderr_stands_for(String expected, String line) {
        StderrReader reader = new StderrReader();
        reader.accept("WARNING: proceeding, even though we could not create PATH aliases");
        reader.accept(line);
        assertThat(CauseRules.ofStart(reader.summary()))
                .get()
                .extracting("code")
                .isEqualTo(expected);
    }

    @Test
    void the_time_to_try_again_is_carried_into_the_fix() {
        assertThat(CauseRules.ofMessage(
                        "You\u2019ve hit your usage limit. Visit https://x/y or try again at 10:26 PM."))
                .get()
                .extracting("fix")
                .asString()
                .contains("(at 10:26 PM)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "You've hit your usage limit. Try again at Dec 3rd, 2026 10:26 PM. | (at Dec 3rd, 2026 10:26 PM)",
                "Rate limit reached. Please try again in 11.054s. Visit https://x. | (in 11.054s)",
            })
    void a_time_to_try_again_is_found_in_each_wording(String message, String time) {
        assertThat(CauseRules.ofMessage(message))
                .get()
                .extracting("fix")
                .asString()
                .contains(time);
    }

    @Test
    void a_log_line_yields_to_what_codex_tells_its_user_but_explains_missing_policies() {
        String log = "2026-11-21T04:25:06Z ERROR codex_login: failed to verify agent identity JWT";
        assertThat(start(log, "No prompt provided via stdin.")).isEqualTo("no-prompt");
        assertThat(start(log, "Error: Failed to load cloud config bundle (workspace-managed policies)."))
                .isEqualTo("login-refused");
        assertThat(start(
                        "2026-11-21T04:25:06Z WARN codex_core: bubblewrap not found",
                        "Error: Failed to load cloud config bundle"))
                .isEqualTo("cloud-config");
    }

    @Test
    void a_cause_on_a_later_line_of_the_same_message_is_found() {
        assertThat(start("Error loading config.toml:", "`never` is not in the allowed set [OnRequest]"))
                .isEqualTo("managed-policy");
    }

    private static String start(String... lines) {
        StderrReader reader = new StderrReader();
        List.of(lines).forEach(reader::accept);
        return CauseRules.ofStart(reader.summary()).orElseThrow().code();
    }

    @Test
    void a_message_that_nobody_knows_stands_for_nothing() {
        assertThat(CauseRules.ofMessage("The cat sat on the keyboard.")).isEmpty();
    }

    @Test
    void a_percent_sign_in_a_message_is_only_a_percent_sign() {
        assertThat(CauseRules.ofMessage("unexpected status 401 Unauthorized: 100%s %n")
                        .orElseThrow()
                        .reason())
                .contains("100%s %n");
    }
}
