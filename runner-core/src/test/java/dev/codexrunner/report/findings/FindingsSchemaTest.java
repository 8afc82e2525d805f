package dev.codexrunner.report.findings;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.codexrunner.Repository;
import dev.codexrunner.report.SampleReports;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class FindingsSchemaTest {

    private static final String SCHEMA = Repository.read("contract/findings.schema.json");
    private static final String WHOLE = Repository.read("contract/golden/findings/output.json");

    /** What OpenAI's strict structured output has always understood; anything else may be refused by the service. */
    private static final Set<String> STRICT_KEYWORDS =
            Set.of("title", "description", "type", "additionalProperties", "required", "properties", "items", "enum");

    @Test
    void it_keeps_the_rules_of_strict_structured_output() {
        JsonNode schema = new ObjectMapper().readTree(SCHEMA);
        assertStrict(schema);
        assertThat(schema.path("type").asString()).isEqualTo("object");
    }

    private static void assertStrict(JsonNode schema) {
        assertThat(STRICT_KEYWORDS).containsAll(schema.propertyNames());
        assertThat(schema.path("description").asString("")).isNotBlank();
        if (schema.has("properties")) {
            assertThat(schema.path("additionalProperties").asBoolean(true)).isFalse();
            assertThat(schema.path("required").valueStream().map(JsonNode::asString))
                    .containsExactlyInAnyOrderElementsOf(
                            schema.get("properties").propertyNames());
            schema.get("properties").forEach(FindingsSchemaTest::assertStrict);
        }
        if (schema.has("items")) {
            assertStrict(schema.get("items"));
        }
    }

    @Test
    void an_output_that_holds_to_it_is_read_whole() {
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(SCHEMA)
                        .validate(WHOLE, InputFormat.JSON))
                .isEmpty();

        Findings findings = Findings.of(SampleReports.answering(WHOLE)).orElseThrow();

        assertThat(findings.findings())
                .hasSize(new ObjectMapper().readTree(WHOLE).path("findings").size());
        Finding first = findings.findings().get(0);
        assertThat(first.severity()).isEqualTo(Finding.Severity.ERROR);
        assertThat(first.lines()).contains(new Finding.Lines(12, 14));
    }

    @Test
    void a_schema_of_ones_own_may_add_fields() {
        assertThat(Findings.of(SampleReports.answering(WHOLE.replace("\"severity\"", "\"cwe\": 89, \"severity\"")
                        .replace("\"summary\"", "\"x\": 1, \"summary\""))))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"answer\": 1}",
                "[]",
                "{\"summary\": \"s\", \"findings\": {}}",
                "{\"summary\": \"s\", \"findings\": [{\"title\": \"t\"}]}",
                "{\"findings\": []}"
            })
    void an_output_of_another_form_is_none(String output) {
        assertThat(Findings.of(SampleReports.answering(output))).isEmpty();
    }

    @Test
    void a_severity_that_nobody_knows_makes_it_another_form() {
        assertThat(Findings.of(SampleReports.answering(WHOLE.replaceFirst("\"error\"", "\"catastrophe\""))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-3", "1.5", "99999999999", "\"[redacted:number]\"", "null"})
    void a_line_that_can_be_none_is_none(String line) {
        Findings findings = Findings.of(
                        SampleReports.answering(WHOLE.replace("\"startLine\": 12", "\"startLine\": " + line)))
                .orElseThrow();
        assertThat(findings.findings().get(0).lines()).isEmpty();
    }

    @Test
    void a_last_line_before_the_first_is_passed_over() {
        Findings findings = Findings.of(SampleReports.answering(WHOLE.replace("\"endLine\": 14", "\"endLine\": 3")))
                .orElseThrow();
        assertThat(findings.findings().get(0).lines()).contains(new Finding.Lines(12, 12));
    }
}
