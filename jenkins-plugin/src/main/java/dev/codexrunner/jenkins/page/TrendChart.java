package dev.codexrunner.jenkins.page;

import dev.codexrunner.jenkins.result.Trend;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * A bar for each build, in units of the drawing. What its colour says its filling says as well, and a table says all of it.
 *
 * @param id of the chart within a page
 * @param title of the chart; {@code most} what the highest bar stands for
 * @param words what is to be seen in it, in sentences
 */
public record TrendChart(String id, String title, String most, String words, int width, int height, List<Bar> bars) {

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

    /** What the bar is filled with, where its class says nothing else. */
    public String fill(Bar bar) {
        return bar.state().equals("failure") ? "url(#codex-hatch-" + id + ")" : "currentColor";
    }

    static List<TrendChart> of(Trend trend) {
        return List.of(
                verdicts(trend),
                figures("durations", trend, Messages.TrendChart_durations(), Trend.Point::durationMs, Labels::duration),
                figures("tokens", trend, Messages.TrendChart_tokens(), Trend.Point::tokens, Labels::number));
    }

    /** The runs of each build: below those that succeeded, the others above. */
    private static TrendChart verdicts(Trend trend) {
        int most = trend.points().stream().mapToInt(Trend.Point::runs).max().orElse(0);
        List<Bar> bars = new ArrayList<>();
        int x = 0;
        for (Trend.Point point : trend.points()) {
            int all = height(point.runs(), most);
            int succeeded = point.runs() == point.failed() ? 0 : height((long) point.runs() - point.failed(), most);
            String name = ShownText.line(point.name(), 60);
            if (point.runs() > point.failed()) {
                String words = Messages.TrendChart_succeeded(name, point.runs() - point.failed(), point.runs());
                bars.add(new Bar(point.build(), x, HEIGHT - succeeded, BAR, succeeded, "success", words));
            }
            if (point.failed() > 0) {
                String words =
                        Messages.TrendChart_failed(name, point.failed(), point.runs(), Labels.kind(point.kind()));
                bars.add(new Bar(point.build(), x, HEIGHT - all, BAR, all - succeeded, "failure", words));
            }
            x += STEP;
        }
        return new TrendChart(
                "verdicts",
                Messages.TrendChart_verdicts(),
                Messages.TrendChart_runs(most),
                Messages.TrendChart_verdictsInWords(
                        trend.successes(), trend.points().size()),
                width(trend),
                HEIGHT,
                bars);
    }

    /** Of each build a figure. */
    private static TrendChart figures(
            String id,
            Trend trend,
            String title,
            Function<Trend.Point, OptionalLong> value,
            Function<OptionalLong, String> inWords) {
        OptionalLong most = trend.points().stream()
                .flatMapToLong(point -> value.apply(point).stream())
                .max();
        List<Bar> bars = new ArrayList<>();
        for (Trend.Point point : trend.points()) {
            OptionalLong figure = value.apply(point);
            int height = height(figure.orElse(0), most.orElse(0));
            String words = Messages.TrendChart_bar(
                    ShownText.line(point.name(), 60), Labels.kind(point.kind()), inWords(figure, inWords));
            bars.add(new Bar(
                    point.build(), bars.size() * STEP, HEIGHT - height, BAR, height, state(point, figure), words));
        }
        OptionalLong last = trend.isEmpty()
                ? OptionalLong.empty()
                : value.apply(trend.points().get(trend.points().size() - 1));
        return new TrendChart(
                id,
                title,
                inWords(most, inWords),
                Messages.TrendChart_inWords(trend.points().size(), inWords(last, inWords), inWords(most, inWords)),
                width(trend),
                HEIGHT,
                bars);
    }

    private static int width(Trend trend) {
        return Math.max(FEWEST, trend.points().size()) * STEP;
    }

    /** Never nothing: one can't point at that. */
    private static int height(long figure, long most) {
        return most > 0 ? (int) Math.max(LOWEST, Math.round((double) HEIGHT * figure / most)) : LOWEST;
    }

    private static String inWords(OptionalLong figure, Function<OptionalLong, String> inWords) {
        return figure.isPresent() ? inWords.apply(figure) : Messages.TrendChart_unknown();
    }

    private static String state(Trend.Point point, OptionalLong figure) {
        if (figure.isEmpty()) {
            return "unknown";
        }
        return point.success() ? "success" : "failure";
    }
}
