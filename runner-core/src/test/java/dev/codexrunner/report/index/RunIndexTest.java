package dev.codexrunner.report.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.codexrunner.failure.FailureException;
import dev.codexrunner.report.ReportJson;
import dev.codexrunner.report.RunReport;
import dev.codexrunner.report.SampleReports;
import dev.codexrunner.secret.Redactor;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

class RunIndexTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC);
    private static final RunReport FAILED = SampleReports.of("{\"type\":\"thread.started\",\"thread_id\":\"t\"}");

    @TempDir
    Path folder;

    private void run(String name, RunReport report, String... pages) throws IOException {
        Path run = Files.createDirectories(folder.resolve(name));
        Files.writeString(
                run.resolve("report.json"),
                ReportJson.write(report).replace("\"run-1\"", "\"id-" + Integer.toHexString(name.hashCode()) + "\""));
        for (String page : pages) {
            Files.writeString(run.resolve(page), "page");
        }
    }

    private String index() throws IOException {
        return Files.readString(RunIndex.write(folder, CLOCK, new Redactor()).file());
    }

    @Test
    void each_run_has_a_line_with_its_verdict_and_a_link() throws IOException {
        run("job/1", SampleReports.saying("hello"), "report.html", "report.md");
        run("job/2 #a", FAILED, "report.md");

        String page = index();

        assertThat(page)
                .contains("href=\"./job/1/report.html\"", "href=\"./job/2%20%23a/report.md\"")
                .contains("<span class=\"badge passed\">success</span>", "<span class=\"badge failed\">codex start: ")
                .contains("<dt>Runs</dt><dd>2</dd>", "<dt>Success rate</dt><dd>50.0 %</dd>")
                .contains("Failures by kind", "<th scope=\"row\">codex start</th><td class=\"number\">1</td>");
    }

    @Test
    void an_unknown_duration_is_shown_as_such_and_pulls_no_median() throws IOException {
        run("known", SampleReports.saying("hello"));
        run("unknown-1", SampleReports.withoutRecord());
        run("unknown-2", SampleReports.withoutRecord());

        assertThat(index())
                .contains("<dt>Median duration</dt><dd>1 min 05 s</dd>")
                .contains("<td class=\"number unknown\">-</td>");
    }

    @Test
    void a_replayed_stream_is_of_no_known_time_and_of_no_known_number_of_attempts() throws IOException {
        run("stream", SampleReports.withoutRecord());

        assertThat(index())
                .contains("<td class=\"time unknown\">not known</td>", "1 run without run.json: it is not known when")
                .contains("<dt>Runs</dt><dd>1</dd>", "<dt>Median duration</dt><dd>-</dd>")
                .doesNotContain("0 attempts", " attempt\"", "2026-11-21 03:00", "<svg viewBox=\"0 0 1000 120\"");
    }

    @Test
    void the_median_of_two_lies_between_them_and_of_the_longest_there_are_it_is_no_overflow() {
        assertThat(median(60_000, 20_000)).hasValue(40_000);
        assertThat(median(1_000, 90_000, 20_000)).hasValue(20_000);
        assertThat(median(Long.MAX_VALUE, Long.MAX_VALUE - 2)).hasValue(Long.MAX_VALUE - 1);
        assertThat(median()).isEmpty();
    }

    private static OptionalLong median(long... durations) {
        return IndexedRun.medianDuration(LongStream.of(durations)
                .mapToObj(millis -> run(CLOCK.instant(), OptionalLong.of(millis), OptionalLong.of(0)))
                .toList());
    }

    @Test
    void what_is_not_known_is_no_bar_and_nought_is_one() {
        List<IndexedRun> runs = List.of(
                run(CLOCK.instant(), OptionalLong.empty(), OptionalLong.of(0)),
                run(CLOCK.instant().minus(Duration.ofHours(5)), OptionalLong.of(60_000), OptionalLong.of(1_000)));

        assertThat(IndexCharts.of(runs))
                .satisfiesExactly(
                        verdicts -> {},
                        durations -> assertThat(durations.bars())
                                .extracting(IndexCharts.Bar::says)
                                .containsExactly("22 Nov 05:00: 1 min 00 s"),
                        tokens -> assertThat(tokens.bars()).hasSize(2));
        assertThat(IndexCharts.of(runs.subList(0, 1)))
                .extracting(IndexCharts.Chart::title)
                .containsExactly("Runs", "Tokens");
    }

    @Test
    void a_copy_of_a_report_counts_once_and_is_told_of() throws IOException {
        run("job/7", SampleReports.saying("hello"));
        Files.createDirectories(folder.resolve("latest"));
        Files.copy(folder.resolve("job/7/report.json"), folder.resolve("latest/report.json"));

        assertThat(RunIndex.write(folder, CLOCK, new Redactor()).runs()).isEqualTo(1);
        assertThat(index()).contains("1 report of a run that is listed already is left out.");
    }

    @Test
    void a_foreign_report_with_a_failed_runs_id_does_not_hide_the_failure() throws IOException {
        run("nightly", FAILED);
        run("zzz", SampleReports.saying("hello"));
        Path foreign = folder.resolve("zzz/report.json");
        Files.writeString(
                foreign,
                Files.readString(foreign)
                        .replace(
                                "id-" + Integer.toHexString("zzz".hashCode()),
                                "id-" + Integer.toHexString("nightly".hashCode()))
                        .replace("\"startedAt\" : \"2026", "\"startedAt\" : \"2027"));

        assertThat(index())
                .contains("<dt>Failed</dt><dd>1</dd>", "The reports of 1 run contradict each other")
                .contains("<bdi>nightly-review</bdi>", "<span class=\"badge failed\">codex start: ");
    }

    @Test
    void so_much_is_read_of_all_reports_and_the_others_are_named() throws IOException {
        run("a", SampleReports.saying("hello"));
        run("b", SampleReports.saying("hello"));

        RunSearch search = RunSearch.below(folder, 1);

        assertThat(search.runs()).isEmpty();
        assertThat(search.problems())
                .extracting(RunCollection.Problem::reason)
                .contains("so much was read of the reports before it that this one was not");
    }

    @Test
    void what_cannot_be_read_is_named() throws IOException {
        run("good", SampleReports.saying("hello"));
        Files.writeString(Files.createDirectories(folder.resolve("broken")).resolve("report.json"), "{\"run\":");
        Files.writeString(Files.createDirectories(folder.resolve("foreign")).resolve("report.json"), "{\"a\":1}");
        Files.createSymbolicLink(
                Files.createDirectories(folder.resolve("link")).resolve("report.json"),
                folder.resolve("good/report.json"));

        RunIndex.Result result = RunIndex.write(folder, CLOCK, new Redactor());

        assertThat(result.runs()).isEqualTo(1);
        assertThat(result.problems()).isEqualTo(3);
        assertThat(Files.readString(result.file()))
                .contains(
                        "<code>broken/report.json</code>",
                        "<code>foreign/report.json</code>",
                        "<code>link/report.json</code>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "[]",
                "{\"warnings\":[],\"checks\":[]}",
                "{\"warnings\":[],\"checks\":[],\"run\":{\"id\":\"x\"},\"verdict\":{\"status\":\"success\"}}",
                "{\"run\":3}"
            })
    void a_report_that_lacks_something_is_a_problem_and_no_bug(String json) throws IOException {
        Files.writeString(folder.resolve("report.json"), json);

        RunIndex.Result result = RunIndex.write(folder, CLOCK, new Redactor());

        assertThat(result.runs()).isZero();
        assertThat(result.problems()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"status\" : \"success\" | \"status\" : null",
                "\"status\" : \"success\" | \"status\" : \"failure\"",
                "\"kind\" : \"success\" | \"kind\" : null",
                "\"kind\" : \"success\" | \"kind\" : \"policy\"",
                "\"exitCode\" : 0, | \"exitCode\" : 14,",
                "\"schemaVersion\" : 1 | \"schemaVersion\" : 99",
                "\"startedAt\" : \" | \"startedAt\" : \"+100000000",
                "\"startedAt\" : \" | \"startedAt\" : \"-"
            })
    void one_odd_report_is_a_problem_and_costs_no_other(String field, String odd) throws IOException {
        run("good", SampleReports.saying("hello"));
        String whole = Files.readString(folder.resolve("good/report.json"));
        assertThat(whole).contains(field);
        Files.writeString(
                Files.createDirectories(folder.resolve("odd")).resolve("report.json"), whole.replace(field, odd));

        RunIndex.Result result = RunIndex.write(folder, CLOCK, new Redactor());

        assertThat(result.runs()).isEqualTo(1);
        assertThat(result.problems()).isEqualTo(1);
        assertThat(Files.readString(result.file())).contains("<code>odd/report.json</code>");
    }

    @Test
    void a_report_of_a_gigabyte_costs_nothing_and_is_listed() throws IOException {
        run("huge", SampleReports.saying("hello"));
        try (RandomAccessFile file =
                new RandomAccessFile(folder.resolve("huge/report.json").toFile(), "rw")) {
            file.setLength(1L << 30);
        }

        assertThat(RunIndex.write(folder, CLOCK, new Redactor()).runs()).isEqualTo(1);
    }

    @Test
    void a_gigabyte_of_something_else_is_named() throws IOException {
        try (RandomAccessFile file =
                new RandomAccessFile(folder.resolve("report.json").toFile(), "rw")) {
            file.setLength(1L << 30);
        }
        Files.writeString(Files.createDirectory(folder.resolve("blank")).resolve("report.json"), " ".repeat(65 << 20));

        assertThat(RunIndex.write(folder, CLOCK, new Redactor()).problems()).isEqualTo(2);
        assertThat(index()).contains("it is no report of a run that this version reads");
    }

    @Test
    void a_report_whose_fields_were_sorted_anew_is_read_all_the_same() throws IOException {
        run("plain", SampleReports.saying("hello"));
        Path file = folder.resolve("plain/report.json");
        ObjectMapper sorting = JsonMapper.builder()
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .build();
        Files.writeString(file, sorting.writeValueAsString(sorting.readValue(Files.readString(file), TreeMap.class)));

        assertThat(RunIndex.write(folder, CLOCK, new Redactor()).runs()).isEqualTo(1);
    }

    @Test
    void tokens_beyond_all_measure_are_as_many_as_can_be_counted() throws IOException {
        for (String name : List.of("one", "two")) {
            run(name, SampleReports.withTokens(Long.MAX_VALUE));
        }

        assertThat(RunIndex.write(folder, CLOCK, new Redactor()).runs()).isEqualTo(2);
        assertThat(index()).contains("<dt>Tokens</dt><dd>9,223,372,036,854,775,807</dd>");
    }

    @Test
    void a_run_that_was_killed_is_listed_with_the_command_that_makes_its_report() throws IOException {
        record("job/it's 7");
        Files.writeString(folder.resolve("job/it's 7/events.jsonl"), "{}\n");
        record("job/8");

        RunIndex.Result result = RunIndex.write(folder, CLOCK, new Redactor());

        assertThat(result.runs()).isZero();
        assertThat(result.unfinished()).isEqualTo(2);
        assertThat(Files.readString(result.file()))
                .contains(
                        "2 runs did not finish",
                        "<pre dir=\"ltr\">codex-runner replay &#39;job/it&#39;\\&#39;&#39;s 7/events.jsonl&#39;"
                                + " --report-dir &#39;job/it&#39;\\&#39;&#39;s 7&#39;</pre>",
                        "codex had printed nothing",
                        "started 2026-11-20 08:00");
    }

    @Test
    void a_record_whose_report_was_made_elsewhere_did_finish() throws IOException {
        record("records/1");
        Files.createDirectories(folder.resolve("made"));
        Files.writeString(
                folder.resolve("made/report.json"),
                ReportJson.write(SampleReports.saying("hello")).replace("\"run-1\"", "\"id-records/1\""));

        assertThat(RunIndex.write(folder, CLOCK, new Redactor()).unfinished()).isZero();
    }

    @Test
    void where_nobody_looked_is_named() throws IOException {
        run("1/2/3/4/5/6/7/8/9", SampleReports.saying("hello"));
        run("good", SampleReports.saying("hello"));
        Files.createSymbolicLink(folder.resolve("latest"), folder.resolve("good"));

        RunIndex.Result result = RunIndex.write(folder, CLOCK, new Redactor());

        assertThat(result.runs()).isEqualTo(1);
        assertThat(result.problems()).isEqualTo(2);
        assertThat(Files.readString(result.file()))
                .contains("<code>1/2/3/4/5/6/7/8</code></bdi>: it lies deeper than 8 folders")
                .contains("<code>latest</code></bdi>: it is a link to a folder");
    }

    /** What a runner that was killed leaves. */
    private void record(String name) throws IOException {
        Path record = Files.createDirectories(folder.resolve(name));
        Files.writeString(record.resolve("run.json"), """
                {"schemaVersion":1,"id":"id-%s","startedAt":"2026-11-20T08:00:00Z","runnerVersion":"1","host":"h",
                "timeout":"PT1H","idleTimeout":"PT15M","budgets":null,"failOn":[],"require":[],"outputSchema":null,
                "usageBaseline":null,"codex":{"version":null,"model":null,"sandbox":"READ_ONLY","resume":null},
                "credential":{"source":"env","kind":null,"fingerprint":null,"exposed":false,"expiresAt":null,"vault":null},
                "trust":null,"runName":null}""".formatted(name));
    }

    @Test
    void times_at_the_ends_of_the_calendar_make_a_page_all_the_same() {
        List<IndexedRun> runs = List.of(
                run(Instant.parse("9999-12-31T23:59:59Z"), true),
                run(CLOCK.instant(), true),
                run(Instant.parse("0001-01-01T00:00:00Z"), false));
        assertThat(IndexHtml.render(
                        IndexPage.of("runs", new RunCollection(runs, 0, 0, List.of(), List.of(), 0), CLOCK.instant())))
                .contains("<dd>3</dd>");
    }

    @Test
    void the_page_needs_nothing_from_anywhere_and_runs_no_script() throws IOException {
        run("<img src=x onerror=alert(1)>", SampleReports.saying("<script>alert(1)</script>"), "report.html");

        String page = index();

        assertThat(page)
                .contains("default-src &#39;none&#39;; style-src &#39;sha256-")
                .doesNotContain("<script", "<img", "http://", "https://", "unsafe-inline");
        assertThat(page).contains("%3Cimg%20src%3Dx");
    }

    @Test
    void an_empty_folder_gives_a_page_that_says_so() throws IOException {
        assertThat(index()).contains("There is no report.json below this folder.");
    }

    @Test
    void the_earlier_page_is_replaced_and_no_link_followed() throws IOException {
        Path outside = Files.createTempFile("outside", "");
        Files.createSymbolicLink(folder.resolve("index.html"), outside);

        index();

        assertThat(outside).isEmptyFile();
        assertThat(Files.isSymbolicLink(folder.resolve("index.html"))).isFalse();
        Files.delete(outside);
    }

    @Test
    void a_page_of_somebody_else_is_not_replaced_and_one_of_ours_is() throws IOException {
        Path page = Files.writeString(folder.resolve("index.html"), "<title>My site</title>");
        assertThatThrownBy(this::index)
                .isInstanceOf(FailureException.class)
                .hasMessageContaining("index-would-replace");
        assertThat(page).hasContent("<title>My site</title>");

        Files.delete(page);
        index();
        assertThat(index()).contains("There is no report.json below this folder.");
    }

    @Test
    void a_folder_that_is_not_there_is_named() {
        assertThatThrownBy(() -> RunIndex.write(folder.resolve("none"), CLOCK, new Redactor()))
                .isInstanceOf(FailureException.class)
                .hasMessageContaining("none");
    }

    @Test
    void ten_thousand_runs_are_counted_and_the_newest_listed() {
        List<IndexedRun> runs = IntStream.range(0, 10_000)
                .mapToObj(number -> run(CLOCK.instant().minus(Duration.ofHours(number)), number % 10 != 0))
                .toList();

        String page = IndexHtml.render(
                IndexPage.of("runs", new RunCollection(runs, 0, 0, List.of(), List.of(), 0), CLOCK.instant()));

        assertThat(page)
                .contains("<dd>10,000</dd>", "<dd>9,000</dd>", "8,000 older runs are counted above, but not listed.")
                .hasSizeLessThan(2_000_000);
        assertThat(TimeBuckets.of(runs)).hasSizeBetween(10, 60);
    }

    @Test
    void bars_tell_of_hours_days_or_years_whatever_the_span() {
        Instant now = CLOCK.instant();
        for (Duration span : List.of(
                Duration.ZERO,
                Duration.ofMinutes(5),
                Duration.ofDays(2),
                Duration.ofDays(50),
                Duration.ofDays(20_000))) {
            List<IndexedRun> runs = List.of(run(now, true), run(now.minus(span), false));
            List<TimeBuckets.Bucket> buckets = TimeBuckets.of(runs);
            assertThat(buckets).hasSizeBetween(1, 60);
            assertThat(buckets.stream().mapToInt(bucket -> bucket.runs().size()).sum())
                    .isEqualTo(2);
            assertThat(buckets.stream().mapToLong(TimeBuckets.Bucket::failures).sum())
                    .isEqualTo(1);
        }
    }

    private static IndexedRun run(Instant startedAt, boolean success) {
        return run(startedAt, success, OptionalLong.of(60_000), OptionalLong.of(1_000));
    }

    private static IndexedRun run(Instant startedAt, OptionalLong durationMs, OptionalLong tokens) {
        return run(startedAt, true, durationMs, tokens);
    }

    private static IndexedRun run(Instant startedAt, boolean success, OptionalLong durationMs, OptionalLong tokens) {
        return new IndexedRun(
                "job",
                Optional.of("report.html"),
                "id",
                Optional.of("nightly"),
                startedAt,
                true,
                durationMs,
                success,
                success ? "success" : "turn_failed",
                success ? "success" : "stream-lost",
                success ? 0 : 7,
                OptionalInt.of(1),
                tokens);
    }
}
