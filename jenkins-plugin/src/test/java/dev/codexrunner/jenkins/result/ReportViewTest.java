package dev.codexrunner.jenkins.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ReportViewTest {

    @Test
    void steps_stand_in_the_order_of_the_stream() {
        ReportView report = Reports.report(Reports.SUCCESS)
                .step(Reports.command(9, "completed"))
                .step(new Step.Message("m", "hello", 5, Reports.at(2)))
                .step(Reports.command(4, "failed"))
                .build();
        assertThat(report.steps()).extracting(step -> step.when().line()).containsExactly(2L, 4L, 9L);
        assertThat(report.steps()).extracting(Step::failed).containsExactly(false, true, false);
    }

    @Test
    void a_step_without_an_end_has_failed() {
        assertThat(Reports.command(1, "in_progress").failed()).isTrue();
        assertThat(Reports.command(1, "declined").failed()).isTrue();
        assertThat(Reports.command(1, "unknown").failed()).isFalse();
    }

    @Test
    void lines_of_a_diff_have_their_numbers() {
        FileDiff diff = new FileDiff(
                "a.txt",
                "modified",
                1,
                1,
                "@@ -3,2 +3,2 @@ x\n same\n-old\n+new\n\\ No newline at end of file\n@@ -9 +9,2 @@\n+-- added",
                Optional.empty());
        assertThat(diff.lines())
                .extracting(FileDiff.Line::kind)
                .containsExactly(
                        FileDiff.LineKind.HUNK,
                        FileDiff.LineKind.SAME,
                        FileDiff.LineKind.REMOVED,
                        FileDiff.LineKind.ADDED,
                        FileDiff.LineKind.REMARK,
                        FileDiff.LineKind.HUNK,
                        FileDiff.LineKind.ADDED);
        assertThat(diff.lines().get(1)).isEqualTo(line(FileDiff.LineKind.SAME, "same", 3, 3));
        assertThat(diff.lines().get(3).newNumber()).hasValue(4);
        assertThat(diff.lines().get(6).text()).isEqualTo("-- added");
        assertThat(diff.lines().get(6).newNumber()).hasValue(9);
    }

    @Test
    void a_diff_that_shows_nothing_has_no_lines() {
        assertThat(new FileDiff("a", "added", 5, 0, "", Optional.of("binary")).lines())
                .isEmpty();
    }

    @Test
    void findings_are_read_from_an_output_of_their_form() {
        Map<String, Object> finding = Map.<String, Object>of(
                "ruleId",
                "sql-injection",
                "severity",
                "error",
                "confidence",
                "high",
                "file",
                "a.java",
                "startLine",
                7,
                "title",
                "T",
                "message",
                "M");
        Optional<Findings> findings = Reports.report(Reports.SUCCESS)
                .structuredOutput(Map.of("summary", "S", "findings", List.of(finding)))
                .build()
                .findings();
        assertThat(findings.orElseThrow().findings())
                .singleElement()
                .satisfies(one -> assertThat(one.place()).isEqualTo("a.java:7"));
    }

    @Test
    void an_output_of_another_form_has_no_findings() {
        for (Object output : List.<Object>of(
                "text",
                List.of(),
                Map.of(),
                Map.of("summary", "S"),
                Map.of("summary", "S", "findings", List.of("x")))) {
            assertThat(Reports.report(Reports.SUCCESS)
                            .structuredOutput(output)
                            .build()
                            .findings())
                    .isEmpty();
        }
    }

    @Test
    void the_step_returns_what_a_jenkinsfile_decides_by() {
        ReportView report = Reports.report(Reports.LIMITED)
                .finalMessage(Optional.of("done"))
                .structuredOutput(Map.of("ok", true))
                .changes(Reports.changes("src/A.java", "README.md"))
                .build();
        assertThat(ResultMap.of(report, "codex-runner/x"))
                .containsEntry("verdict", "failure")
                .containsEntry("kind", "limited")
                .containsEntry("code", "usage-limit")
                .containsEntry("exitCode", 8)
                .containsEntry("retryable", true)
                .containsEntry("finalMessage", "done")
                .containsEntry("structuredOutput", Map.of("ok", true))
                .containsEntry("changedFiles", List.of("src/A.java", "README.md"))
                .containsEntry("durationMs", 61_000L)
                .containsEntry("url", "codex-runner/x")
                .containsEntry("model", null);
        assertThat(ResultMap.of(report, null).get("usage"))
                .isEqualTo(Map.of(
                        "inputTokens", 1000L,
                        "cachedInputTokens", 400L,
                        "outputTokens", 200L,
                        "reasoningOutputTokens", 50L,
                        "totalTokens", 1200L));
    }

    @Test
    void what_the_step_returns_can_be_stored() throws Exception {
        ReportView report = Reports.report(Reports.SUCCESS)
                .structuredOutput(Map.of("list", List.of(1, Map.of("a", Optional.of(1)))))
                .build();
        assertThat(restored(ResultMap.of(report, null))).isEqualTo(ResultMap.of(report, null));
        assertThat(ResultMap.plain(Optional.of("x"))).isEqualTo("Optional[x]");
        assertThat(ResultMap.plain(null)).isNull();
    }

    @Test
    void a_summary_can_be_stored_and_knows_what_is_unknown() throws Exception {
        RunSummary summary = (RunSummary) restored(
                Reports.report(Reports.LIMITED).usage(Optional.empty()).build().summary());
        assertThat(summary.kind()).isEqualTo("limited");
        assertThat(summary.name()).contains("folder/job");
        assertThat(summary.durationMs()).hasValue(61_000);
        assertThat(summary.tokens()).isEmpty();
        assertThat(summary.changedFiles()).isEmpty();
        assertThat(summary.model()).isEmpty();
    }

    private static Object restored(Object stored) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(stored);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return in.readObject();
        }
    }

    private static FileDiff.Line line(FileDiff.LineKind kind, String text, int old, int fresh) {
        return new FileDiff.Line(kind, text, OptionalInt.of(old), OptionalInt.of(fresh));
    }
}
