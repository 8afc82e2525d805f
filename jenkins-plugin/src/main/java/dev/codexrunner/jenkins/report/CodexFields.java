package dev.codexrunner.jenkins.report;

import dev.codexrunner.jenkins.result.AttemptView;
import dev.codexrunner.jenkins.result.CodexView;
import dev.codexrunner.jenkins.result.Tokens;

/** The part {@code codex} of report.json, and tokens wherever they stand. */
final class CodexFields {

    private CodexFields() {}

    static CodexView codex(JsonFields codex) {
        return new CodexView(
                codex.text("version"),
                codex.text("sha256"),
                codex.small("exitCode"),
                codex.text("threadId"),
                codex.text("model"),
                codex.text("sandbox"),
                codex.objects("attempts").stream().map(CodexFields::attempt).toList());
    }

    static Tokens tokens(JsonFields usage) {
        return new Tokens(
                usage.numberOr("inputTokens", 0),
                usage.numberOr("cachedInputTokens", 0),
                usage.numberOr("outputTokens", 0),
                usage.numberOr("reasoningOutputTokens", 0));
    }

    private static AttemptView attempt(JsonFields attempt) {
        return new AttemptView(
                attempt.small("number").orElse(0),
                attempt.numberOr("waitMs", 0),
                attempt.instant("startedAt"),
                attempt.number("durationMs"),
                attempt.flag("resumed").orElse(false),
                attempt.small("exitCode"),
                attempt.small("signal"),
                attempt.textOr("kind", ""),
                attempt.textOr("code", ""),
                attempt.textOr("reason", ""),
                attempt.flag("retried").orElse(false),
                attempt.textOr("retryReason", ""),
                attempt.object("usage").map(CodexFields::tokens));
    }
}
