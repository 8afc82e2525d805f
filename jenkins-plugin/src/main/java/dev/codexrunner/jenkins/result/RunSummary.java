package dev.codexrunner.jenkins.result;

import java.io.Serial;
import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The little of a run that lists, trends and a build's record need. Plain fields and no record, as Jenkins stores it in
 * build.xml, where neither records nor Optional go through.
 */
public final class RunSummary implements Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    private static final long UNKNOWN = -1;

    /** In characters. */
    private static final int LONGEST_TEXT = 8_000;

    private final String runId;
    private final String name;
    private final long startedAtMs;
    private final long durationMs;
    private final boolean success;
    private final String kind;
    private final String code;
    private final int exitCode;
    private final String reason;
    private final String fix;
    private final boolean retryable;
    private final long inputTokens;
    private final long outputTokens;
    private final long changedFiles;
    private final int attempts;
    private final String model;

    private RunSummary(ReportView report) {
        VerdictView verdict = report.verdict();
        runId = storable(report.run().id());
        name = storable(report.run().name().orElse(""));
        startedAtMs = report.run().startedAt().map(Instant::toEpochMilli).orElse(UNKNOWN);
        durationMs = report.run().durationMs().orElse(UNKNOWN);
        success = verdict.success();
        kind = storable(verdict.kind());
        code = storable(verdict.code());
        exitCode = verdict.exitCode();
        reason = storable(verdict.reason());
        fix = storable(verdict.fix());
        retryable = verdict.retryable();
        inputTokens = report.usage().map(Tokens::input).orElse(UNKNOWN);
        outputTokens = report.usage().map(Tokens::output).orElse(UNKNOWN);
        changedFiles = report.changes().map(ChangesView::count).orElse(UNKNOWN);
        attempts = report.codex().attempts().size();
        model = storable(report.codex().model().orElse(""));
    }

    static RunSummary of(ReportView report) {
        return new RunSummary(report);
    }

    public String runId() {
        return runId;
    }

    public Optional<String> name() {
        return name.isEmpty() ? Optional.empty() : Optional.of(name);
    }

    public Optional<Instant> startedAt() {
        return startedAtMs == UNKNOWN ? Optional.empty() : Optional.of(Instant.ofEpochMilli(startedAtMs));
    }

    /** In milliseconds. */
    public OptionalLong durationMs() {
        return known(durationMs);
    }

    public boolean success() {
        return success;
    }

    public String kind() {
        return kind;
    }

    public String code() {
        return code;
    }

    public int exitCode() {
        return exitCode;
    }

    public String reason() {
        return reason;
    }

    public String fix() {
        return fix;
    }

    public boolean retryable() {
        return retryable;
    }

    /** Tokens read and written. */
    public OptionalLong tokens() {
        return inputTokens == UNKNOWN ? OptionalLong.empty() : OptionalLong.of(inputTokens + outputTokens);
    }

    public OptionalLong inputTokens() {
        return known(inputTokens);
    }

    public OptionalLong outputTokens() {
        return known(outputTokens);
    }

    /** Empty where it could not be told. */
    public OptionalLong changedFiles() {
        return known(changedFiles);
    }

    public int attempts() {
        return attempts;
    }

    public Optional<String> model() {
        return model.isEmpty() ? Optional.empty() : Optional.of(model);
    }

    /** A build that holds what XML can't could not be saved, nor could one that holds endless texts. */
    private static String storable(String text) {
        String head = text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT) + "\u2026";
        StringBuilder storable = new StringBuilder(head.length());
        head.codePoints().forEach(c -> storable.appendCodePoint(isXml(c) ? c : '\uFFFD'));
        return storable.toString();
    }

    private static boolean isXml(int c) {
        boolean half = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        return c != 0 && !half && (c & 0xFFFE) != 0xFFFE;
    }

    private static OptionalLong known(long value) {
        return value == UNKNOWN ? OptionalLong.empty() : OptionalLong.of(value);
    }
}
