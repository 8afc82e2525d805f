package dev.codexrunner.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.codexrunner.failure.FailureException;
import dev.codexrunner.secret.Redactor;
import dev.codexrunner.secret.Secret;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportWriterTest {

    @TempDir
    private Path temp;

    private final Redactor redactor = new Redactor();
    private final ReportWriter writer = new ReportWriter(redactor, ReportFormats.all());

    @Test
    void no_secret_reaches_any_file_and_only_the_owner_can_read_them() throws IOException {
        redactor.learn(Secret.of("pass", "open \"sesame\" <now>"));
        Path folder = temp.resolve("a/b");

        RunReport redacted = writer.write(SampleReports.saying("it is open \"sesame\" <now>!"), folder);

        assertThat(redacted.finalMessage()).contains("it is [redacted:pass]!");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> written = files.toList();
            assertThat(written)
                    .extracting(file -> file.getFileName().toString())
                    .containsExactlyInAnyOrderElementsOf(ReportFormats.all().stream()
                            .filter(format -> format.appliesTo(redacted))
                            .map(ReportFormat::fileName)
                            .toList());
            assertThat(written).allSatisfy(file -> {
                assertThat(Files.readString(file)).isNotEmpty().doesNotContain("sesame");
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                        .isEqualTo("rw-------");
            });
        }
    }

    @Test
    void keys_and_numbers_of_structured_output_are_redacted_too() {
        redactor.learn(Secret.of("number", "1234567890"));
        RunReport raw = SampleReports.saying("x");
        Object output = Map.of("k1234567890", List.of(1234567890L, 7));
        RunReport report = new RunReport(
                1,
                raw.run(),
                raw.verdict(),
                raw.codex(),
                raw.credential(),
                raw.trust(),
                raw.usage(),
                raw.threadUsage(),
                raw.finalMessage(),
                Optional.of(output),
                raw.checks(),
                raw.items(),
                raw.changes(),
                raw.counts(),
                raw.warnings());

        assertThat(new ReportRedaction(redactor)
                        .redact(report)
                        .structuredOutput()
                        .orElseThrow())
                .isEqualTo(Map.of("k[redacted:number]", List.of("[redacted:number]", 7)));
    }

    @Test
    void a_link_in_the_way_is_replaced_and_never_followed() throws IOException {
        Path outside = Files.writeString(temp.resolve("outside"), "untouched");
        Files.createSymbolicLink(temp.resolve("report.json"), outside);

        writer.write(SampleReports.saying("x"), temp);

        assertThat(outside).hasContent("untouched");
        assertThat(temp.resolve("report.json")).isRegularFile();
    }

    @Test
    void a_record_that_cannot_be_written_is_a_failure_of_its_own_and_leaves_no_half_file() throws IOException {
        List<String> names = ReportFormats.all().stream()
                .filter(format -> format.appliesTo(SampleReports.saying("x")))
                .map(ReportFormat::fileName)
                .toList();
        String last = names.get(names.size() - 1);
        Files.createDirectories(temp.resolve(last + "/in-the-way"));

        assertThatThrownBy(() -> writer.write(SampleReports.saying("x"), temp))
                .isInstanceOfSatisfying(FailureException.class, e -> {
                    assertThat(e.failure().exitCode()).isEqualTo(15);
                    assertThat(e.failure().what()).contains(last);
                });
        try (Stream<Path> files = Files.list(temp)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrderElementsOf(names);
        }
    }

    @Test
    void what_another_run_left_of_a_format_without_content_is_gone() throws IOException {
        writer.write(SampleReports.answering("{\"summary\":\"s\",\"findings\":[]}"), temp);
        assertThat(temp.resolve("report.sarif")).exists();

        writer.write(SampleReports.saying("no findings"), temp);

        assertThat(temp.resolve("report.sarif")).doesNotExist();
    }

    @Test
    void what_another_run_left_and_cannot_be_removed_is_told() throws IOException {
        Files.createDirectories(temp.resolve("report.sarif/in-the-way"));

        assertThatThrownBy(() -> writer.write(SampleReports.saying("x"), temp))
                .isInstanceOf(FailureException.class)
                .hasMessageContaining("report.sarif");
        assertThat(temp.resolve("report.json")).exists();
    }

    @Test
    void a_folder_within_reach_of_the_agent_is_refused_links_included() throws IOException {
        Path work = Files.createDirectory(temp.resolve("work"));
        Path link = Files.createSymbolicLink(temp.resolve("link"), work);
        for (Path inside :
                List.of(work, work.resolve("new/report"), link.resolve("report"), temp.resolve("x/../work/r"))) {
            assertThatThrownBy(() -> ReportFolder.choose(Optional.of(inside), Map.of(), "r1", List.of(work)))
                    .isInstanceOfSatisfying(
                            FailureException.class,
                            e -> assertThat(e.failure().exitCode()).isEqualTo(2));
        }
        assertThat(ReportFolder.choose(Optional.of(temp.resolve("work-reports")), Map.of(), "r1", List.of(work)))
                .isEqualTo(temp.resolve("work-reports"));
    }

    @Test
    void without_a_wish_each_run_gets_a_folder_under_the_state_directory() {
        assertThat(ReportFolder.choose(Optional.empty(), Map.of("HOME", "/h"), "r1", List.of()))
                .isEqualTo(Path.of("/h/.local/state/codex-runner/runs/r1"));
        assertThat(ReportFolder.choose(Optional.empty(), Map.of("HOME", "/h", "XDG_STATE_HOME", "/s"), "r1", List.of()))
                .isEqualTo(Path.of("/s/codex-runner/runs/r1"));
    }

    @Test
    void a_folder_reached_through_a_link_in_reach_of_the_agent_is_refused() throws IOException {
        Path work = Files.createDirectory(temp.resolve("work")).toRealPath();
        Path outside = Files.createDirectory(temp.resolve("outside"));
        Path link = Files.createSymbolicLink(work.resolve("link"), outside);
        assertThatThrownBy(() -> ReportFolder.open(Optional.of(link.resolve("r")), Map.of(), "r1", List.of(work)))
                .isInstanceOf(FailureException.class)
                .hasMessageContaining("report-folder-in-reach");
    }

    @Test
    void a_secret_in_pieces_that_only_colours_keep_apart_is_in_no_file() throws IOException {
        redactor.learn(Secret.of("secret-id", "kQ7xR2mT9vW4zB6n"));
        writer.write(SampleReports.saying("found \u001b[01;31m\u001b[KkQ7x\u001b[m\u001b[KR2mT9vW4zB6n"), temp);
        try (Stream<Path> files = Files.list(temp)) {
            assertThat(files.toList())
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(Files.readString(file)).doesNotContain("R2mT9vW4zB6n"));
        }
    }

    @Test
    void a_format_that_fails_leaves_the_others_and_is_named() throws IOException {
        ReportFormat broken = new ReportFormat() {
            @Override
            public String fileName() {
                return "broken.txt";
            }

            @Override
            public String render(RunReport redacted) {
                throw new StackOverflowError();
            }
        };
        ReportWriter some = new ReportWriter(redactor, List.of(broken, new JsonReport()));
        assertThatThrownBy(() -> some.write(SampleReports.saying("hello"), temp))
                .isInstanceOf(FailureException.class)
                .hasMessageContaining("broken.txt");
        assertThat(temp.resolve("report.json")).exists();
    }

    @Test
    void standard_output_is_the_message_and_cannot_speak_to_the_build_server() {
        RunReport report = SampleReports.saying("::add-mask::x\n##vso[task]y\u001b[2J\rz");
        assertThat(StandardOutput.answer(report)).isEqualTo(": :add-mask::x\n# #vso[task]y\nz\n");
    }

    @Test
    void as_json_it_is_the_report_in_an_equal_spelling() throws IOException {
        RunReport report = SampleReports.saying("##vso[task]y\u202Ez\u009B2J\u2028::error::");
        StringWriter printed = new StringWriter();
        StandardOutput.writeJson(report, printed);
        String json = printed.toString();
        assertThat(json).doesNotContain("##", "\u202E", "\u009B", "\u2028");
        assertThat(ReportJson.readReport(json)).contains(report);
    }

    @Test
    void a_failed_run_has_no_answer_to_print() {
        RunReport failed = SampleReports.of("""
                {"type":"thread.started","thread_id":"t"}
                {"type":"turn.started"}
                {"type":"item.completed","item":{"id":"item_0","type":"agent_message","text":"Half of"}}
                {"type":"turn.failed","error":{"message":"stream disconnected before completion"}}
                """);
        assertThat(StandardOutput.answer(failed)).isEmpty();
    }
}
