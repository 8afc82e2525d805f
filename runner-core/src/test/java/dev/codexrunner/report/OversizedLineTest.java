package dev.codexrunner.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.events.Event;
import org.junit.jupiter.api.Test;

class OversizedLineTest {

    @Test
    void a_line_that_was_too_long_to_be_read_is_warned_of() {
        String line = new Event.OversizedLine(9L << 20, false).toJson();

        RunReport report = SampleReports.of("{\"type\":\"turn.started\"}\n" + line + "\n" + line + "\n");

        assertThat(report.warnings())
                .anySatisfy(warning -> assertThat(warning)
                        .startsWith("2 of codex's lines were too long to be read")
                        .contains("--fail-on event-gap"));
        for (ReportFormat format : new ReportFormat[] {new MarkdownReport(), new JunitReport(), new JsonReport()}) {
            assertThat(format.render(report)).as(format.fileName()).contains("too long to be read");
        }
    }
}
