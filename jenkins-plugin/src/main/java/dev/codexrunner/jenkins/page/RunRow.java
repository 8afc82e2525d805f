package dev.codexrunner.jenkins.page;

import dev.codexrunner.jenkins.report.RunPageUrl;
import dev.codexrunner.jenkins.result.RunSummary;
import java.util.Date;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** A run in a list, and in the remote API. Its texts are harmless, not yet escaped. */
@ExportedBean(defaultVisibility = 3)
public final class RunRow {

    private static final int LONGEST_REASON = 2_000;

    private final String stepId;
    private final RunSummary summary;

    RunRow(String stepId, RunSummary summary) {
        this.stepId = stepId;
        this.summary = summary;
    }

    @Exported
    public String getStepId() {
        return stepId;
    }

    @Exported
    public String getRunId() {
        return ShownText.line(summary.runId(), 100);
    }

    /** Relative to the build's page. */
    @Exported
    public String getUrl() {
        return RunPageUrl.below(stepId);
    }

    @Exported
    public String getName() {
        return summary.name().map(name -> ShownText.line(name, 200)).orElse("");
    }

    @Exported
    public String getVerdict() {
        return summary.success() ? "success" : "failure";
    }

    @Exported
    public String getKind() {
        return ShownText.line(summary.kind(), 100);
    }

    @Exported
    public String getCode() {
        return ShownText.line(summary.code(), 100);
    }

    @Exported
    public int getExitCode() {
        return summary.exitCode();
    }

    @Exported
    public String getReason() {
        return shortened(summary.reason());
    }

    @Exported
    public String getFix() {
        return shortened(summary.fix());
    }

    @Exported
    public boolean isRetryable() {
        return summary.retryable();
    }

    /** In milliseconds since 1970. */
    @Exported
    public @Nullable Long getStartedAt() {
        return summary.startedAt().map(java.time.Instant::toEpochMilli).orElse(null);
    }

    @Exported
    public @Nullable Long getDurationMs() {
        return boxed(summary.durationMs());
    }

    @Exported
    public @Nullable Long getInputTokens() {
        return boxed(summary.inputTokens());
    }

    @Exported
    public @Nullable Long getOutputTokens() {
        return boxed(summary.outputTokens());
    }

    @Exported
    public @Nullable Long getChangedFiles() {
        return boxed(summary.changedFiles());
    }

    @Exported
    public int getAttempts() {
        return summary.attempts();
    }

    @Exported
    public String getModel() {
        return summary.model().map(model -> ShownText.line(model, 100)).orElse("");
    }

    public boolean isSuccess() {
        return summary.success();
    }

    /** Its name, else when it began or its id: something to click on. */
    public String getTitle() {
        return getName().isEmpty() ? Messages.RunRow_unnamed(ShownText.line(stepId, 8)) : getName();
    }

    public String getKindLabel() {
        return Labels.kind(summary.kind());
    }

    public @Nullable Date getStarted() {
        return summary.startedAt().map(Date::from).orElse(null);
    }

    public String getDuration() {
        return Labels.duration(summary.durationMs());
    }

    public String getTokens() {
        return Labels.number(summary.tokens());
    }

    public String getChanged() {
        return Labels.number(summary.changedFiles());
    }

    private static String shortened(String text) {
        String shown = ShownText.of(text);
        return shown.length() <= LONGEST_REASON
                ? shown
                : shown.substring(0, ShownText.whole(shown, LONGEST_REASON)) + "\u2026";
    }

    private static @Nullable Long boxed(OptionalLong number) {
        return number.isPresent() ? number.getAsLong() : null;
    }
}
