package dev.codexrunner.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.codexrunner.changes.ChangeType;
import dev.codexrunner.config.TokenSourceKind;
import dev.codexrunner.credential.CredentialKind;
import dev.codexrunner.events.ChangeKind;
import dev.codexrunner.events.ItemStatus;
import dev.codexrunner.failure.FailureKind;
import dev.codexrunner.failure.WireName;
import dev.codexrunner.secret.Redactor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class ReportSchemaTest {

    private static final Path SCHEMA = Path.of("../contract/report.schema.json");
    private final ObjectMapper json = new ObjectMapper();

    @TestFactory
    Stream<DynamicTest> the_report_of_every_recorded_stream_holds_to_the_schema() {
        assertThat(SampleReports.recorded()).hasSizeGreaterThan(15);
        return SampleReports.recorded().stream()
                .map(stream -> DynamicTest.dynamicTest(stream.getFileName().toString(), () -> {
                    RunReport report = new ReportRedaction(new Redactor()).redact(SampleReports.of(stream));
                    String text = ReportJson.write(report);
                    assertThat(schema().validate(text, InputFormat.JSON)).isEmpty();
                    assertThat(ReportJson.readReport(text)).contains(report);
                }));
    }

    @Test
    void a_report_with_a_field_too_few_or_too_many_breaks_the_schema() throws IOException {
        String text = ReportJson.write(SampleReports.saying("x"));

        assertThat(schema().validate(text.replace("\"host\"", "\"hosts\""), InputFormat.JSON))
                .hasSize(2);
        assertThat(schema().validate(text.replace("\"success\"", "\"splendid\""), InputFormat.JSON))
                .isNotEmpty();
    }

    @Test
    void the_schema_describes_every_field_and_knows_every_kind() throws IOException {
        JsonNode root = json.readTree(Files.readString(SCHEMA));

        assertDescribed("report", root);
        assertThat(root.at("/properties/verdict/properties/kind/enum")
                        .valueStream()
                        .map(JsonNode::asString))
                .containsExactlyElementsOf(Arrays.stream(FailureKind.values())
                        .map(FailureKind::wireName)
                        .toList());
    }

    /** A new constant fails here until the published schema names it. */
    @ParameterizedTest
    @MethodSource("enums")
    void the_schema_names_every_constant_and_no_other(String pointer, Set<String> constants) throws IOException {
        assertThat(json.readTree(Files.readString(SCHEMA))
                        .at(pointer + "/enum")
                        .valueStream()
                        .filter(value -> !value.isNull())
                        .map(JsonNode::asString))
                .as(pointer)
                .containsExactlyInAnyOrderElementsOf(constants);
    }

    static Stream<Arguments> enums() {
        Set<String> sources = new HashSet<>(wireNames(TokenSourceKind.values()));
        // replay without run.json can't tell.
        sources.add("unknown");
        String items = "/properties/items/properties";
        return Stream.of(
                Arguments.of("/properties/credential/properties/source", sources),
                Arguments.of("/properties/credential/properties/kind", wireNames(CredentialKind.values())),
                Arguments.of(
                        "/properties/codex/properties/attempts/items/properties/kind", wireNames(FailureKind.values())),
                Arguments.of("/properties/checks/items/properties/status", wireNames(RunReport.CheckStatus.values())),
                Arguments.of(
                        "/properties/changes/properties/files/items/properties/kind", wireNames(ChangeType.values())),
                Arguments.of(items + "/commands/items/properties/status", wireNames(ItemStatus.values())),
                Arguments.of(items + "/fileChanges/items/properties/status", wireNames(ItemStatus.values())),
                Arguments.of(items + "/toolCalls/items/properties/status", wireNames(ItemStatus.values())),
                Arguments.of(items + "/fileChanges/items/properties/kind", wireNames(ChangeKind.values())));
    }

    private static Set<String> wireNames(Enum<?>... constants) {
        return Arrays.stream(constants).map(WireName::of).collect(Collectors.toSet());
    }

    private static void assertDescribed(String path, JsonNode schema) {
        assertThat(schema.path("description").asString(""))
                .as("description of %s", path)
                .isNotBlank();
        schema.path("properties").forEachEntry((name, field) -> assertDescribed(path + "." + name, field));
        if (schema.has("items")) {
            assertDescribed(path + "[]", schema.get("items"));
        }
    }

    private static Schema schema() throws IOException {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(SCHEMA));
    }
}
