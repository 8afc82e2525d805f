package dev.codexrunner.jenkins.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.codexrunner.jenkins.masking.LogMask;
import hudson.FilePath;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoredReportsTest {

    private static final String REPORT =
            "{\"schemaVersion\":1,\"run\":{\"id\":\"r\"},\"verdict\":{\"status\":\"success\","
                    + "\"kind\":\"success\",\"exitCode\":0}}";

    @TempDir
    private Path folder;

    private Path build;
    private Path agent;
    private StoredReports reports;

    @BeforeEach
    void makeFolders() throws IOException {
        build = Files.createDirectory(folder.resolve("build"));
        agent = Files.createDirectory(folder.resolve("agent"));
        reports = StoredReports.in(build);
    }

    @Test
    void a_report_and_the_files_beside_it_are_kept() throws Exception {
        Files.writeString(agent.resolve("report.json"), REPORT);
        Files.writeString(agent.resolve("report.html"), "<p>");
        Files.writeString(agent.resolve("token.txt"), "unknown");

        StoredReports.Kept kept = reports.keep("step-1", new FilePath(agent.toFile()), new LogMask());

        assertThat(kept.report()).isInstanceOf(ReadReport.Readable.class);
        assertThat(kept.leftOut()).isEmpty();
        assertThat(reports.files("step-1")).containsExactly("report.json", "report.html");
        assertThat(reports.read("step-1")).isPresent();
        assertThat(build.resolve("codex-runner/step-1/token.txt")).doesNotExist();
    }

    @Test
    void a_secret_of_another_step_is_masked_in_every_file_that_is_kept() throws Exception {
        String secret = "the secret id \"7Gk2\" of another step";
        LogMask secrets = new LogMask();
        secrets.learn("other", secret);
        String inJson = secret.replace("\"", "\\\"");
        Files.writeString(agent.resolve("report.json"), REPORT.replace("\"r\"", "\"" + inJson + "\""));
        Files.writeString(agent.resolve("events.jsonl"), "{\"a\":\"" + inJson + "\"}\n{\"b\":1}\n");
        for (String name : List.of("report.html", "report.md", "junit.xml", "stderr.log")) {
            Files.writeString(agent.resolve(name), "before " + secret + " after\n");
        }

        StoredReports.Kept kept = reports.keep("step", new FilePath(agent.toFile()), secrets);

        assertThat(kept.report()).isInstanceOf(ReadReport.Readable.class);
        assertThat(reports.files("step"))
                .hasSize(6)
                .allSatisfy(name -> assertThat(Files.readString(
                                build.resolve("codex-runner/step").resolve(name)))
                        .contains("[redacted:other]")
                        .doesNotContain("7Gk2"));
        assertThat(build.resolve("codex-runner/step/events.jsonl"))
                .hasContent("{\"a\":\"[redacted:other]\"}\n{\"b\":1}\n");
    }

    @Test
    void several_runs_of_a_build_lie_side_by_side_and_one_can_be_kept_again() throws Exception {
        Files.writeString(agent.resolve("report.json"), "{}");
        reports.keep("a", new FilePath(agent.toFile()), new LogMask());
        Files.writeString(agent.resolve("report.json"), REPORT);
        reports.keep("a", new FilePath(agent.toFile()), new LogMask());
        reports.keep("b", new FilePath(agent.toFile()), new LogMask());

        assertThat(reports.stepIds()).containsExactly("a", "b");
        assertThat(reports.read("a")).isPresent();
    }

    @Test
    void a_link_in_the_agents_folder_is_not_followed() throws Exception {
        Path secret = Files.writeString(folder.resolve("secret"), "secret of the controller");
        Files.createSymbolicLink(agent.resolve("report.html"), secret);
        Files.writeString(agent.resolve("report.json"), REPORT);

        reports.keep("step", new FilePath(agent.toFile()), new LogMask());

        assertThat(reports.files("step")).containsExactly("report.json");
    }

    @Test
    void a_file_that_is_too_large_is_left_out_and_named() throws Exception {
        Files.writeString(agent.resolve("report.json"), REPORT);
        try (RandomAccessFile large =
                new RandomAccessFile(agent.resolve("stderr.log").toFile(), "rw")) {
            large.setLength(ReportFiles.most("stderr.log") + 1);
        }

        StoredReports.Kept kept = reports.keep("step", new FilePath(agent.toFile()), new LogMask());

        assertThat(kept.leftOut()).singleElement().asString().startsWith("stderr.log is larger than 32 MiB");
        assertThat(reports.files("step")).containsExactly("report.json", "left-out.txt");
    }

    @Test
    void a_report_that_never_ends_is_refused_and_leaves_nothing() {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 'x';
            }

            @Override
            public int read(byte[] bytes, int offset, int length) {
                return length;
            }
        };

        assertThatThrownBy(() -> reports.store("step", endless)).hasMessageContaining("too large");
        assertThat(build.resolve("codex-runner/step")).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "../x", "a/b", "/etc", "a\\b", ".hidden", "a\0b", "-x", "a b", "\u202Ea"})
    void an_id_that_leads_elsewhere_is_refused(String id) {
        assertThatThrownBy(() -> reports.keep(id, new FilePath(agent.toFile()), new LogMask()))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> reports.store(id, new ByteArrayInputStream(REPORT.getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(IOException.class);
        assertThat(reports.folder(id)).isEmpty();
        assertThat(reports.file(id, "report.json")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "..", "../secret", "build.xml", "/etc/passwd", "report.json/..", "REPORT.JSON"})
    void a_name_that_is_none_of_the_reports_files_is_refused(String name) throws Exception {
        reports.store("step", new ByteArrayInputStream(REPORT.getBytes(StandardCharsets.UTF_8)));

        assertThat(reports.file("step", name)).isEmpty();
    }

    @Test
    void a_link_in_place_of_a_runs_folder_is_neither_read_nor_written() throws Exception {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Files.writeString(elsewhere.resolve("report.json"), REPORT);
        Files.createDirectory(build.resolve("codex-runner"));
        Files.createSymbolicLink(build.resolve("codex-runner/step"), elsewhere);

        assertThat(reports.has("step")).isFalse();
        assertThat(reports.stepIds()).isEmpty();
        assertThatThrownBy(() -> reports.keep("step", new FilePath(agent.toFile()), new LogMask()))
                .isInstanceOf(IOException.class);
    }

    @Test
    void a_run_without_a_report_has_a_problem_to_show() throws Exception {
        reports.keep("step", new FilePath(agent.toFile()), new LogMask());

        assertThat(reports.report("step")).isEqualTo(new ReadReport.Unreadable("The run has left no report.json."));
        assertThat(reports.read("step")).isEmpty();
    }
}
