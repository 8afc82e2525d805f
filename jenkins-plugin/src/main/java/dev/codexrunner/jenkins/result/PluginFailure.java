package dev.codexrunner.jenkins.result;

import java.util.Locale;

/**
 * What can go wrong with a run in the plugin, and not in the runner that it starts. docs/troubleshooting.md lists each with its
 * text; a test compares the two.
 */
public enum PluginFailure {
    STEP_INVALID(RunKind.CONFIG),
    STEP_REFUSED(RunKind.POLICY),
    PROMPT_NOT_ONE(RunKind.CONFIG),
    TOKEN_NAMED_TWICE(RunKind.CONFIG),
    CODEX_NAMED_TWICE(RunKind.CONFIG),
    AUTHORITIES_NAMED_TWICE(RunKind.CONFIG),
    TOKEN_NOT_NAMED(RunKind.CONFIG),
    ROTATION_PATH_NOT_NAMED(RunKind.CONFIG),
    CHANGE_FROM_FORK(RunKind.POLICY),
    CHANGE_FROM_STRANGER(RunKind.POLICY),
    STARTED_BY_FORK(RunKind.POLICY),
    STARTED_BY_NOBODY_KNOWN(RunKind.POLICY),
    CHANGE_WITHOUT_REVISION(RunKind.POLICY),
    AGENT_WITHOUT_LABEL(RunKind.POLICY),
    RUN_FOLDER_BEHIND_LINK(RunKind.POLICY),

    CREDENTIAL_NOT_NAMED(RunKind.CONFIG),
    CREDENTIAL_OF_WRONG_TYPE(RunKind.CONFIG),
    CREDENTIAL_NAMESPACE_DIFFERS(RunKind.CONFIG),
    CREDENTIAL_NOT_VISIBLE(RunKind.SECRET_SOURCE),
    CREDENTIAL_EMPTY(RunKind.SECRET_SOURCE),
    CREDENTIAL_UNREADABLE(RunKind.SECRET_SOURCE),
    AUTHORITIES_UNREADABLE(RunKind.CONFIG),
    AUTHORITIES_TOO_LONG(RunKind.CONFIG),
    AUTHORITIES_NOT_PEM(RunKind.CONFIG),
    AUTHORITIES_WITH_KEY(RunKind.CONFIG),

    CODEX_TOOL_UNKNOWN(RunKind.CONFIG),
    CODEX_TOOL_WITHOUT_PATH(RunKind.CONFIG),
    CODEX_TOOL_REGISTRY_INVALID(RunKind.CONFIG),
    CODEX_TOOL_CHANGED(RunKind.CODEX_START),
    CODEX_TOOL_FOREIGN_FILE(RunKind.CODEX_START),
    CODEX_TOOL_PLATFORM(RunKind.CONFIG),
    CODEX_TOOL_NO_NPM(RunKind.CODEX_START),
    CODEX_TOOL_NPM_FAILED(RunKind.CODEX_START),

    AGENT_NOT_LINUX(RunKind.CONFIG),
    AGENT_IN_CONTAINER(RunKind.CONFIG),
    AGENT_STARTS_NOTHING(RunKind.CONFIG),
    AGENT_WITHOUT_SHELL(RunKind.CONFIG),
    AGENT_WITHOUT_JAVA(RunKind.CONFIG),
    AGENT_BELOW_TEMPORARY(RunKind.CONFIG),
    AGENT_WITHOUT_FOLDER(RunKind.CONFIG),
    AGENT_OFFLINE(RunKind.CONNECTIVITY),
    AGENT_LOST(RunKind.CONNECTIVITY),
    AGENT_SILENT(RunKind.CONNECTIVITY),
    AGENT_INTERRUPTED(RunKind.CONNECTIVITY),
    RUNNER_JAR_INCOMPLETE(RunKind.CONNECTIVITY),

    RUNNER_NOT_STARTED(RunKind.INTERNAL),
    RUNNER_GONE(RunKind.INTERNAL),
    RUNNER_STILL_RUNS(RunKind.INTERNAL),
    RUNNER_END_UNKNOWN(RunKind.INTERNAL),
    REPORT_NOT_KEPT(RunKind.INTERNAL),
    /** Its kind and exit code are those that the runner ended with. */
    NO_REPORT(RunKind.INTERNAL),
    /** Its kind and exit code are those that the runner ended with. */
    REPORT_CONTRADICTED(RunKind.INTERNAL),
    RUN_STOPPED(RunKind.CANCELLED),
    RUN_STOPPED_AT_ITS_END(RunKind.CANCELLED);

    private final RunKind kind;

    PluginFailure(RunKind kind) {
        this.kind = kind;
    }

    public RunKind kind() {
        return kind;
    }

    /** The stable name under which the documentation lists this failure. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether the same run, started again unchanged, may succeed. */
    public boolean retryable() {
        return kind == RunKind.CONNECTIVITY;
    }

    /** @param details what stands for {0} and so on in its texts; nothing secret */
    public VerdictView with(Object... details) {
        return endedWith(kind, kind.exitCode(), details);
    }

    /** The same where another kind says better what came of it. */
    VerdictView endedWith(RunKind instead, int exitCode, Object... details) {
        return new VerdictView(
                false,
                instead.wireName(),
                code(),
                exitCode,
                text("reason", details),
                text("fix", details),
                retryable());
    }

    /** @param part {@code reason} or {@code fix} */
    String text(String part, Object... details) {
        return Texts.of("PluginFailure." + code() + "." + part, details);
    }
}
