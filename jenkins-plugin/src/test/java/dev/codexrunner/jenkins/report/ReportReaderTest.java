package dev.codexrunner.jenkins.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.jenkins.report.ReadReport.Readable;
import dev.codexrunner.jenkins.report.ReadReport.Unreadable;
import dev.codexrunner.jenkins.result.ReportView;
import dev.codexrunner.jenkins.result.Step;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportReaderTest {

    private static final Path GOLDEN = Path.of(System.getProperty("codexrunner.root", ".."), "contract", "golden");

    @TempDir
    private Path folder;

    static Stream<Path> goldens() throws IOException {
        try (Stream<Path> all =
                Stream.concat(Files.list(GOLDEN.resolve("reports")), Files.walk(GOLDEN.resolve("records")))) {
            return all
                    .filter(file -> file.toString().endsWith(".json"))
                    .filter(file -> !file.getFileName().toString().equals("run.json"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("goldens")
    void every_report_of_the_contract_is_read(Path report) throws IOException {
        ReportView view = view(Files.readString(report));

        assertThat(view.verdict().success()).isEqualTo(Files.readString(report).contains("\"status\" : \"success\""));
        assertThat(view.verdict().kind()).isNotEmpty();
        assertThat(view.run().id()).isNotEmpty();
    }

    @Test
    void a_review_is_read_whole() throws IOException {
        ReportView view = view(Files.readString(GOLDEN.resolve("records/review-tried-again/report.json")));

        assertThat(view.codex().attempts()).hasSize(3);
        assertThat(view.credential().vault().orElseThrow().version()).hasValue(3);
        assertThat(view.usage().orElseThrow().total()).isEqualTo(14_664);
        assertThat(view.findings().orElseThrow().findings()).hasSize(6);
        assertThat(view.trust().trigger().orElseThrow().risks()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "true",
                "[x]",
                "[1,2]",
                "{\\\"a\\\":1}",
                "{}",
                "'quoted'",
                "\\\"quoted\\\"",
                "function(){ }",
                "undefined",
                "=",
                "#1",
                "12",
                "1e400",
                "// no comment",
                "/* none */",
                "\\u0000\\u001b[31m",
                "\\u202Eevil",
                "",
                " ",
                "\\\\",
                "\\n[a]\\n",
                "<script>"
            })
    void a_text_stays_what_it_is(String escaped) {
        ReportView view = view(report("\"finalMessage\":\"" + escaped + "\",\"items\":{\"errors\":[\"" + escaped
                + "\"],\"commands\":[{\"command\":\"" + escaped + "\",\"when\":{\"line\":1}}]}"));

        String text = escaped.replace("\\\"", "\"")
                .replace("\\u0000", "\0")
                .replace("\\u001b", "\u001b")
                .replace("\\u202E", "\u202E")
                .replace("\\n", "\n")
                .replace("\\\\", "\\");
        assertThat(view.finalMessage()).hasValue(text);
        assertThat(view.errors()).containsExactly(text);
        assertThat(((Step.Command) view.steps().get(0)).command()).isEqualTo(text);
    }

    @Test
    void numbers_of_an_output_stay_exact() {
        ReportView view =
                view(report("\"structuredOutput\":{\"n\":[1,-0,12345678901,1.5,123456789012345678901234567890,1e400,"
                        + "null,true,\"1\",\"null\",{\"null\":\"[]\"},[]]}"));

        assertThat(view.structuredOutput())
                .hasValue(Map.of(
                        "n",
                        java.util.Arrays.asList(
                                1,
                                0,
                                12_345_678_901L,
                                1.5,
                                new BigInteger("123456789012345678901234567890"),
                                new BigDecimal("1e400"),
                                null,
                                true,
                                "1",
                                "null",
                                Map.of("null", "[]"),
                                List.of())));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "[]",
                "{",
                "}",
                "{]",
                "nonsense",
                "{\"a\":}",
                "{\"a\"",
                "{\"a\":1",
                "{'a':1}",
                "\"",
                "{}",
                "\\",
                "{\"schemaVersion\":1}",
                "{\"schemaVersion\":2,\"verdict\":{}}",
                "{\"schemaVersion\":1,\"verdict\":[]}",
                "{\"schemaVersion\":1,\"verdict\":null}",
                "\u0000",
                "{\"schemaVersion\":1e999999999,\"verdict\":{}}",
                "{\"schemaVersion\":1,\"verdict\":{}}}",
                "{\"a\":tru}",
                "/*"
            })
    void what_is_no_report_is_a_named_problem(String text) {
        assertThat(ReportReader.read(text, true))
                .isInstanceOfSatisfying(
                        Unreadable.class,
                        unreadable -> assertThat(unreadable.problem())
                                .startsWith("report.json ")
                                .hasSizeLessThan(200));
    }

    @Test
    void fields_of_another_sort_are_absent_and_never_success() {
        ReportView view = view(
                "{\"schemaVersion\":1,\"run\":7,\"verdict\":{\"status\":true,\"kind\":[],\"exitCode\":\"0\"},"
                        + "\"codex\":\"x\",\"credential\":[1],\"usage\":\"many\",\"finalMessage\":{},\"items\":{\"commands\":{},"
                        + "\"messages\":[1,\"x\",null,{\"text\":5}]},\"changes\":[],\"counts\":{\"a\":\"b\"},\"warnings\":[1,null,\"w\"]}");

        assertThat(view.verdict().success()).isFalse();
        assertThat(view.steps()).hasSize(1);
        assertThat(view.warnings()).containsExactly("w");
        assertThat(view.finalMessage()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"status\":\"success\",\"kind\":\"success\",\"exitCode\":7",
                "\"status\":\"failure\",\"kind\":\"success\",\"exitCode\":0",
                "\"status\":\"success\",\"kind\":\"turn_failed\",\"exitCode\":0",
                "\"status\":\"success\",\"kind\":\"success\""
            })
    void a_verdict_that_contradicts_itself_is_no_success(String verdict) {
        ReportView view = view("{\"schemaVersion\":1,\"verdict\":{" + verdict + "}}");

        assertThat(view.verdict().success()).isFalse();
        assertThat(view.verdict().kind()).isNotEqualTo("success");
    }

    @Test
    void one_that_is_nested_without_end_is_a_named_problem() {
        String deep = "[".repeat(1_000_000);

        assertThat(ReportReader.read("{\"structuredOutput\":" + deep, true))
                .isEqualTo(new Unreadable("report.json is no JSON: it has more parts than anybody reads."));
        assertThat(view(report("\"structuredOutput\":" + "[".repeat(500) + "]".repeat(500)))
                        .structuredOutput())
                .isPresent();
    }

    @Test
    void of_one_that_is_too_long_what_is_whole_is_shown() {
        StringBuilder commands = new StringBuilder();
        for (int i = 1; commands.length() < 2 * ReportReader.MOST_BYTES; i++) {
            commands.append(i > 1 ? "," : "")
                    .append("{\"command\":\"run \\\"" + i + "\\\"\",\"output\":\"" + "x".repeat(2_000)
                            + "\",\"status\":\"completed\",\"when\":{\"line\":" + i + "}}");
        }
        String text = report("\"items\":{\"commands\":[" + commands + "]},\"warnings\":[\"late\"]");

        ReadReport read = ReportReader.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));

        assertThat(read).isInstanceOfSatisfying(Readable.class, readable -> {
            assertThat(readable.whole()).isFalse();
            assertThat(readable.view().steps()).hasSizeGreaterThan(3_000);
            assertThat(((Step.Command) readable.view().steps().get(3_000)).command())
                    .isEqualTo("run \"3001\"");
            assertThat(readable.view().warnings()).isEmpty();
        });
    }

    @Test
    void wherever_a_report_is_cut_there_is_a_view_or_a_problem() throws IOException {
        String text = Files.readString(GOLDEN.resolve("records/review-tried-again/report.json"));
        for (int end = 0; end < text.length(); end += 7) {
            assertThat(ReportReader.read(text.substring(0, end), false)).isNotNull();
        }
        assertThat(ReportReader.read(text.substring(0, text.length() - 3), false))
                .isInstanceOf(Readable.class);
    }

    @Test
    void a_link_is_no_report() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), report("\"finalMessage\":\"hidden\""));
        Path link = Files.createSymbolicLink(folder.resolve("report.json"), secret);

        assertThat(ReportReader.read(link)).isEqualTo(new Unreadable("The run has left no report.json."));
    }

    private static String report(String fields) {
        return "{\"schemaVersion\":1,\"run\":{\"id\":\"r\"},\"verdict\":{\"status\":\"success\",\"kind\":\"success\",\"exitCode\":0},"
                + fields + "}";
    }

    private static ReportView view(String text) {
        ReadReport read = ReportReader.read(text, true);
        assertThat(read).isInstanceOf(Readable.class);
        return ((Readable) read).view();
    }
}
