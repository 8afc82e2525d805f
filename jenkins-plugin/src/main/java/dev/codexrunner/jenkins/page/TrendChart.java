package dev.codexrunner.jenkins.page;

import dev.codexrunner.jenkins.result.Trend;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * A bar for each build, in units of the drawing. Beside it stands a table that says the same.
 *
 * @param title of the chart; {@code most} what the highest bar stands for
 */
public record TrendChart(String title, String most, int width, int height, List<Bar> bars) {

    private static final int STEP = 12;
    private static final int BAR = 9;
    private static final int HEIGHT = 60;
    private static final int LOWEST = 2;

    /** So that a few builds make no wall. */
    private static final int FEWEST = 20;

    public TrendChart {
        bars = List.copyOf(bars);
    }

    /** @param state success, failure, or unknown where the figure is; {@code words} what a pointer over it reads */
    public record Bar(int build, int x, int y, int width, int height, String state, String words) {}

    static List<TrendChart> of(Trend trend) {
        return List.of(
                chart(
                        trend,
                        Messages.TrendChart_tokens(),
                        Labels.number(trend.mostTokens()),
                        trend.mostTokens(),
                        Trend.Point::tokens,
                        Labels::number),
                chart(
                        trend,
                        Messages.TrendChart_durations(),
                        Labels.duration(OptionalLong.of(trend.longestMs())),
                        trend.longestMs(),
                        Trend.Point::durationMs,
                        Labels::duration));
    }

    private static TrendChart chart(
            Trend trend,
            String title,
            String mostInWords,
            long most,
            Function<Trend.Point, OptionalLong> value,
            Function<OptionalLong, String> inWords) {
        List<Bar> bars = new ArrayList<>();
        for (Trend.Point point : trend.points()) {
            OptionalLong known = value.apply(point);
            int height = known.isPresent() && most > 0
                    ? (int) Math.max(LOWEST, Math.round((double) HEIGHT * known.getAsLong() / most))
                    : LOWEST;
            String words = Messages.TrendChart_bar(
                    ShownText.line(point.name(), 60),
                    Labels.kind(point.kind()),
                    known.isPresent() ? inWords.apply(known) : Messages.TrendChart_unknown());
            bars.add(new Bar(
                    point.build(), bars.size() * STEP, HEIGHT - height, BAR, height, state(point, known), words));
        }
        return new TrendChart(title, mostInWords, Math.max(FEWEST, bars.size()) * STEP, HEIGHT, bars);
    }

    private static String state(Trend.Point point, OptionalLong figure) {
        if (figure.isEmpty()) {
            return "unknown";
        }
        return point.success() ? "success" : "failure";
    }
}
