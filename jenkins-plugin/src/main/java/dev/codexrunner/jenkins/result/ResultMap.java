package dev.codexrunner.jenkins.result;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the step returns: plain maps, lists, texts, numbers and booleans, which a Jenkinsfile may keep over a restart of the
 * controller. What isn't known is null.
 */
public final class ResultMap {

    private ResultMap() {}

    /** @param url of the run's page, relative to the build's own; null where there is none */
    public static Map<String, @Nullable Object> of(ReportView report, @Nullable String url) {
        VerdictView verdict = report.verdict();
        Map<String, @Nullable Object> result = new LinkedHashMap<>();
        result.put("verdict", verdict.success() ? "success" : "failure");
        result.put("success", verdict.success());
        result.put("kind", verdict.kind());
        result.put("code", verdict.code());
        result.put("exitCode", verdict.exitCode());
        result.put("reason", verdict.reason());
        result.put("fix", verdict.fix());
        result.put("retryable", verdict.retryable());
        result.put("finalMessage", report.finalMessage().orElse(null));
        result.put("structuredOutput", plain(report.structuredOutput().orElse(null)));
        result.put("usage", report.usage().map(ResultMap::usage).orElse(null));
        result.put("changedFiles", new ArrayList<>(report.changedFiles()));
        result.put("changedFileCount", report.changes().map(ChangesView::count).orElse(null));
        result.put("attempts", report.codex().attempts().size());
        result.put("model", report.codex().model().orElse(null));
        result.put("sandbox", report.codex().sandbox().orElse(null));
        result.put("threadId", report.codex().threadId().orElse(null));
        result.put(
                "durationMs",
                report.run().durationMs().isPresent()
                        ? report.run().durationMs().getAsLong()
                        : null);
        result.put("warnings", new ArrayList<>(report.warnings()));
        result.put("runId", report.run().id());
        result.put("url", url);
        return result;
    }

    /**
     * A copy that any part of Jenkins can store: of maps, lists, texts, numbers and booleans only. Anything else becomes its
     * text. A rotation check's result goes through this as well.
     */
    public static @Nullable Object plain(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> copy = new LinkedHashMap<>();
            map.forEach((key, inner) -> copy.put(String.valueOf(key), plain(inner)));
            return copy;
        }
        if (value instanceof Collection<?> list) {
            List<@Nullable Object> copy = new ArrayList<>();
            list.forEach(inner -> copy.add(plain(inner)));
            return copy;
        }
        boolean storable = value == null
                || value instanceof String
                || value instanceof Boolean
                || value instanceof Integer
                || value instanceof Long
                || value instanceof Double
                || value instanceof BigDecimal
                || value instanceof BigInteger;
        return storable ? value : String.valueOf(value);
    }

    private static Map<String, @Nullable Object> usage(Tokens tokens) {
        Map<String, @Nullable Object> usage = new LinkedHashMap<>();
        usage.put("inputTokens", tokens.input());
        usage.put("cachedInputTokens", tokens.cachedInput());
        usage.put("outputTokens", tokens.output());
        usage.put("reasoningOutputTokens", tokens.reasoningOutput());
        usage.put("totalTokens", tokens.total());
        return usage;
    }
}
