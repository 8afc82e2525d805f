package dev.codexrunner.report.findings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.report.RunReport;
import dev.codexrunner.report.SampleReports;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.ObjectMapper;

class AnnotationReportTest {

    private static final RunReport FAILED = SampleReports.of("{\"type\":\"thread.started\",\"thread_id\":\"t\"}");

    private static String of(RunReport report) {
        return new AnnotationReport().render(report);
    }

    private static Map<String, Object> finding(String severity, String file, String title, String message) {
        return Map.of(
                "ruleId",
                "r",
                "severity",
                severity,
                "confidence",
                "high",
                "file",
                file,
                "startLine",
                3,
                "endLine",
                4,
                "title",
                title,
                "message",
                message,
                "suggestion",
                "",
                "replacement",
                "");
    }

    private static RunReport finding(List<Map<String, Object>> findings) {
        return SampleReports.answering(
                new ObjectMapper().writeValueAsString(Map.of("summary", "s", "findings", findings)));
    }

    @Test
    void a_failure_is_an_error_with_what_to_do() {
        assertThat(of(FAILED))
                .startsWith("::error title=codex-runner%3A codex_start::")
                .contains("%0AWhat to do: ");
        assertThat(of(FAILED).lines()).hasSize(1);
    }

    @Test
    void a_success_without_findings_has_no_such_file() {
        assertThat(new AnnotationReport().appliesTo(SampleReports.saying("hello")))
                .isFalse();
        assertThat(new AnnotationReport().appliesTo(FAILED)).isTrue();
    }

    @Test
    void findings_stand_on_their_lines() {
        assertThat(of(finding(List.of(
                        finding("error", "src/a.c", "Overflow", "It overflows."),
                        finding("warning", "src/b.c", "Odd", "It is odd."),
                        finding("note", "src/c.c", "Hm", "So so.")))))
                .isEqualTo("""
                        ::error file=src/a.c,line=3,endLine=4,title=Overflow::It overflows.
                        ::warning file=src/b.c,line=3,endLine=4,title=Odd::It is odd.
                        ::notice file=src/c.c,line=3,endLine=4,title=Hm::So so.
                        """);
    }

    @Test
    void what_the_agent_writes_stays_within_its_own_command() {
        String text = of(finding(List.of(finding(
                "error",
                "a,line=1::x\n::warning::y",
                "t::\r\n::set-output name=a::b, 100%",
                "m\n::add-mask::secret\r\n##[group]x\u001B[2J%0A"))));

        assertThat(text.lines()).hasSize(1);
        assertThat(text).startsWith("::error title=t%3A%3A");
        assertThat(text.substring("::error ".length()).split("::", -1))
                .as("only one end of the properties")
                .hasSizeGreaterThan(1);
        assertThat(text.substring(0, text.indexOf("::", 8))).doesNotContain("\n", "name=a:");
        assertThat(text).contains("100%25", "%250A").doesNotContain("\u001B", "##[");
    }

    @Test
    void github_shows_ten_of_a_level_and_the_tenth_tells_of_the_rest() {
        List<Map<String, Object>> many = IntStream.range(0, 25)
                .mapToObj(number -> finding("warning", "f" + number, "t", "m"))
                .toList();

        List<String> lines = of(finding(many)).lines().toList();

        assertThat(lines).hasSize(10);
        assertThat(lines.get(9)).startsWith("::warning title=codex-runner%3A more findings::16 more ");
        assertThat(of(finding(many.subList(0, 10))).lines())
                .hasSize(10)
                .noneMatch(line -> line.contains("more findings"));
    }

    @Test
    void a_path_that_leads_out_of_the_repository_is_no_file_of_an_annotation() {
        assertThat(of(finding(List.of(finding("error", "../../etc/passwd", "t", "m")))))
                .isEqualTo("::error title=t::../../etc/passwd: m\n");
    }

    @Test
    void a_huge_message_is_cut() {
        assertThat(of(finding(List.of(finding("error", "f", "t".repeat(9_000), "m".repeat(100_000))))))
                .hasSizeLessThan(4_500);
    }
}
