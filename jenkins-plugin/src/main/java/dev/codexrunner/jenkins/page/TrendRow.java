package dev.codexrunner.jenkins.page;

import dev.codexrunner.jenkins.result.Trend;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** A build of the trend, in its table and in the remote API. */
@ExportedBean(defaultVisibility = 3)
@Restricted(NoExternalUse.class)
public final class TrendRow {

    private final Trend.Point point;

    TrendRow(Trend.Point point) {
        this.point = point;
    }

    @Exported
    public int getNumber() {
        return point.build();
    }

    public String getName() {
        return ShownText.line(point.name(), 100);
    }

    @Exported
    public String getVerdict() {
        return point.success() ? "success" : "failure";
    }

    @Exported
    public String getKind() {
        return ShownText.line(point.kind(), 100);
    }

    @Exported
    public int getRuns() {
        return point.runs();
    }

    @Exported
    public int getFailed() {
        return point.failed();
    }

    @Exported(name = "tokens")
    public @Nullable Long getTokenCount() {
        return boxed(point.tokens());
    }

    @Exported
    public @Nullable Long getDurationMs() {
        return boxed(point.durationMs());
    }

    public boolean isSuccess() {
        return point.success();
    }

    public String getKindLabel() {
        return Labels.kind(point.kind());
    }

    public String getTokens() {
        return Labels.number(point.tokens());
    }

    public String getDuration() {
        return Labels.duration(point.durationMs());
    }

    private static @Nullable Long boxed(OptionalLong number) {
        return number.isPresent() ? number.getAsLong() : null;
    }
}
