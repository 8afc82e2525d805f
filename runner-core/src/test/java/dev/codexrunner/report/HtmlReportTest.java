package dev.codexrunner.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.changes.ChangeType;
import dev.codexrunner.changes.ChangedPath;
import dev.codexrunner.changes.FileDiff;
import dev.codexrunner.changes.FileDiffs;
import dev.codexrunner.changes.TreeChanges;
import dev.codexrunner.report.html.HtmlReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class HtmlReportTest {

    private static final Pattern TAG = Pattern.compile("<(/?)([a-zA-Z][a-zA-Z0-9]*)(?:\\s[^<>]*)?>");
    private static final List<String> EMPTY = List.of("meta", "link", "br", "input", "rect", "circle", "path");

    private static final Path LEFT = Path.of("target/report-html");

    private static String page(RunReport report) {
        return new HtmlReport().render(report);
    }

    /** For scripts/lib/check-report-html, which opens them in a browser. */
    private static void leave(String name, String page) throws IOException {
        Files.createDirectories(LEFT);
        Files.writeString(LEFT.resolve(name + ".html"), page);
    }

    private static String body(String page) {
        return page.substring(page.indexOf("<body"), page.indexOf("<script>"));
    }

    @TestFactory
    Stream<DynamicTest> the_page_of_every_recorded_stream_is_well_formed_and_each_anchor_leads_somewhere() {
        return SampleReports.recorded().stream()
                .map(stream -> DynamicTest.dynamicTest(
                        stream.getFileName().toString(), () -> assertWellFormed(page(SampleReports.of(stream)))));
    }

    private static void assertWellFormed(String page) {
        Deque<String> open = new ArrayDeque<>();
        TAG.matcher(body(page)).results().forEach(tag -> {
            String name = tag.group(2);
            if (!tag.group(1).isEmpty()) {
                assertThat(open.pop()).isEqualTo(name);
            } else if (!EMPTY.contains(name)) {
                open.push(name);
            }
        });
        assertThat(open).containsExactly("body");
        List<String> ids = found(page, " id=\"([^\"]+)\"");
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(new HashSet<>(ids)).containsAll(found(page, " href=\"#([^\"]+)\""));
    }

    private static List<String> found(String text, String pattern) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }

    @Test
    void whatever_the_agent_says_is_text() throws IOException {
        String hostile = "</pre></details></section><script>alert(1)</script><img src=x onerror=alert(2)> {{verdict}}"
                + " {{{style}}} javascript:alert(3) \u202E\u0000\u001b]0;t\u0007 \"' onmouseover='x' ::error::";
        String page = page(SampleReports.saying(hostile));

        leave("hostile", page);
        assertWellFormed(page);
        assertThat(body(page))
                .doesNotContain("<script", "<img", "\u202E", "\u0000", "\u001b", "onmouseover='")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;", "{{verdict}}", "⟨U+202E⟩", "⟨NUL⟩");
    }

    @Test
    void the_verdict_comes_first_with_its_reason_and_what_to_do() throws IOException {
        String failed = page(SampleReports.of("{\"type\":\"thread.started\",\"thread_id\":\"t\"}"));

        leave("failed", failed);
        assertThat(failed).contains("<title>Failed: codex did not start · nightly-review · codex-runner</title>");
        assertThat(body(failed))
                .containsSubsequence(
                        "<main", "<h1 id=\"verdict\">Failed: codex did not start</h1>", "What to do", "<h2");
        assertThat(page(SampleReports.saying("hello")))
                .contains("<h1 id=\"verdict\">Success</h1>", "<dd><bdi>1 min 05 s</bdi></dd>");
    }

    @Test
    void every_patch_is_a_step_also_the_one_that_failed() {
        String patch =
                "{'type':'item.completed','item':{'id':'%s','type':'file_change','status':'%s','changes':[%s]}}\n";
        String a = "{'path':'a','kind':'update'}";
        String page = body(page(SampleReports.of((patch.formatted("1", "failed", a)
                        + patch.formatted("2", "completed", a)
                        + patch.formatted("3", "completed", a + ",{'path':'b','kind':'add'}"))
                .replace('\'', '"'))));

        assertWellFormed("<body>" + page.substring(page.indexOf('>') + 1) + "<script>");
        assertThat(page.split("class=\"step patch", -1)).hasSize(1 + 3);
        assertThat(page.split("class=\"step patch failed\" id=\"line-1\"", -1)).hasSize(1 + 1);
        assertThat(page).contains("3 steps, 1 failed.", "a and 1 more");
    }

    @Test
    void a_review_is_a_list_and_no_json() {
        String page = body(page(SampleReports.answering(("{'summary':'Two things.','findings':["
                        + finding("note", "Small") + "," + finding("error", "Grave") + "]}")
                .replace('\'', '"'))));

        assertThat(page).containsSubsequence("Findings (2)", "Two things.", "Grave", "src/A.java:3-4", "Small");
        assertThat(page).doesNotContain("id=\"answer\"");
    }

    private static String finding(String severity, String title) {
        return "{'ruleId':'r','severity':'" + severity + "','confidence':'high','file':'src/A.java','startLine':3,"
                + "'endLine':4,'title':'" + title + "','message':'m','suggestion':null,'replacement':null}";
    }

    @Test
    void a_command_tells_its_exit_code_and_what_it_printed() {
        assertThat(body(page(SampleReports.saying("printed"))))
                .contains("<span class=\"state\">exit 0</span>", "<pre dir=\"auto\">printed</pre>");
    }

    @Test
    void a_diff_shows_its_signs_and_the_numbers_of_its_lines() throws IOException {
        RunReport report = with(new FileDiff(
                "a.txt",
                ChangeType.MODIFIED,
                1,
                1,
                "@@ -7,3 +7,3 @@\n same\n-old <b>\n+new\n same",
                Optional.of("Cut.")));

        leave("changes", page(report));
        assertThat(body(page(report)))
                .contains("<b>@@ -7,3 +7,3 @@</b>")
                .contains("<code data-o=\"7\" data-n=\"7\"> same</code>")
                .contains("<del data-o=\"8\">-old &lt;b&gt;</del>", "<ins data-n=\"8\">+new</ins>")
                .contains(
                        "<span class=\"plus\">+1</span>",
                        "<span class=\"minus\">−1</span>",
                        "<p class=\"cut\">Cut.</p>");
    }

    private static RunReport with(FileDiff diff) {
        RunReport report = SampleReports.saying("x");
        TreeChanges changes = new TreeChanges(1, 0, List.of(new ChangedPath(diff.path(), diff.kind(), false)))
                .with(new FileDiffs(List.of(diff), 0));
        return new RunReport(
                1,
                report.run(),
                report.verdict(),
                report.codex(),
                report.credential(),
                report.trust(),
                report.usage(),
                report.threadUsage(),
                report.finalMessage(),
                report.structuredOutput(),
                report.checks(),
                report.items(),
                Optional.of(changes),
                report.counts(),
                report.warnings());
    }

    @Test
    void what_a_stream_alone_does_not_tell_is_not_known() {
        assertThat(page(SampleReports.withoutRecord()))
                .contains(fact("Started (UTC)"), bdiFact("Started"), bdiFact("Ended"), bdiFact("Kind"))
                .contains(bdiFact("Started by"), bdiFact("Managed policy"), bdiFact("Expires"))
                .doesNotContain("none was had", "none on this machine", "no CI that is known", "2026-11-21 03:0");
    }

    @Test
    void the_beginning_of_a_run_that_was_killed_is_known_and_its_end_is_not() {
        assertThat(page(SampleReports.withoutEnd()))
                .contains("<dd><bdi>2026-11-21 03:00:00 UTC</bdi></dd>", bdiFact("Ended"));
    }

    private static String fact(String name) {
        return "<dt>" + name + "</dt><dd><bdi>not known</bdi></dd>";
    }

    private static String bdiFact(String name) {
        return fact("<bdi>" + name + "</bdi>");
    }

    @Test
    void the_page_names_no_file_beside_it_but_what_every_report_folder_has() {
        assertThat(page(SampleReports.withoutRecord()))
                .contains("lies beside this page: <code>report.json</code>.")
                .contains("in the folder of the run's record: <code>events.jsonl</code>");
        assertThat(page(SampleReports.of(""))).doesNotContain("in the folder of the run's record");
    }

    @Test
    void what_came_before_the_first_event_is_a_row_of_its_own_and_not_the_model_s() throws IOException {
        String page = page(SampleReports.timed("{'type':'turn.started'}\n".replace('\'', '"') + TWO_SECONDS));

        leave("timed", page);
        assertWellFormed(page);
        assertThat(page)
                .contains(row("Before codex&#39;s first event", "", "1.3 s", ""))
                .contains(row("Command", "1", "1.0 s", "1.0 s"))
                .contains(row("Model, and all else", "", "1 min 03 s", ""));
    }

    private static final String TWO_SECONDS = """
            {'type':'item.started','item':{'id':'0','type':'command_execution','command':'c','status':'in_progress'}}
            {'type':'item.completed','item':{'id':'0','type':'command_execution','command':'c','exit_code':0,'status':'completed'}}
            """.replace('\'', '"');

    private static String row(String name, String steps, String time, String longest) {
        return "<tr><th scope=\"row\">" + name + "</th>"
                + Stream.of(steps, time, longest)
                        .map(cell -> "<td class=\"number\">" + cell + "</td>")
                        .collect(Collectors.joining())
                + "</tr>";
    }

    @Test
    void a_ranking_of_what_is_kept_says_so() {
        String command = "{'type':'item.completed','item':{'id':'%s','type':'command_execution','command':'c',"
                + "'aggregated_output':'','exit_code':0,'status':'completed'}}\n";
        String stream = IntStream.range(0, 1_300)
                .mapToObj(command::formatted)
                .collect(Collectors.joining())
                .replace('\'', '"');

        assertThat(page(SampleReports.timed(stream)).split("the 1,000 commands kept of 1,300", -1))
                .hasSizeGreaterThan(2);
        assertThat(page(SampleReports.timed(TWO_SECONDS))).doesNotContain("kept of", "the steps kept");
    }

    @Test
    void tokens_are_the_run_s_and_where_those_are_not_known_the_thread_s() {
        assertThat(page(SampleReports.resumed()))
                .contains("240 tokens in this run, 9,240 in its whole thread.", "<dt>Tokens</dt><dd><bdi>240</bdi>");
        assertThat(page(SampleReports.resumedWithoutBaseline()))
                .contains(
                        "9,240 tokens in the whole thread, earlier runs included; how many of them are this run&#39;s is not")
                .contains("<dt>Tokens of the whole thread</dt><dd><bdi>9,240</bdi>", "<td class=\"number\">9,120</td>")
                .doesNotContain("<dt>Tokens</dt>");
    }

    @Test
    void thousands_of_steps_are_folded_into_groups_of_a_hundred() {
        StringBuilder stream = new StringBuilder("{\"type\":\"turn.started\"}\n");
        IntStream.range(0, 1_234)
                .forEach(i -> stream.append("{\"type\":\"item.completed\",\"item\":{\"id\":\"item_" + i
                        + "\",\"type\":\"command_execution\",\"command\":\"c\",\"aggregated_output\":\"\",\"exit_code\":"
                        + (i % 100 == 7 ? 1 : 0) + ",\"status\":\"completed\"}}\n"));
        String page = page(SampleReports.of(stream.toString()));

        assertWellFormed(page);
        assertThat(page.split("<details class=\"group\"", -1)).hasSize(1 + 10);
        assertThat(page)
                .contains("Steps 901 to 1,000 · 4 failed", "1,000 steps are shown, 13 of them failed. 234 more");
    }

    @Test
    void what_is_too_long_for_the_page_is_cut_and_says_where_the_rest_is() {
        String page = page(SampleReports.saying("y".repeat(1_000_000)));

        assertThat(page.length()).isLessThan(400_000);
        assertThat(page).contains("1,000,000 characters are shown; events.jsonl, line 3, has the rest.");
    }

    @Test
    void of_more_steps_than_are_kept_the_failures_stay_and_the_totals_are_of_all() {
        String stream = IntStream.range(0, 2_500)
                .mapToObj(number -> ("{'type':'item.completed','item':{'id':'i" + number
                                + "','type':'command_execution','command':'c" + number + "','aggregated_output':'o"
                                + number + "','exit_code':" + (number % 5 == 4 ? 1 : 0) + ",'status':'completed'}}")
                        .replace('\'', '"'))
                .collect(Collectors.joining("\n"));
        RunReport report = SampleReports.of(stream);

        assertThat(report.items().commands().stream().filter(RunReport.Command::wentWrong))
                .hasSize(500)
                .allMatch(command ->
                        command.output().equals("o" + command.command().substring(1)));
        assertThat(report.items().commands())
                .hasSize(1_000)
                .isSortedAccordingTo(
                        Comparator.comparingLong(command -> command.when().line()));
        assertThat(page(report))
                .contains(
                        "1,000 steps are shown, 500 of them failed. 1,500 more entries were only counted: of each kind"
                                + " those that failed are kept first. events.jsonl has all.")
                .contains("Command <span>1,000 of 2,500</span>", "<dd><bdi>2,500 (500 failed)</bdi></dd>");
    }
}
