package dev.codexrunner.report.sarif;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.codexrunner.Repository;
import dev.codexrunner.report.RunReport;
import dev.codexrunner.report.SampleReports;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Against the schema that OASIS published, which a jar on the test's class path carries. */
class SarifReportTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String OUTPUT = Repository.read("contract/golden/findings/output.json");
    private static final Schema OFFICIAL = official();

    private static Schema official() {
        try (InputStream in = SarifReportTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
            String schema = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(schema).contains("Static Analysis Results Format (SARIF) Version 2.1.0 JSON Schema");
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(schema);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode valid(SarifReport format, RunReport report) {
        String sarif = format.render(report);
        assertThat(OFFICIAL.validate(
                        sarif,
                        InputFormat.JSON,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true))))
                .isEmpty();
        return JSON.readTree(sarif).at("/runs/0");
    }

    private static JsonNode valid(RunReport report) {
        return valid(new SarifReport(), report);
    }

    private static RunReport of(List<Map<String, Object>> findings) {
        return SampleReports.answering(JSON.writeValueAsString(Map.of("summary", "s", "findings", findings)));
    }

    private static Map<String, Object> finding(String severity, String file, String title, String message) {
        Map<String, Object> fields = new LinkedHashMap<>(Map.of(
                "ruleId",
                "r",
                "severity",
                severity,
                "confidence",
                "low",
                "file",
                file,
                "title",
                title,
                "message",
                message));
        fields.put("startLine", 2);
        fields.put("endLine", 5);
        fields.put("suggestion", null);
        fields.put("replacement", null);
        return fields;
    }

    @Test
    void the_validator_knows_what_is_no_sarif() {
        assertThat(OFFICIAL.validate("{\"version\":\"2.1.0\",\"runs\":[{\"tool\":{}}]}", InputFormat.JSON))
                .isNotEmpty();
    }

    @Test
    void findings_become_results_at_their_lines() {
        JsonNode run = valid(SampleReports.answering(OUTPUT));

        assertThat(run.at("/results")).hasSize(3);
        JsonNode first = run.at("/results/0");
        assertThat(first.path("ruleId").asString()).isEqualTo("sql-injection");
        assertThat(first.path("level").asString()).isEqualTo("error");
        JsonNode place = first.at("/locations/0/physicalLocation");
        assertThat(place.at("/artifactLocation/uri").asString()).isEqualTo("src/main/java/app/Search.java");
        assertThat(place.at("/artifactLocation/uriBaseId").asString()).isEqualTo("SRCROOT");
        assertThat(place.at("/region/startLine").asInt()).isEqualTo(12);
        assertThat(place.at("/region/endLine").asInt()).isEqualTo(14);
        assertThat(first.at("/fixes/0/artifactChanges/0/replacements/0/deletedRegion/endLine")
                        .asInt())
                .isEqualTo(15);
        assertThat(run.at("/results/1/locations/0/physicalLocation/artifactLocation/uri")
                        .asString())
                .isEqualTo("docs/read%20me%20%231.md");
        assertThat(run.at("/results/2/locations/0/physicalLocation").has("region"))
                .isFalse();
        assertThat(run.at("/results/1/ruleIndex")).isEqualTo(run.at("/results/2/ruleIndex"));
        assertThat(run.at("/tool/driver/rules")).hasSize(2);
    }

    @Test
    void the_run_says_who_found_it_and_how_it_ended() {
        JsonNode run = valid(SampleReports.answering(OUTPUT));

        assertThat(run.at("/tool/driver/version").asString()).isEqualTo("0.1.0");
        assertThat(run.at("/tool/extensions/0/version").asString()).isEqualTo("0.169.0");
        assertThat(run.at("/automationDetails/id").asString()).isEqualTo("codex-runner/nightly-review/run-1");
        assertThat(run.at("/invocations/0/executionSuccessful").asBoolean()).isTrue();
        assertThat(run.at("/invocations/0/exitCode").asInt()).isZero();
        assertThat(run.at("/properties/summary").asString()).contains("three files");
    }

    @Test
    void a_finding_without_a_place_in_the_repository_is_a_notification_and_not_lost() {
        JsonNode notifications = valid(SampleReports.answering(OUTPUT)).at("/invocations/0/toolExecutionNotifications");

        assertThat(notifications
                        .valueStream()
                        .map(one -> one.at("/message/text").asString()))
                .satisfiesExactly(
                        licence -> assertThat(licence).startsWith("No licence"),
                        absolute -> assertThat(absolute).contains("/etc/app/secrets.conf", "0644"),
                        outside -> assertThat(outside).contains("\"../../other/place.txt\"", "somewhere else"));
        assertThat(notifications
                        .at("/1/locations/0/physicalLocation/artifactLocation/uri")
                        .asString())
                .isEqualTo("file:///etc/app/secrets.conf");
    }

    @Test
    void no_result_is_without_a_location_since_github_would_refuse_them_all() {
        valid(SampleReports.answering(OUTPUT))
                .at("/results")
                .forEach(result -> assertThat(result.at("/locations/0/physicalLocation/artifactLocation/uri")
                                .asString())
                        .isNotEmpty());
    }

    @Test
    void a_fingerprint_outlives_a_moved_line_and_tells_two_alike_apart() {
        JsonNode before = valid(of(List.of(finding("error", "a", "Title", "m"), finding("error", "a", "Title", "m"))));
        Map<String, Object> moved = finding("error", "./a", " title ", "other words");
        moved.put("startLine", 99);
        moved.put("endLine", 99);
        JsonNode after = valid(of(List.of(moved)));

        assertThat(after.at("/results/0/partialFingerprints")).isEqualTo(before.at("/results/0/partialFingerprints"));
        assertThat(before.at("/results/1/partialFingerprints"))
                .isNotEqualTo(before.at("/results/0/partialFingerprints"));
        assertThat(valid(of(List.of(finding("error", "b", "Title", "m")))).at("/results/0/partialFingerprints"))
                .isNotEqualTo(before.at("/results/0/partialFingerprints"));
    }

    @Test
    void links_and_hidden_characters_of_the_agent_are_plain_text() {
        JsonNode run = valid(of(List.of(
                finding("error", "a", "\u202Et\u0000", "see [here](https://evil.example) ::error::x\n\u001B[2J"))));

        assertThat(run.at("/results/0/message/text").asString())
                .contains("\\[here\\](https://evil.example)")
                .doesNotContain("\u202E", "\u0000", "\u001B");
    }

    @ParameterizedTest
    @CsvSource({
        "'[x\\]y](https://evil.example)', '\\[x\\\\\\]y\\](https://evil.example)'",
        "'[a[b]](https://evil.example)', '\\[a\\[b\\]\\](https://evil.example)'",
        "'{0} in a { b }', '{{0}} in a {{ b }}'"
    })
    void what_means_more_in_a_message_is_escaped(String message, String escaped) {
        assertThat(valid(of(List.of(finding("error", "a", "t", message))))
                        .at("/results/0/message/text")
                        .asString())
                .contains(escaped);
    }

    @Test
    void a_title_full_of_what_is_escaped_still_fits() {
        JsonNode run = valid(of(List.of(finding("error", "a", "[".repeat(5_000), "m"))));

        run.at("/tool/driver/rules")
                .forEach(rule ->
                        assertThat(rule.at("/shortDescription/text").asString()).hasSizeLessThanOrEqualTo(1_024));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\u202Eb",
                "a\u3164b",
                "a\u200Bb",
                "a\u001B[2Jb",
                "a\uDB40\uDD00b",
                "a\u2800b",
                "a\uFE00b",
                "a\uFE0Fb",
                "a\u200Db"
            })
    void a_replacement_that_hides_something_is_no_fix_and_the_message_says_so(String replacement) {
        Map<String, Object> hiding = finding("error", "a", "t", "m");
        hiding.put("replacement", replacement);
        Map<String, Object> open = finding("error", "a", "t", "m");
        open.put("replacement", "if (a) {\r\n\tgrüße();\n}");

        JsonNode results = valid(of(List.of(hiding, open))).at("/results");

        assertThat(results.at("/0").has("fixes")).isFalse();
        assertThat(results.at("/0/message/text").asString()).contains("characters that can't be seen");
        assertThat(results.at("/1").has("fixes")).isTrue();
        assertThat(results.at("/1/message/text").asString()).doesNotContain("can't be seen");
    }

    @ParameterizedTest
    @ValueSource(strings = {"say(\"❤\uFE0F\")", "👩\u200D💻", "1\uFE0F\u20E3", "🏳\uFE0F\u200D🌈"})
    void an_emoji_in_a_replacement_hides_nothing(String replacement) {
        Map<String, Object> finding = finding("error", "a", "t", "m");
        finding.put("replacement", replacement);

        assertThat(valid(of(List.of(finding)))
                        .at("/results/0/fixes/0/artifactChanges/0/replacements/0/insertedContent/text")
                        .asString())
                .startsWith(replacement);
    }

    @Test
    void of_too_many_the_gravest_stay_and_the_file_says_so() {
        List<Map<String, Object>> many = IntStream.range(0, 30)
                .mapToObj(number -> finding(number % 2 == 0 ? "note" : "error", "f" + number, "t", "m"))
                .toList();

        JsonNode run = valid(new SarifReport(15), of(many));

        assertThat(run.at("/results")).hasSize(15);
        run.at("/results")
                .forEach(result -> assertThat(result.path("level").asString()).isEqualTo("error"));
        assertThat(run.at("/invocations/0/toolExecutionNotifications/0/message/text")
                        .asString())
                .startsWith("15 findings of the least severity are left out");
    }

    @Test
    void a_cut_or_placeless_replacement_is_no_fix() {
        Map<String, Object> huge = finding("error", "a", "t", "m");
        huge.put("replacement", "x".repeat(1_000_001));
        Map<String, Object> nowhere = finding("error", "a", "t", "m");
        nowhere.put("replacement", "x");
        nowhere.put("startLine", null);

        assertThat(valid(of(List.of(huge))).at("/results/0").has("fixes")).isFalse();
        assertThat(valid(of(List.of(nowhere))).at("/results/0").has("fixes")).isFalse();
    }

    @Test
    void it_is_written_where_the_output_is_findings_and_nowhere_else() {
        assertThat(new SarifReport().appliesTo(SampleReports.answering(OUTPUT))).isTrue();
        assertThat(new SarifReport().appliesTo(SampleReports.answering("{\"summary\":\"s\",\"findings\":[]}")))
                .isTrue();
        assertThat(new SarifReport().appliesTo(SampleReports.saying("hello"))).isFalse();
    }

    @Test
    void no_findings_at_all_are_an_empty_list_which_closes_earlier_alerts() {
        assertThat(valid(SampleReports.answering("{\"summary\":\"s\",\"findings\":[]}"))
                        .at("/results")
                        .isEmpty())
                .isTrue();
    }

    @Test
    void the_golden_findings_are_these_files() throws IOException {
        RunReport report = SampleReports.answering(OUTPUT);
        Map<String, String> files = Map.of(
                "report.sarif", new SarifReport().render(report),
                "annotations.txt", new dev.codexrunner.report.findings.AnnotationReport().render(report));
        files.forEach((name, text) -> {
            Repository.updateIfAsked("contract/golden/findings/" + name, text);
            assertThat(Repository.read("contract/golden/findings/" + name)).isEqualTo(text);
        });
        // For scripts/lib/check-reports.
        Path folder = Files.createDirectories(Path.of("target/report-formats/findings"));
        for (Map.Entry<String, String> file : files.entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
    }
}
