package dev.codexrunner.report.metrics;

import dev.codexrunner.report.ReportFormat;
import dev.codexrunner.report.RunReport;
import dev.codexrunner.report.findings.Finding;
import dev.codexrunner.report.findings.Findings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * metrics.prom: the run's figures for Prometheus. The run's id is no label: each run would begin new series, and a server
 * keeps all it ever saw.
 */
public final class MetricsReport implements ReportFormat {

    @Override
    public String fileName() {
        return "metrics.prom";
    }

    @Override
    public String render(RunReport report) {
        Map<String, String> run =
                report.run().name().map(name -> Map.of("run", name)).orElseGet(Map::of);
        PrometheusText text = new PrometheusText();
        verdict(text, report, run);
        times(text, report, run);
        tokens(text, report, run);
        work(text, report, run);
        text.gauge("codex_run_credential_expiry_timestamp_seconds", "When the token ends; no series where unknown.")
                .series(run, report.credential().expiresAt());
        text.gauge(
                        "codex_run_credential_exposed",
                        "1 where a switch let the token lie where the agent's commands could read it.")
                .series(
                        run,
                        report.credential()
                                .exposed()
                                .map(exposed -> OptionalLong.of(exposed ? 1 : 0))
                                .orElseGet(OptionalLong::empty));
        return text.toString();
    }

    private static void verdict(PrometheusText text, RunReport report, Map<String, String> run) {
        RunReport.VerdictSection verdict = report.verdict();
        Map<String, String> info = new LinkedHashMap<>(run);
        info.put("status", verdict.status());
        info.put("kind", verdict.kind());
        info.put("code", verdict.code());
        info.put("model", report.codex().model().orElse(""));
        info.put("sandbox", report.codex().sandbox().orElse(""));
        info.put("codex_version", report.codex().version().orElse(""));
        info.put("runner_version", report.run().runnerVersion());
        text.gauge("codex_run_info", "How the last run ended, in its labels; always 1.")
                .series(info, 1);
        text.gauge("codex_run_success", "1 where everything asked for was done, else 0.")
                .series(run, verdict.succeeded() ? 1 : 0);
        text.gauge("codex_run_exit_code", "The runner's exit code (contract/exit-codes.json).")
                .series(run, verdict.exitCode());
        text.gauge("codex_run_retryable", "1 where the same run, started again unchanged, may succeed.")
                .series(run, verdict.retryable() ? 1 : 0);
    }

    private static void times(PrometheusText text, RunReport report, Map<String, String> run) {
        Optional<RunReport.Run> timed = Optional.of(report.run());
        text.gauge("codex_run_start_timestamp_seconds", "When the runner began.")
                .series(run, timed.filter(RunReport.Run::startKnown).map(RunReport.Run::startedAt));
        text.gauge("codex_run_end_timestamp_seconds", "When the verdict was found.")
                .series(run, timed.filter(RunReport.Run::endKnown).map(RunReport.Run::endedAt));
        text.gauge("codex_run_duration_seconds", "From start to end.")
                .seriesOfMillis(run, report.run().durationMs());
        text.gauge(
                "codex_run_time_to_first_event_seconds",
                "From the runner's start to codex's first event, login and checks included; no series where none"
                        + " came.");
        text.seriesOfMillis(run, report.run().firstEventMs());
        Optional<List<RunReport.Attempt>> attempts =
                Optional.of(report.codex().attempts()).filter(known -> report.attemptsKnown());
        text.gauge("codex_run_attempts", "How often codex was started.")
                .series(
                        run,
                        attempts.map(known -> OptionalLong.of(known.size())).orElseGet(OptionalLong::empty));
        text.gauge("codex_run_retry_wait_seconds", "Time spent waiting before further attempts.")
                .seriesOfMillis(
                        run,
                        attempts.map(known -> OptionalLong.of(known.stream()
                                        .mapToLong(RunReport.Attempt::waitMs)
                                        .sum()))
                                .orElseGet(OptionalLong::empty));
        text.gauge("codex_run_reconnects", "How often codex lost its stream and took it up again.")
                .series(run, report.counts().reconnects());
    }

    private static void tokens(PrometheusText text, RunReport report, Map<String, String> run) {
        text.gauge(
                "codex_run_tokens",
                "Tokens of this run by kind: cached_input is part of input, reasoning_output of output; no series where"
                        + " unknown.");
        report.usage().ifPresent(tokens -> {
            text.series(with(run, "kind", "input"), tokens.inputTokens());
            text.series(with(run, "kind", "cached_input"), tokens.cachedInputTokens());
            text.series(with(run, "kind", "output"), tokens.outputTokens());
            text.series(with(run, "kind", "reasoning_output"), tokens.reasoningOutputTokens());
        });
    }

    private static void work(PrometheusText text, RunReport report, Map<String, String> run) {
        text.gauge("codex_run_commands", "Commands that the agent ran.")
                .series(run, report.counts().commands());
        text.gauge("codex_run_commands_failed", "Of these, those that failed.")
                .series(run, report.counts().commandsFailed());
        text.gauge("codex_run_tool_calls", "Calls of tools beside commands and patches.")
                .series(run, report.counts().toolCalls());
        text.gauge("codex_run_files_changed", "Files that the run changed; no series where nobody looked.")
                .series(
                        run,
                        report.changes()
                                .map(changes -> OptionalLong.of(changes.count()))
                                .orElseGet(OptionalLong::empty));
        text.gauge("codex_run_warnings", "Warnings in the report.")
                .series(run, report.warnings().size());
        text.gauge(
                "codex_run_findings",
                "Findings by severity; no series where the output is no findings (contract/findings.schema.json).");
        Findings.of(report).ifPresent(findings -> {
            for (Finding.Severity severity : Finding.Severity.values()) {
                text.series(
                        with(run, "severity", severity.name().toLowerCase(Locale.ROOT)),
                        findings.findings().stream()
                                .filter(finding -> finding.severity() == severity)
                                .count());
            }
        });
    }

    private static Map<String, String> with(Map<String, String> labels, String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(labels);
        more.put(name, value);
        return more;
    }
}
