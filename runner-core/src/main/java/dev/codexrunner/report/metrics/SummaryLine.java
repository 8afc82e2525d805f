package dev.codexrunner.report.metrics;

import dev.codexrunner.report.ConsoleText;
import dev.codexrunner.report.ReportFormat;
import dev.codexrunner.report.ReportJson;
import dev.codexrunner.report.RunReport;
import dev.codexrunner.report.findings.Findings;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * summary.jsonl: the run on one line of JSON after {@code contract/run-summary.schema.json}, for any log shipper. It holds
 * none of the agent's words but those that a reason quotes, and at most {@link #LONGEST_LINE} bytes.
 */
public final class SummaryLine implements ReportFormat {

    /** In bytes. Log shippers cut longer lines, some at 16 KiB. */
    static final int LONGEST_LINE = 8_192;

    private static final int SCHEMA_VERSION = 1;
    private static final int LONGEST_REASON = 500;
    private static final int LONGEST_NAME = 100;

    @Override
    public String fileName() {
        return "summary.jsonl";
    }

    @Override
    public boolean isJson() {
        return true;
    }

    @Override
    public String render(RunReport report) {
        Map<String, @Nullable Object> line = new LinkedHashMap<>();
        RunReport.Run run = report.run();
        line.put("schemaVersion", SCHEMA_VERSION);
        line.put("time", run.endedAt().toString());
        line.put("name", text(run.name()));
        line.put("runId", text(run.id()));
        line.put("host", text(run.host()));
        RunReport.VerdictSection verdict = report.verdict();
        line.put("status", verdict.status());
        line.put("kind", verdict.kind());
        line.put("code", verdict.code());
        line.put("exitCode", verdict.exitCode());
        line.put("retryable", verdict.retryable());
        line.put("reason", shown(verdict.reason(), LONGEST_REASON));
        line.put("startedAt", run.startKnown() ? run.startedAt().toString() : null);
        line.put("durationMs", number(run.durationMs()));
        line.put("firstEventMs", number(run.firstEventMs()));
        line.put("attempts", report.attemptsKnown() ? report.codex().attempts().size() : null);
        line.put("tokens", tokens(report.usage()));
        line.put("commands", report.counts().commands());
        line.put("commandsFailed", report.counts().commandsFailed());
        line.put("toolCalls", report.counts().toolCalls());
        line.put(
                "filesChanged",
                report.changes()
                        .<@Nullable Object>map(changes -> changes.count())
                        .orElse(null));
        line.put(
                "findings",
                Findings.of(report)
                        .<@Nullable Object>map(found -> found.findings().size())
                        .orElse(null));
        line.put("warnings", report.warnings().size());
        line.put("runnerVersion", text(run.runnerVersion()));
        line.put("codexVersion", text(report.codex().version()));
        line.put("codexExitCode", number(report.codex().exitCode()));
        line.put("model", text(report.codex().model()));
        line.put("sandbox", text(report.codex().sandbox()));
        line.put("threadId", text(report.codex().threadId()));
        line.put("credentialSource", report.credential().source());
        line.put("credentialKind", text(report.credential().kind()));
        line.put("credentialExposed", report.credential().exposed().orElse(null));
        line.put(
                "credentialExpiresAt",
                report.credential().expiresAt().map(Instant::toString).orElse(null));
        return ReportJson.writeLine(line);
    }

    private static @Nullable Object tokens(Optional<RunReport.Tokens> usage) {
        return usage.map(tokens -> {
                    Map<String, Object> fields = new LinkedHashMap<>();
                    fields.put("input", tokens.inputTokens());
                    fields.put("cachedInput", tokens.cachedInputTokens());
                    fields.put("output", tokens.outputTokens());
                    fields.put("reasoningOutput", tokens.reasoningOutputTokens());
                    return fields;
                })
                .orElse(null);
    }

    private static @Nullable String text(Optional<String> value) {
        return value.map(SummaryLine::text).orElse(null);
    }

    private static String text(String value) {
        return shown(value, LONGEST_NAME);
    }

    private static String shown(String value, int longest) {
        String line = ConsoleText.onOneLine(ConsoleText.neutralised(value), " ");
        return ConsoleText.shortened(line.strip(), longest);
    }

    private static @Nullable Long number(OptionalLong value) {
        return value.isPresent() ? value.getAsLong() : null;
    }

    private static @Nullable Integer number(OptionalInt value) {
        return value.isPresent() ? value.getAsInt() : null;
    }
}
