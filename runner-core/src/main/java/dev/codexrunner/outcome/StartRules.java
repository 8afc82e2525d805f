package dev.codexrunner.outcome;

import static dev.codexrunner.outcome.CauseRule.said;

import java.util.List;

/**
 * What codex prints on stderr when it doesn't even begin. Read from the top: the first rule that matches any line wins, so
 * what explains more stands above what follows from it.
 */
final class StartRules {

    static final String CA_FILE =
            "using ca bundle from|failed to (?:read|load|parse) (?:the )?ca (?:certificate|bundle)";

    static final List<CauseRule> ALL = List.of(
            said(
                    StartFailure.MANAGED_POLICY,
                    "is not in the allowed set|requirements\\.toml|disallowed by requirements"
                            + "|requirements do not (?:permit|allow)|(?:chatgpt|api key) login is disabled"),
            said(StartFailure.LOGIN_RESTRICTED, "login is restricted to|(?:chatgpt|api key) login is required"),
            said(
                    StartFailure.LOGIN_REFUSED,
                    "agent identity jwt|\\bkid\\b.{0,200}is not trusted|agent task registration failed"
                            + "|personal access token metadata request failed|authentication session could not be refreshed"
                            + "|access token could not be refreshed|not logged in"),
            said(
                    ServiceFailure.CODEX_CONNECTION_FAILED,
                    "failed to request agent identity jwks|jwks endpoint returned an error"),
            said(StartFailure.CODEX_CA_REFUSED, CA_FILE),
            said(StartFailure.CLOUD_CONFIG, "cloud (?:config bundle|requirements)|workspace-managed policies"),
            said(StartFailure.NOT_A_TRUSTED_DIRECTORY, "not inside a trusted directory"),
            said(StartFailure.NO_PROMPT, "no prompt provided"),
            said(StartFailure.PROMPT_REFUSED, "failed to read prompt|input is not valid utf-8"),
            said(StartFailure.SCHEMA_FILE_REFUSED, "output schema file"),
            said(StartFailure.LAST_MESSAGE_FILE, "last message file"),
            said(StartFailure.REQUIRED_MCP_SERVER, "required mcp server"),
            said(StartFailure.UNKNOWN_THREAD, "no rollout found|no saved session|thread not found|no thread with id"),
            said(
                    StartFailure.CODEX_CONFIG,
                    "error loading (?:config(?:\\.toml|uration)?|rules)\\b|error parsing -c overrides|config profile"
                            + "|model provider .{1,100} not found|oss provider"),
            said(
                    StartFailure.CODEX_HOME_REFUSED,
                    "codex_home points to|(?:failed to (?:read|resolve|find)|error finding) codex[_ ]home"),
            said(StartFailure.SANDBOX_PROGRAM_UNUSABLE, SandboxSigns.PROGRAM),
            said(
                    StartFailure.SANDBOX_UNAVAILABLE,
                    "bwrap:|bubblewrap|landlock|codex-linux-sandbox|seccomp (?:setup|backend)"
                            + "|sandbox is not (?:available|supported)"),
            said(StartFailure.UNKNOWN_THREAD, "thread/resume:"));

    private StartRules() {}
}
