package dev.codexrunner.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.failure.FailureKind;
import dev.codexrunner.reliability.Area;
import dev.codexrunner.reliability.Fault;
import dev.codexrunner.reliability.Seen;
import dev.codexrunner.testkit.fake.Behaviour;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Disks that are full or read-only, folders that vanish, streams that nobody reads: the verdict is still told. */
@ExtendWith(WithScene.class)
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DiskFaultIT {

    private final Scene scene;

    DiskFaultIT(Scene scene) {
        this.scene = scene;
    }

    private static List<String> events(Path reportDir) throws IOException {
        return Files.readAllLines(reportDir.resolve("events.jsonl"));
    }

    private static void recordIsNotWhole(FinishedRun run, String code) {
        assertThat(run.exitCode()).as(run.stderr()).isEqualTo(FailureKind.REPORT_IO.exitCode());
        assertThat(run.stderr())
                .contains("verdict: report_io (exit 15)")
                .contains("warning: What the agent did was judged a success")
                .contains("[" + code + ",")
                .doesNotContain("verdict: success");
    }

    /** All that a later reader may look at says what the exit code says. */
    private static void everyFileSays(int exitCode, FinishedRun run) throws IOException {
        Path report = run.reportDir();
        assertThat(run.text("/verdict/status")).isEqualTo("failure");
        assertThat(run.report().at("/verdict/exitCode").asInt()).isEqualTo(exitCode);
        assertThat(Files.readString(report.resolve("metrics.prom")))
                .containsPattern("(?m)^codex_run_exit_code " + exitCode + "$")
                .containsPattern("(?m)^codex_run_success 0$");
        assertThat(Files.readString(report.resolve("junit.xml"))).contains("errors=\"1\"");
        assertThat(Files.readString(report.resolve("summary.jsonl"))).contains("\"exitCode\":" + exitCode + ",");
        assertThat(Files.readString(report.resolve("report.html"))).contains("Failed: ");
        assertThat(Files.readString(report.resolve("report.md"))).doesNotContain("success,");
    }

    private static void wholeLines(Path reportDir, Seen seen) throws IOException {
        assertThat(events(reportDir))
                .hasSizeGreaterThan(100)
                .allMatch(event -> event.startsWith("{") && event.endsWith("}"));
        assertThat(Files.readAllLines(reportDir.resolve("events.times"))).hasSameSizeAs(events(reportDir));
        seen.that("what fitted is there in whole lines");
    }

    @Test
    @Fault(
            area = Area.DISK,
            made = "the report folder's disk is full after 256 KiB of a flood of events",
            promised = "the run goes on to its verdict, exit 15 in place of 0, whole lines on disk")
    void the_disk_of_the_report_folder_fills_up(Seen seen) throws Exception {
        FakedRun faked = FakedRun.of(scene, Behaviour.PRINTS_MANY_EVENTS);
        Path report = faked.runner().folder().resolve("report");
        OwnDisk.under(report, faked, "size=256k");
        FinishedRun run = faked.finish();

        recordIsNotWhole(run, "journal-not-written");
        assertThat(run.stderr()).contains("No space left on device");
        wholeLines(OwnDisk.copyOf(report), seen);
        faked.leftNothing(run, seen);
    }

    @Test
    @Fault(
            area = Area.DISK,
            made = "a limit of 64 KiB on the size of files",
            promised = "the run goes on to its verdict, exit 15 in place of 0, whole lines on disk")
    void files_may_not_grow(Seen seen) throws Exception {
        FakedRun faked = FakedRun.of(scene, Behaviour.PRINTS_MANY_EVENTS);
        faked.runner().startedBy("bash", "-c", "ulimit -f 64; exec \"$@\"", "bash");
        FinishedRun run = faked.finish();

        recordIsNotWhole(run, "journal-not-written");
        assertThat(run.stderr()).contains("File too large");
        wholeLines(run.reportDir(), seen);
        faked.leftNothing(run, seen);
    }

    @Test
    @Fault(
            area = Area.DISK,
            made = "a disk without room for a single folder below HOME",
            promised = "exit 2 before a token is fetched, with the places that were tried")
    void the_state_folder_is_full(Seen seen) throws Exception {
        FakedRun faked = FakedRun.of(scene, Behaviour.SUCCEEDS);
        OwnDisk.under(faked.runner().folder().resolve("full"), faked, "size=64k,nr_inodes=1");
        faked.runner().env("HOME", faked.runner().folder().resolve("full").toString());
        FinishedRun run = faked.finish().failsAs(FailureKind.CONFIG, "codex-home-no-place");

        assertThat(run.text("/verdict/reason")).contains("No space left on device");
        assertThat(faked.codex().process()).isEmpty();
        faked.leftNothing(run, seen.that("codex never started"));
    }

    @Test
    @Fault(
            area = Area.DISK,
            made = "the report folder lies on a read-only file system",
            promised = "exit 2 before anything is done")
    void the_report_folder_is_read_only(Seen seen) throws Exception {
        FakedRun faked = FakedRun.of(scene, Behaviour.SUCCEEDS);
        OwnDisk.under(faked.runner().folder().resolve("report"), faked, "ro");
        FinishedRun run = faked.finish().isRefusedAs(FailureKind.CONFIG, "report-folder-unusable");

        assertThat(faked.codex().process()).isEmpty();
        faked.leftNothing(run, seen.that("codex never started"));
    }

    @Test
    @Fault(
            area = Area.DISK,
            made = "the report folder is deleted while codex works",
            promised = "exit 15 in place of 0; the report itself is written anew")
    void the_report_folder_vanishes(Seen seen) throws Exception {
        FakedRun faked = FakedRun.of(scene, Behaviour.WAITS_IN_ITS_TURN);
        RunnerProcess.Running running = faked.started();
        delete(running.reportDir());
        faked.release();
        FinishedRun run = running.await();

        recordIsNotWhole(run, "journal-gone");
        assertThat(run.text("/finalMessage")).isEqualTo("hello");
        faked.leftNothing(run, seen.that("report.json is there"));
    }

    private static void delete(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }
        });
        Files.delete(folder);
    }

    @Test
    @Fault(
            area = Area.DISK,
            made = "the report folder is replaced by a link to another folder while codex works",
            promised =
                    "exit 15 in place of 0; nothing is written through the link, the record stays where it was moved")
    void the_report_folder_is_replaced_by_a_link(Seen seen) throws Exception {
        FakedRun faked = FakedRun.of(scene, Behaviour.WAITS_IN_ITS_TURN);
        RunnerProcess.Running running = faked.started();
        Path moved = Files.move(running.reportDir(), running.reportDir().resolveSibling("moved"));
        Path elsewhere = Files.createDirectory(running.reportDir().resolveSibling("elsewhere"));
        Files.createSymbolicLink(running.reportDir(), elsewhere);
        faked.release();
        FinishedRun run = running.await();

        recordIsNotWhole(run, "journal-gone");
        assertThat(elsewhere).isEmptyDirectory();
        assertThat(events(moved)).hasSize(4);
        faked.leftNothing(run, seen.that("4 events on disk"));
    }

    @Fault(
            area = Area.DISK,
            made = "standard output that takes nothing",
            promised =
                    "exit 15 in place of 0: a result that nobody got is no success; the report is whole, and every file in"
                            + " it and beside it says 15")
    @ParameterizedTest
    @CsvSource(
            delimiter = '%',
            value = {
                "closed by the reader% set -o pipefail; \"$@\" | head -c 0",
                "on a full disk% exec \"$@\" >/dev/full",
                "closed before the start% exec \"$@\" >&-"
            })
    void nobody_takes_the_result(String how, String shell, Seen seen) throws Exception {
        FakedRun faked = FakedRun.of(scene, Behaviour.SUCCEEDS);
        Path metrics = faked.runner().folder().resolve("codex.prom");
        Path summary = faked.runner().folder().resolve("runs.jsonl");
        faked.runner()
                .option("--sandbox", "read-only")
                .option("--metrics-file", metrics.toString())
                .option("--summary-jsonl", summary.toString())
                .startedBy("bash", "-c", shell, "bash");
        FinishedRun run = faked.finish();

        assertThat(how).isNotEmpty();
        recordIsNotWhole(run, "result-not-printed");
        everyFileSays(FailureKind.REPORT_IO.exitCode(), run);
        assertThat(run.text("/finalMessage")).isEqualTo("hello");
        assertThat(Files.readString(metrics)).containsPattern("(?m)^codex_run_exit_code 15$");
        assertThat(Files.readAllLines(summary)).last().asString().contains("\"exitCode\":15,");
        assertThat(events(run.reportDir())).hasSize(4);
        faked.leftNothing(run, seen.that("report.json holds to its schema"));
    }

    @Fault(
            area = Area.DISK,
            made = "standard error that takes nothing",
            promised = "the run's own exit code; result and report are whole")
    @ParameterizedTest
    @CsvSource(
            delimiter = '%',
            value = {
                "closed by the reader% exec \"$@\" 2> >(head -c 0)",
                "on a full disk% exec \"$@\" 2>/dev/full",
                "closed before the start% exec \"$@\" 2>&-"
            })
    void nobody_takes_the_progress(String how, String shell, Seen seen) throws Exception {
        FakedRun faked = FakedRun.of(scene, Behaviour.SUCCEEDS);
        faked.runner().startedBy("bash", "-c", shell, "bash");
        FinishedRun run = faked.finish().succeeds();

        assertThat(how).isNotEmpty();
        assertThat(run.stdout()).isEqualTo("hello\n");
        assertThat(events(run.reportDir())).hasSize(4);
        faked.leftNothing(run, seen.that("report.json holds to its schema"));
    }
}
