package dev.codexrunner.report.index;

import dev.codexrunner.report.Elapsed;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the overview shows, as texts; {@link IndexHtml} puts them into the page. */
record IndexPage(
        String folder,
        String made,
        List<Fact> facts,
        List<IndexCharts.Chart> charts,
        List<Kind> kinds,
        List<Unfinished> unfinished,
        Optional<String> unfinishedNote,
        Optional<String> unfinishedLeftOut,
        List<Row> rows,
        Optional<String> leftOut,
        Optional<String> contradictions,
        List<RunCollection.Problem> problems,
        Optional<String> problemsLeftOut) {

    /** In the table; the charts and figures count all. */
    static final int MOST_ROWS = 2_000;

    private static final int MOST_UNFINISHED = 100;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    record Fact(String name, String value) {}

    /**
     * @param share of the most frequent kind, in percent, for its bar
     * @param last empty where nobody knows
     */
    record Kind(String kind, long count, String share, String last) {}

    /** @param command makes its report; empty where there is nothing to make it from */
    record Unfinished(String name, String folder, String started, Optional<String> command) {}

    /** What isn't known is an empty text. */
    record Row(
            String status,
            String verdict,
            String started,
            String instant,
            String name,
            Optional<String> link,
            String duration,
            String tokens,
            String attempts,
            String exitCode) {

        /** Where the row has no head above it. */
        String attemptsUnit() {
            return attempts.equals("1") ? " attempt" : " attempts";
        }
    }

    static IndexPage of(String folder, RunCollection collection, Instant now) {
        List<IndexedRun> runs = collection.runs();
        long left = Math.max(0, runs.size() - MOST_ROWS);
        List<UnfinishedRun> unfinished = collection.unfinished();
        return new IndexPage(
                folder,
                shown(now) + " UTC",
                facts(runs),
                IndexCharts.of(runs),
                kinds(runs),
                unfinished.stream()
                        .limit(MOST_UNFINISHED)
                        .map(IndexPage::unfinished)
                        .toList(),
                unfinished.isEmpty() ? Optional.empty() : Optional.of(didNotFinish(unfinished.size())),
                more(unfinished.size() - MOST_UNFINISHED),
                runs.stream().limit(MOST_ROWS).map(IndexPage::row).toList(),
                leftOut(
                        left,
                        collection.copies(),
                        runs.stream().filter(run -> !run.startKnown()).count()),
                contradictions(collection.contradicted()),
                collection.problems(),
                more(collection.problemCount() - collection.problems().size()));
    }

    private static String didNotFinish(int count) {
        return count == 1 ? "1 run did not finish" : grouped(count) + " runs did not finish";
    }

    private static Optional<String> more(long left) {
        return left <= 0 ? Optional.empty() : Optional.of("And " + grouped(left) + " more.");
    }

    private static Unfinished unfinished(UnfinishedRun run) {
        String folder = run.folder().isEmpty() ? "." : run.folder();
        return new Unfinished(
                run.name().orElse(folder),
                run.name().isPresent() ? folder : "",
                run.startedAt().map(IndexPage::shown).orElse(""),
                run.hasEvents() ? Optional.of(run.command()) : Optional.empty());
    }

    private static Optional<String> leftOut(long older, long copies, long timeless) {
        List<String> notes = new ArrayList<>();
        if (older > 0) {
            notes.add(grouped(older) + " older runs are counted above, but not listed.");
        }
        if (timeless > 0) {
            notes.add(grouped(timeless) + (timeless == 1 ? " run" : " runs")
                    + " without run.json: it is not known when, and no chart over time has "
                    + (timeless == 1 ? "it." : "them."));
        }
        if (copies > 0) {
            notes.add(grouped(copies) + (copies == 1 ? " report of a run that is" : " reports of runs that are")
                    + " listed already " + (copies == 1 ? "is" : "are") + " left out.");
        }
        return notes.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", notes));
    }

    private static Optional<String> contradictions(long runs) {
        return runs == 0
                ? Optional.empty()
                : Optional.of("The reports of " + (runs == 1 ? "1 run" : grouped(runs) + " runs")
                        + " contradict each other: they bear the same id and tell of different verdicts. Each is listed and"
                        + " counted; find out which is forged.");
    }

    private static List<Fact> facts(List<IndexedRun> runs) {
        long successes = runs.stream().filter(IndexedRun::success).count();
        String share = runs.isEmpty() ? "-" : String.format(Locale.ROOT, "%.1f %%", 100.0 * successes / runs.size());
        return List.of(
                new Fact("Runs", grouped(runs.size())),
                new Fact("Succeeded", grouped(successes)),
                new Fact("Failed", grouped(runs.size() - successes)),
                new Fact("Success rate", share),
                new Fact("Median duration", duration(IndexedRun.medianDuration(runs))),
                new Fact("Tokens", amount(IndexedRun.tokens(runs))));
    }

    /** The failures, the most frequent first. */
    private static List<Kind> kinds(List<IndexedRun> runs) {
        Map<String, List<IndexedRun>> byKind =
                runs.stream().filter(run -> !run.success()).collect(Collectors.groupingBy(IndexedRun::kind));
        long most = byKind.values().stream().mapToLong(List::size).max().orElse(1);
        return byKind.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, List<IndexedRun>> kind) ->
                                kind.getValue().size())
                        .reversed()
                        .thenComparing(Map.Entry::getKey))
                .map(kind -> new Kind(
                        kind.getKey().replace('_', ' '),
                        kind.getValue().size(),
                        String.format(
                                Locale.ROOT, "%.1f", 100.0 * kind.getValue().size() / most),
                        kind.getValue().stream()
                                .filter(IndexedRun::startKnown)
                                .map(run -> shown(run.startedAt()))
                                .findFirst()
                                .orElse("")))
                .toList();
    }

    private static Row row(IndexedRun run) {
        return new Row(
                run.success() ? "passed" : "failed",
                run.success() ? "success" : run.kind().replace('_', ' ') + ": " + run.code(),
                run.startKnown() ? shown(run.startedAt()) : "",
                run.startedAt().toString(),
                run.name().orElseGet(() -> run.folder().isEmpty() ? run.id() : run.folder()),
                run.page().map(page -> link(run.folder(), page)),
                run.durationMs().stream()
                        .mapToObj(Elapsed::ofMillis)
                        .findFirst()
                        .orElse(""),
                run.tokens().stream().mapToObj(IndexPage::grouped).findFirst().orElse(""),
                run.attempts().isPresent() ? String.valueOf(run.attempts().getAsInt()) : "",
                String.valueOf(run.exitCode()));
    }

    /** Relative, so that the whole folder can be moved; a name with a colon can't become a scheme behind {@code ./}. */
    private static String link(String folder, String page) {
        return Stream.concat(Stream.of(folder.split("/", -1)), Stream.of(page))
                .filter(part -> !part.isEmpty())
                .map(part -> URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20"))
                .collect(Collectors.joining("/", "./", ""));
    }

    private static String duration(OptionalLong millis) {
        return millis.isPresent() ? Elapsed.ofMillis(millis.getAsLong()) : "-";
    }

    private static String amount(OptionalLong value) {
        return value.isPresent() ? grouped(value.getAsLong()) : "-";
    }

    private static String grouped(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    private static String shown(Instant instant) {
        return TIME.format(instant.atOffset(ZoneOffset.UTC));
    }
}
