package dev.codexrunner.report.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.codexrunner.Repository;
import dev.codexrunner.report.RunReport;
import dev.codexrunner.report.SampleReports;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class MetricsReportTest {

    private static final Pattern NAME_IN_DOCS = Pattern.compile("\\| `(codex_run_[a-z_]+)");

    private static final Schema SUMMARY = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Repository.read("contract/run-summary.schema.json"));

    @Test
    void a_run_has_its_figures_under_the_name_of_its_job() {
        assertThat(new MetricsReport().render(SampleReports.saying("hello")))
                .contains(
                        "codex_run_info{run=\"nightly-review\",status=\"success\",kind=\"success\",code=\"success\","
                                + "model=\"gpt-5\",sandbox=\"read-only\",codex_version=\"0.169.0\",runner_version=\"0.1.0\"} 1\n",
                        "codex_run_success{run=\"nightly-review\"} 1\n",
                        "codex_run_exit_code{run=\"nightly-review\"} 0\n",
                        "codex_run_duration_seconds{run=\"nightly-review\"} 65.4\n",
                        "codex_run_time_to_first_event_seconds{run=\"nightly-review\"} 1.25\n",
                        "codex_run_tokens{run=\"nightly-review\",kind=\"input\"} 200\n",
                        "codex_run_attempts{run=\"nightly-review\"} 1\n",
                        "codex_run_credential_expiry_timestamp_seconds{run=\"nightly-review\"} 1795316400\n")
                .doesNotContain("run-1", "codex_run_findings{");
    }

    @Test
    void findings_are_counted_by_severity() {
        assertThat(new MetricsReport()
                        .render(SampleReports.answering(Repository.read("contract/golden/findings/output.json"))))
                .contains(
                        "codex_run_findings{run=\"nightly-review\",severity=\"error\"} 1\n",
                        "codex_run_findings{run=\"nightly-review\",severity=\"warning\"} 3\n",
                        "codex_run_findings{run=\"nightly-review\",severity=\"note\"} 2\n");
    }

    @Test
    void what_is_not_known_has_no_series() {
        String text = new MetricsReport().render(SampleReports.of("{\"type\":\"thread.started\",\"thread_id\":\"t\"}"));
        assertThat(text)
                .contains("codex_run_success{run=\"nightly-review\"} 0\n")
                .doesNotContain("codex_run_tokens{");
    }

    @Test
    void a_stream_without_its_record_claims_no_time_no_attempts_and_no_safe_token() {
        assertThat(new MetricsReport().render(SampleReports.withoutRecord()))
                .contains("codex_run_success{", "codex_run_time_to_first_event_seconds{")
                .doesNotContain(
                        "codex_run_duration_seconds{",
                        "codex_run_start_timestamp_seconds{",
                        "codex_run_end_timestamp_seconds{",
                        "codex_run_attempts{",
                        "codex_run_retry_wait_seconds{",
                        "codex_run_credential_exposed{");
        String line = new SummaryLine().render(SampleReports.withoutRecord());
        assertThat(line).contains("\"durationMs\":null", "\"attempts\":null", "\"credentialExposed\":null");
        assertThat(SUMMARY.validate(line, InputFormat.JSON)).isEmpty();
    }

    @Test
    void labels_and_helps_are_escaped() {
        String text = new PrometheusText()
                .gauge("m", "a\\b\nc")
                .series(Map.of("l", "x\"y\\z\nw"), 1)
                .series(Map.of("l", ""), 2)
                .toString();
        assertThat(text).isEqualTo("""
                # HELP m a\\\\b\\nc
                # TYPE m gauge
                m{l="x\\"y\\\\z\\nw"} 1
                m 2
                """);
    }

    @Test
    void docs_metrics_lists_every_metric_and_no_other() {
        assertThat(NAME_IN_DOCS
                        .matcher(Repository.read("docs/metrics.md"))
                        .results()
                        .map(found -> found.group(1)))
                .containsExactlyInAnyOrderElementsOf(new MetricsReport()
                        .render(SampleReports.saying("x"))
                        .lines()
                        .filter(line -> line.startsWith("# TYPE "))
                        .map(line -> line.substring("# TYPE ".length(), line.lastIndexOf(" ")))
                        .toList());
    }

    @TestFactory
    Stream<DynamicTest> the_summary_of_every_recorded_stream_is_one_short_line_after_its_schema() {
        return SampleReports.recorded().stream()
                .map(stream -> DynamicTest.dynamicTest(
                        stream.getFileName().toString(), () -> assertSummary(SampleReports.of(stream))));
    }

    @Test
    void a_summary_stays_short_whatever_the_agent_says() {
        RunReport failed =
                SampleReports.of("{\"type\":\"turn.started\"}\n{\"type\":\"turn.failed\",\"error\":{\"message\":\""
                        + "\\u2028\\\"\\\\\uD83D\uDE00\\n".repeat(50_000) + "\"}}");
        assertSummary(failed);
        assertSummary(SampleReports.answering(Repository.read("contract/golden/findings/output.json")));
    }

    private static void assertSummary(RunReport report) {
        String line = new SummaryLine().render(report);
        assertThat(line).endsWith("\n");
        assertThat(line.strip()).doesNotContain("\n", "\u2028");
        assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(SummaryLine.LONGEST_LINE);
        assertThat(SUMMARY.validate(line, InputFormat.JSON)).isEmpty();
    }
}
