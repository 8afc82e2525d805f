package dev.codexrunner.report.metrics;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * Prometheus's text format, for node_exporter's textfile collector; the one place that knows how it is written. All are
 * gauges, since each run writes its file anew. What isn't known has no series.
 */
public final class PrometheusText {

    private final StringBuilder text = new StringBuilder();
    private String current = "";

    /**
     * Begins a metric; its series follow.
     *
     * @param help one line in words
     */
    public PrometheusText gauge(String name, String help) {
        text.append("# HELP ")
                .append(name)
                .append(' ')
                .append(help.replace("\\", "\\\\").replace("\n", "\\n"))
                .append('\n');
        text.append("# TYPE ").append(name).append(" gauge\n");
        current = name;
        return this;
    }

    /**
     * One series of the metric begun last.
     *
     * @param labels in the order in which they are to stand; one with an empty value is left out, which Prometheus takes
     *     for the same
     */
    public PrometheusText series(Map<String, String> labels, BigDecimal value) {
        String inBraces = labels.entrySet().stream()
                .filter(label -> !label.getValue().isEmpty())
                .map(label -> label.getKey() + "=\"" + escaped(label.getValue()) + "\"")
                .collect(Collectors.joining(","));
        text.append(current)
                .append(inBraces.isEmpty() ? "" : "{" + inBraces + "}")
                .append(' ')
                .append(value.toPlainString())
                .append('\n');
        return this;
    }

    public PrometheusText series(Map<String, String> labels, long value) {
        return series(labels, BigDecimal.valueOf(value));
    }

    /** No series where there is no value. */
    public PrometheusText series(Map<String, String> labels, OptionalLong value) {
        return value.isPresent() ? series(labels, value.getAsLong()) : this;
    }

    /** As seconds since 1970; no series where there is no such moment. */
    public PrometheusText series(Map<String, String> labels, Optional<Instant> moment) {
        return moment.map(at -> series(labels, at.getEpochSecond())).orElse(this);
    }

    /** As seconds. */
    public PrometheusText seriesOfMillis(Map<String, String> labels, long millis) {
        BigDecimal seconds = BigDecimal.valueOf(millis, 3).stripTrailingZeros();
        return series(labels, seconds.signum() == 0 ? BigDecimal.ZERO : seconds);
    }

    /** As seconds; no series where there is no value. */
    public PrometheusText seriesOfMillis(Map<String, String> labels, OptionalLong millis) {
        return millis.isPresent() ? seriesOfMillis(labels, millis.getAsLong()) : this;
    }

    /** A label's value as it stands between quotation marks. */
    public static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
