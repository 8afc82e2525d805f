package dev.codexrunner.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CauseRulesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "TOKEN_REFUSED | unexpected status 401 Unauthorized: Incorrect API key provided, url: http://127.0.0.1/v1/responses",
                "WORKSPACE_REFUSED | unexpected status 403 Forbidden: no, url: https://chatgpt.com/x",
                "WORKSPACE_REFUSED | Contact your ChatGPT administrator for access",
                "PROXY_PAGE | unexpected status 403 Forbidden: <!DOCTYPE html><html><body>Blocked</body></html>",
                "PROXY_AUTHENTICATION | unexpected status 407 Proxy Authentication Required: <html>",
                "RATE_LIMITED | exceeded retry limit, last status: 429 Too Many Requests",
                "USAGE_LIMIT | You\u2019ve hit your usage limit. Visit x or try again at 10:26 PM.",
                "USAGE_LIMIT | You've hit your usage limit.",
                "QUOTA_EXCEEDED | Quota exceeded. Check your plan and billing details.",
                "MODEL_AT_CAPACITY | Selected model is at capacity. Please try a different model.",
                "CONTEXT_WINDOW | Codex ran out of room in the model\u2019s context window. Start a new thread.",
                "SERVICE_ERROR | We\u2019re currently experiencing high demand, which may cause temporary errors.",
                "SERVICE_ERROR | unexpected status 503 Service Unavailable: busy",
                "STREAM_LOST | stream disconnected before completion: stream closed before response.completed",
                "CONNECTION_FAILED | Connection failed: error sending request",
                "CONNECTION_FAILED | stream disconnected before completion: error sending request for url (https://x/)",
                "CERTIFICATE_NOT_TRUSTED | Connection failed: invalid peer certificate: UnknownIssuer",
                "TOKEN_REFUSED | Reconnecting... 2/5 (unexpected status 401 Unauthorized: Unauthorized)",
                "REQUEST_REFUSED | {\"error\":{\"message\":\"Invalid schema\",\"type\":\"invalid_request_error\"}}",
                "REQUEST_REFUSED | {\"detail\":\"The model is not supported\"}",
            })
    void a_message_of_codex_stands_for(OutcomeFailure expected, String message) {
        assertThat(CauseRules.ofMessage(message)).get().extracting("code").isEqualTo(expected.code());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "MANAGED_POLICY | Error loading config.toml: invalid value for `sandbox_mode`: `WorkspaceWrite` is not in the allowed set [ReadOnly] (set by /etc/codex/requirements.toml)",
                "CLOUD_CONFIG | Error: Failed to load cloud config bundle (workspace-managed policies).",
                "NOT_A_TRUSTED_DIRECTORY | Not inside a trusted directory and --skip-git-repo-check was not specified.",
                "NO_PROMPT | No prompt provided via stdin.",
                "SCHEMA_FILE_REFUSED | Output schema file s.json is not valid JSON: expected value at line 1",
                "SCHEMA_FILE_REFUSED | Failed to read output schema file s.json: No such file",
                "LAST_MESSAGE_FILE | Error: Failed to open last message file /x/y",
                "UNKNOWN_THREAD | Error: thread/resume: thread/resume failed: no rollout found for thread id 01a1",
                "CODEX_CONFIG | Error loading config.toml: invalid type",
                "REQUIRED_MCP_SERVER | Error: required MCP servers failed to initialize: t",
                "LOGIN_REFUSED | Error: failed to verify agent identity JWT",
                "CONNECTION_FAILED | Error: failed to request agent identity JWKS",
            })
    void a_line_of_stderr_stands_for(OutcomeFailure expected, String line) {
        StderrReader reader = new StderrReader();
        reader.accept("WARNING: proceeding, even though we could not create PATH aliases");
        reader.accept(line);
        assertThat(CauseRules.ofStart(reader.summary()))
                .get()
                .extracting("code")
                .isEqualTo(expected.code());
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
