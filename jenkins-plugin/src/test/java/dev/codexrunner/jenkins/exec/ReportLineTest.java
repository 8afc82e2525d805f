package dev.codexrunner.jenkins.exec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportLineTest {

    private static final String FOLDER = "/agent/workspace/job@tmp/codex-runner/1/report";
    private static final String LOG = """
            report: codex says so
            rereport: %1$s
            verdict: success
            report: %1$s/report.html
            the end
            report: %1$s""".formatted(FOLDER);
    private static final String OTHERS = """
            report: codex says so
            rereport: %s
            verdict: success
            the end
            """.formatted(FOLDER);

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 64, 8192})
    void only_that_line_is_missing_however_the_log_comes(int piece) throws IOException {
        ByteArrayOutputStream shown = new ByteArrayOutputStream();
        byte[] log = LOG.getBytes(StandardCharsets.UTF_8);
        ReportLine line = new ReportLine(FOLDER);
        for (int at = 0; at < log.length; at += piece) {
            // As a task does that is looked at from time to time.
            OutputStream filtered = line.takenOutOf(shown);
            filtered.write(log, at, Math.min(piece, log.length - at));
        }

        assertThat(shown.toString(StandardCharsets.UTF_8)).isEqualTo(OTHERS);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 9000})
    void the_same_where_an_agent_sends_it(int piece) throws IOException {
        StringBuilder shown = new StringBuilder();
        byte[] log = LOG.getBytes(StandardCharsets.UTF_8);
        ReportLine line = new ReportLine(FOLDER);
        for (int at = 0; at < log.length; at += piece) {
            byte[] sent =
                    line.takenOutOf(new ByteArrayInputStream(log, at, piece)).readAllBytes();
            shown.append(new String(sent, StandardCharsets.UTF_8));
        }

        assertThat(shown).hasToString(OTHERS);
    }

    @Test
    void a_byte_that_is_no_ascii_is_read_as_it_is() throws IOException {
        byte[] log = "ÿ ✓\n".getBytes(StandardCharsets.UTF_8);

        assertThat(new ReportLine(FOLDER)
                        .takenOutOf(new ByteArrayInputStream(log))
                        .readAllBytes())
                .isEqualTo(log);
        assertThat(new ReportLine(FOLDER)
                        .takenOutOf(new ByteArrayInputStream(log))
                        .read())
                .isEqualTo(0xc3);
    }
}
