package dev.codexrunner.jenkins.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Reports as an agent may have written them, or a model that was told what to answer. */
@Timeout(30)
class HostileReportTest {

    private static final String REPORT = "{\"schemaVersion\":1,\"run\":{\"id\":\"r\",\"startedAt\":%s},"
            + "\"verdict\":{\"status\":\"success\",\"kind\":\"success\",\"exitCode\":0},\"structuredOutput\":%s}";

    @Test
    void what_is_nested_deep_takes_no_longer() {
        String deep = "{\"a\":".repeat(100) + "\"" + "x".repeat(1 << 20) + "\"" + "}".repeat(100);
        assertThat(read("null", deep)).isInstanceOf(ReadReport.Readable.class);
        assertThat(read("null", "[".repeat(400) + "1,".repeat(10_000) + "1" + "]".repeat(400)))
                .isInstanceOf(ReadReport.Readable.class);
    }

    @Test
    void what_is_deeper_than_anybody_reads_is_a_text() {
        ReadReport.Readable report = (ReadReport.Readable) read("null", "[".repeat(200) + "7" + "]".repeat(200));
        Object output = report.view().structuredOutput().orElseThrow();
        int levels = 0;
        while (output instanceof List<?> list) {
            output = list.get(0);
            levels++;
        }
        assertThat(levels).isLessThan(GuardedJson.DEEPEST);
        assertThat(output).asString().startsWith("[[[").contains("7").endsWith("]]]");
    }

    @Test
    void brackets_without_end_are_no_report() {
        assertThat(read("null", "[".repeat(4_000_000))).isInstanceOf(ReadReport.Unreadable.class);
        assertThat(read("null", "[" + "[],".repeat(1_000_000) + "[]]")).isInstanceOf(ReadReport.Unreadable.class);
    }

    @Test
    void names_that_come_again_and_again_take_no_longer() {
        assertThat(read("null", "{" + "\"a\":1,".repeat(300_000) + "\"b\":2}")).isInstanceOf(ReadReport.Readable.class);
        assertThat(read("null", "{" + "\"\\u0061\":1,\"a\":2,".repeat(300_000) + "\"b\":2}"))
                .isInstanceOf(ReadReport.Unreadable.class);
    }

    @Test
    void numbers_and_times_beyond_all_measure_are_no_problem() {
        assertThat(read("null", "1e2147483647")).isInstanceOf(ReadReport.Readable.class);
        assertThat(read("null", "1e-2147483647")).isInstanceOf(ReadReport.Readable.class);
        ReadReport.Readable report = (ReadReport.Readable) read("\"+1000000000-12-31T23:59:59Z\"", "-1e-2147483648");
        assertThat(report.view().summary().startedAt()).isEmpty();
    }

    private static ReadReport read(String startedAt, String output) {
        return ReportReader.read(REPORT.formatted(startedAt, output), true);
    }
}
