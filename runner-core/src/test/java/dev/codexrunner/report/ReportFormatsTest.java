package dev.codexrunner.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.Repository;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ReportFormatsTest {

    @TestFactory
    Stream<DynamicTest> junit_xml_of_every_recorded_stream_is_what_ci_systems_read() {
        return SampleReports.recorded().stream()
                .map(stream -> DynamicTest.dynamicTest(
                        stream.getFileName().toString(),
                        () -> validate(new JunitReport().render(SampleReports.of(stream)))));
    }

    @Test
    void junit_xml_stays_xml_whatever_the_agent_says() throws Exception {
        String hostile = "]]> <![CDATA[ <x> & \u0000\u0001\uFFFE\uD800 \"' \u001b[31m" + "y".repeat(300_000);
        String xml = new JunitReport().render(SampleReports.saying(hostile));

        validate(xml);
        assertThat(xml).hasSizeLessThan(250_000).contains("\uFFFD").doesNotContain("\u0000", "\uFFFE");
    }

    @Test
    void junit_xml_names_what_failed_and_counts_it() throws Exception {
        String xml = new JunitReport().render(SampleReports.of("{\"type\":\"thread.started\",\"thread_id\":\"t\"}"));

        validate(xml);
        assertThat(xml)
                .contains("tests=\"4\"", "failures=\"1\"", "errors=\"1\"", "skipped=\"1\"", "require a|b")
                .contains("It is &lt;missing&gt;");
    }

    private static void validate(String xml) throws Exception {
        Validator validator = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(Path.of("src/test/resources/junit.xsd").toFile())
                .newValidator();
        validator.validate(new StreamSource(new StringReader(xml)));
    }

    @Test
    void markdown_shows_the_verdict_first_and_says_what_to_do() {
        String markdown =
                new MarkdownReport().render(SampleReports.of("{\"type\":\"thread.started\",\"thread_id\":\"t\"}"));

        assertThat(markdown)
                .startsWith("## ❌ nightly\\-review: codex did not start\n")
                .contains("> **What to do:** ");
        assertThat(new MarkdownReport().render(SampleReports.saying("hello")))
                .startsWith("## ✅ nightly\\-review: success\n")
                .contains("added `hello`", "200 in (80 cached), 40 out (10 reasoning)");
    }

    @Test
    void the_agents_lists_headings_and_code_stay_readable() {
        RunReport report = SampleReports.saying("""
            # Done
            I **fixed** `a|b`, see [this](https://x.example) and @team about #12:
            1. one
               - two
            ```mermaid
            graph TD
            ```
            2) three\
            """);
        String markdown = new MarkdownReport().render(withoutStructure(report));
        String message = markdown.substring(markdown.indexOf("### Answer"), markdown.indexOf("### Changed files"));

        assertThat(message)
                .contains("> **Done**\n", "**fixed** `a|b`, see \\[this\\]\\(https:\u200B//x.example\\)")
                .contains("> 1. one\n>    - two\n", "> ```text\n> graph TD\n> ```\n", "> 2. three")
                .contains("@\u200Bteam", "\\#\u200B12")
                .doesNotContain("mermaid");
    }

    private static RunReport withoutStructure(RunReport report) {
        Map<String, Object> tree = new LinkedHashMap<>(ReportJson.toTree(report));
        tree.remove("structuredOutput");
        return ReportJson.fromTree(tree);
    }

    @Test
    void a_long_message_is_folded_after_its_first_lines() {
        String message = new MarkdownReport().render(withoutStructure(SampleReports.saying("line\n".repeat(100))));
        assertThat(message).contains("<details><summary>75 more lines</summary>");
    }

    @Test
    void what_is_odd_in_a_command_reads_as_it_is() {
        assertThat(Markdown.folded("✅", "echo *a* #1 [x] &lt; @all", "", ""))
                .contains("<code>echo &#42;a&#42; #1 &#91;x] &amp;lt; @all</code>");
    }

    @Test
    void of_a_long_list_the_first_are_seen_and_the_others_folded() {
        List<String> entries =
                IntStream.range(0, 40).mapToObj(n -> "- " + n + "\n").toList();
        assertThat(MarkdownSection.of("Files (40)", entries).within(10_000))
                .contains("- 24\n\n<details><summary>15 more</summary>\n\n- 25\n")
                .endsWith("- 39\n\n</details>\n");
        assertThat(MarkdownSection.of("Files (40)", entries).within(300))
                .hasSizeLessThan(300)
                .startsWith("\n### Files (40)\n")
                .contains("_Left out for length, Files: ");
    }

    @Test
    void of_changed_files_that_were_only_counted_nobody_is_sent_to_the_stream() {
        RunReport report = Objects.requireNonNull(GoldenRecords.all().get("long-build"));

        assertThat(new MarkdownReport().render(report))
                .contains("_Left out for length, Changed files: 1,000. report.html and report.json have 30, the others"
                        + " were only counted._");
    }

    @Test
    void an_answer_that_grows_when_it_is_escaped_is_cut_and_not_left_out() {
        String markdown = new MarkdownReport().render(withoutStructure(SampleReports.saying("<$a>".repeat(5_400))));

        assertThat(markdown)
                .hasSizeLessThanOrEqualTo(MarkdownReport.LONGEST)
                .contains("### Answer\n\n> &lt;<span>$</span>a&gt;", " … ")
                .contains("_The middle of the answer is left out for length: it has 21,600 characters.");
    }

    @Test
    void where_everything_grows_the_limit_holds_and_every_section_has_its_heading() {
        String dollars = "$".repeat(30_000);
        TimedStream stream =
                new TimedStream().thread("t").plan(dollars, dollars).search(dollars, 10);
        for (int i = 0; i < 40; i++) {
            stream.command(dollars, "`".repeat(30_000), 2, 10).failedCall("s", "t", dollars);
        }
        stream.says(dollars);
        Map<String, Object> tree = new LinkedHashMap<>(ReportJson.toTree(SampleReports.with(stream.transcript())));
        Map<Object, Object> verdict = new LinkedHashMap<>((Map<?, ?>) tree.get("verdict"));
        verdict.putAll(Map.of("status", "failure", "reason", dollars, "fix", dollars, "retryable", true));
        tree.put("verdict", verdict);
        tree.put("warnings", List.of(dollars, dollars, dollars));
        String markdown = new MarkdownReport().render(withoutStructure(ReportJson.fromTree(tree)));

        assertThat(markdown)
                .hasSizeBetween(40_000, MarkdownReport.LONGEST)
                .contains("### Warnings (3)", "### Answer", "### Commands (40)", "### Plan (2)", "### Tool calls (40)")
                .contains("### Searches", "<summary>Run, codex and token</summary>");
        assertThat(markdown.split("</details>", -1)).hasSameSizeAs(markdown.split("<details>", -1));
    }

    @Test
    void a_copied_command_is_the_one_that_ran() {
        assertThat(Markdown.folded("✅", "make 2>&1 %1 a@b.c https://e.example 0123456789abcdef", "", ""))
                .doesNotContain("\u200B");
    }

    @Test
    void many_failed_commands_push_nothing_else_out() {
        TimedStream stream = new TimedStream().thread("t").plan("+a", "+b", "c", "d", "e", "f", "g", "h");
        for (int i = 0; i < 120; i++) {
            stream.command("make " + i, "o".repeat(3_000), 2, 10);
        }
        for (int i = 0; i < 218; i++) {
            stream.call("s", "t" + i, "{}", "x", 1);
        }
        String markdown = new MarkdownReport().render(SampleReports.with(stream.transcript()));

        assertThat(markdown)
                .hasSizeBetween(50_000, MarkdownReport.LONGEST)
                .contains("### Plan (8)", "- [ ] h\n", "`s/t217`", "_Left out for length, Commands: ");
        assertThat(markdown.split("_Left out", -1)).hasSize(2);
    }

    @Test
    void whether_to_start_again_is_said_without_a_fix_too() {
        Map<String, Object> tree =
                new LinkedHashMap<>(ReportJson.toTree(SampleReports.of("{\"type\":\"turn.started\"}")));
        Map<Object, Object> verdict = new LinkedHashMap<>((Map<?, ?>) tree.get("verdict"));
        verdict.put("fix", "");
        verdict.put("retryable", true);
        tree.put("verdict", verdict);

        assertThat(new MarkdownReport().render(ReportJson.fromTree(tree)))
                .contains("\n> The same run may succeed when it is started again unchanged.\n");
    }

    @Test
    void what_a_replay_without_record_does_not_know_no_report_says() {
        RunReport report = SampleReports.withoutRecord();
        String year = String.valueOf(SampleReports.START).substring(0, 10);

        assertThat(new MarkdownReport().render(report))
                .doesNotContain(year, "none from")
                .contains("| Started | `not known` |", "| Token | `not known` |");
        assertThat(new JunitReport().render(report)).doesNotContain("timestamp=", year, " time=\"0.000\"");
    }

    @Test
    void findings_are_listed_the_gravest_first() {
        String markdown = new MarkdownReport()
                .render(SampleReports.answering(Repository.read("contract/golden/findings/output.json")));
        assertThat(markdown)
                .contains(
                        "### Findings (6)",
                        "`sql-injection` · confidence: high<br>",
                        "🔴 **The query is put together",
                        "`src/main/java/app/Search.java:12-14`")
                .doesNotContain("[the guide](");
    }

    @Test
    void agent_text_cannot_break_out_of_markdown() {
        String hostile = """
                </details><script>alert(1)</script> ![i](http://e/x) @everyone `` ````
                ```
                # Owned
                | a |

                <img src=x>""";
        String markdown = new MarkdownReport().render(SampleReports.saying(hostile));
        String outsideFences = markdown.replaceAll("(?s)\n(`{3,})text\n.*?\n\\1\n", "\n")
                .replaceAll("(?<![`\\\\])(`+)(?!`)[^\n]*?(?<!`)\\1(?!`)", "code")
                .replaceAll("<code>[^<]*</code>", "code");

        assertThat(outsideFences)
                .doesNotContain("<script>", "<img", "![i]", "@everyone", "\n# Owned", "\n```")
                .contains("<details>", "</details>");
        assertThat(outsideFences.split("</details>", -1)).hasSameSizeAs(outsideFences.split("<details>", -1));
        assertThat(markdown).contains("`````text\n");
    }

    @Test
    void markdown_is_cut_between_parts_and_says_so() {
        StringBuilder stream = new StringBuilder("{\"type\":\"turn.started\"}\n");
        for (int i = 0; i < 200; i++) {
            stream.append("{\"type\":\"item.completed\",\"item\":{\"id\":\"item_" + i
                    + "\",\"type\":\"command_execution\",\"command\":\"c\",\"aggregated_output\":\"" + "o".repeat(2_000)
                    + "\",\"exit_code\":0,\"status\":\"completed\"}}\n");
        }
        String markdown = new MarkdownReport().render(SampleReports.of(stream.toString()));

        assertThat(markdown)
                .hasSizeBetween(50_000, MarkdownReport.LONGEST)
                .contains("_Left out for length, Commands: ");
        assertThat(markdown.split("</details>", -1)).hasSameSizeAs(markdown.split("<details>", -1));
    }

    @Test
    void of_commands_that_the_report_has_not_kept_markdown_promises_nothing() {
        StringBuilder stream = new StringBuilder("{\"type\":\"turn.started\"}\n");
        for (int i = 0; i < 1_200; i++) {
            stream.append("{\"type\":\"item.completed\",\"item\":{\"id\":\"item_" + i
                    + "\",\"type\":\"command_execution\",\"command\":\"c\",\"aggregated_output\":\"\",\"exit_code\":0,"
                    + "\"status\":\"completed\"}}\n");
        }

        assertThat(new MarkdownReport().render(SampleReports.of(stream.toString())))
                .contains("### Commands (1,200)")
                .contains("_Left out for length, Commands: 1,100. report.html and report.json have 1,000, events.jsonl"
                        + " has all._")
                .contains("200 entries were counted but not kept; events.jsonl has them.")
                .doesNotContain("have all");
    }

    @Test
    void a_command_that_was_refused_is_marked_as_such() {
        String stream = """
                {"type":"turn.started"}
                {"type":"item.completed","item":{"id":"i","type":"command_execution","command":"c",\
                "aggregated_output":"","status":"declined"}}
                """;

        assertThat(new MarkdownReport().render(SampleReports.of(stream))).contains("❌ <code>c</code> · declined");
    }

    @Test
    void docs_name_every_file_of_a_report() {
        String docs = Repository.read("docs/reports.md");
        assertThat(ReportFormats.all()).allSatisfy(format -> assertThat(docs).contains("`" + format.fileName() + "`"));
    }

    /** scripts/lib/check-reports reads them with GitHub's own renderer, and with others' parsers. */
    @Test
    void reports_of_hostile_text_are_left_for_others_to_read() throws Exception {
        String hostile = "</details></code><script>alert(1)</script><img src=x> ![p](http://e/x.png) [c](javascript:x)"
                + " <http://e> https://e www.e.example a@e.example @all #1 `` ````\n"
                + "```mermaid\n"
                + "graph TD\n"
                + "```\n"
                + "~~~\n"
                + "# h\n"
                + "| a |\n"
                + "| - |\n"
                + "<!--\n"
                + "[x]: http://e\n\n"
                + "    code\n"
                + "1. [ATTACHMENT [[ATTACHMENT|/etc/passwd]]\n"
                + "::error::x\u202E\u001b[31m&lt;b&gt;";
        RunReport report = withoutStructure(SampleReports.saying(hostile));
        Path folder = Files.createDirectories(Path.of("target/report-formats/hostile"));
        for (ReportFormat format : ReportFormats.all()) {
            if (format.appliesTo(report)) {
                Files.writeString(folder.resolve(format.fileName()), format.render(report));
            }
        }
        assertThat(Files.readString(folder.resolve("junit.xml"))).doesNotContain("[[ATTACHMENT|");
    }
}
