package dev.codexrunner.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.failure.FailureKind;
import dev.codexrunner.reliability.Area;
import dev.codexrunner.reliability.Fault;
import dev.codexrunner.reliability.Seen;
import dev.codexrunner.testkit.fake.Behaviour;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Where a report, or the figures beside it, can't be written in the end: all that is there tells the exit code's verdict. */
@ExtendWith(WithScene.class)
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ReportFaultIT {

    private static final int LOST = FailureKind.REPORT_IO.exitCode();

    private final FakedRun faked;
    private final Path metrics;
    private final Path summary;

    ReportFaultIT(Scene scene) throws Exception {
        faked = FakedRun.of(scene, Behaviour.WAITS_IN_ITS_TURN);
        Path figures = Files.createDirectory(faked.runner().folder().resolve("figures"));
        metrics = figures.resolve("codex.prom");
        summary = figures.resolve("runs.jsonl");
        faked.runner()
                .option("--sandbox", "read-only")
                .option("--metrics-file", metrics.toString())
                .option("--summary-jsonl", summary.toString())
                .with("--json");
    }

    /** Exit code, standard output and standard error tell the same, and why. */
    private static void tells(int exitCode, String code, FinishedRun run) {
        assertThat(run.exitCode()).as(run.stderr()).isEqualTo(exitCode);
        JsonNode verdict = JsonMapper.shared().readTree(run.stdout()).path("verdict");
        assertThat(verdict.path("exitCode").asInt()).isEqualTo(exitCode);
        assertThat(verdict.path("status").asString("")).isEqualTo("failure");
        assertThat(verdict.path("code").asString("")).isEqualTo(code);
        assertThat(run.stderr())
                .contains("(exit " + exitCode + ")", "[" + code + ",")
                .doesNotContain("verdict: success");
    }

    private void figuresTell(int exitCode) throws IOException {
        assertThat(Files.readString(metrics)).containsPattern("(?m)^codex_run_exit_code " + exitCode + "$");
        assertThat(Files.readAllLines(summary)).last().asString().contains("\"exitCode\":" + exitCode + ",");
    }

    /** Every file that tells a verdict tells this one. */
    private static void filesTell(int exitCode, Path folder) throws IOException {
        assertThat(Files.readString(folder.resolve("report.json"))).contains("\"exitCode\" : " + exitCode + ",\n");
        assertThat(Files.readString(folder.resolve("metrics.prom"))).contains("codex_run_exit_code " + exitCode + "\n");
        assertThat(Files.readString(folder.resolve("junit.xml"))).contains("errors=\"1\"");
        assertThat(Files.readString(folder.resolve("report.html"))).contains("Failed: ");
    }

    /** Of a report that had little room or none: no file tells of a success, and none is half a file. */
    private static void whatIsThereTells(int exitCode, Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.toList();
        }
        assertThat(files).noneMatch(file -> file.getFileName().toString().endsWith(".tmp"));
        Map<String, String> sayings = Map.of(
                "report.json", "\"exitCode\" : " + exitCode + ",\n",
                "metrics.prom", "codex_run_exit_code " + exitCode + "\n",
                "junit.xml", "errors=\"1\"",
                "report.html", "Failed: ",
                "summary.jsonl", "\"exitCode\":" + exitCode + ",");
        for (Path file : files) {
            String saying = sayings.get(file.getFileName().toString());
            if (saying != null) {
                assertThat(Files.readString(file)).as(file.toString()).contains(saying);
            }
        }
    }

    @Test
    @Fault(
            area = Area.DISK,
            made = "the report folder's disk is full when the report is to be written",
            promised =
                    "exit 15 in place of 0 with the result on standard output; figures elsewhere say 15; no half file")
    void the_disk_is_full_at_the_end(Seen seen) throws Exception {
        Path report = faked.runner().folder().resolve("report");
        OwnDisk.under(report, faked, "size=256k", "dd if=/dev/zero of=\"$folder/filler\" bs=4k 2>/dev/null");
        FinishedRun run = faked.finish();

        assertThat(run.exitCode()).as(run.stderr()).isEqualTo(LOST);
        assertThat(run.stderr()).contains("No space left on device").doesNotContain("verdict: success");
        assertThat(JsonMapper.shared()
                        .readTree(run.stdout())
                        .at("/verdict/exitCode")
                        .asInt())
                .isEqualTo(LOST);
        figuresTell(LOST);
        whatIsThereTells(LOST, OwnDisk.copyOf(report));
        faked.leftNothing(run, seen.that("standard output, metrics and summary say 15"));
    }

    @Test
    @Fault(
            area = Area.DISK,
            made = "the report folder becomes read-only while codex works",
            promised = "exit 15 in place of 0 with the result on standard output; figures elsewhere say 15")
    void the_report_folder_becomes_read_only(Seen seen) throws Exception {
        Path report = faked.runner().folder().resolve("report");
        // A mount over the one with the open journal, which could not be made read-only itself.
        OwnDisk.under(
                report,
                faked,
                "size=4m",
                "mount --bind \"$folder\" \"$folder\" && mount -o remount,bind,ro \"$folder\"");
        FinishedRun run = faked.finish();

        assertThat(run.stderr()).contains("Read-only file system");
        assertThat(run.exitCode()).as(run.stderr()).isEqualTo(LOST);
        assertThat(JsonMapper.shared()
                        .readTree(run.stdout())
                        .at("/verdict/exitCode")
                        .asInt())
                .isEqualTo(LOST);
        figuresTell(LOST);
        whatIsThereTells(LOST, OwnDisk.copyOf(report));
        faked.leftNothing(run, seen.that("standard output, metrics and summary say 15"));
    }

    @Test
    @Fault(
            area = Area.DISK,
            made = "one file of the report can't be written: a folder stands in its place",
            promised = "exit 15 in place of 0, and every other file says so")
    void one_file_of_the_report_is_lost(Seen seen) throws Exception {
        RunnerProcess.Running running = faked.started();
        Files.createDirectories(running.reportDir().resolve("report.md/in-the-way"));
        faked.release();
        FinishedRun run = running.await();

        tells(LOST, "report-not-written", run);
        filesTell(LOST, run.reportDir());
        figuresTell(LOST);
        faked.leftNothing(run, seen.that("all files say 15"));
    }

    @Test
    @Fault(
            area = Area.DISK,
            made = "the folder of --metrics-file vanishes while codex works",
            promised = "exit 15 in place of 0; report, summary, standard output and standard error say so")
    void the_folder_of_the_metrics_file_vanishes(Seen seen) throws Exception {
        Path gone = Files.createDirectory(faked.runner().folder().resolve("gone"));
        faked.runner().option("--metrics-file", gone.resolve("x.prom").toString());
        RunnerProcess.Running running = faked.started();
        Files.delete(gone);
        faked.release();
        FinishedRun run = running.await();

        tells(LOST, "shared-file-not-written", run);
        filesTell(LOST, run.reportDir());
        assertThat(Files.readAllLines(summary)).singleElement().asString().contains("\"exitCode\":15,");
        faked.leftNothing(run, seen.that("all files say 15"));
    }

    @Test
    @Fault(
            area = Area.DISK,
            made = "the folder of --summary-jsonl vanishes while codex works",
            promised = "exit 15 in place of 0; report, metrics, standard output and standard error say so")
    void the_folder_of_the_summary_vanishes(Seen seen) throws Exception {
        Path gone = Files.createDirectory(faked.runner().folder().resolve("gone"));
        faked.runner().option("--summary-jsonl", gone.resolve("runs.jsonl").toString());
        RunnerProcess.Running running = faked.started();
        Files.delete(gone);
        faked.release();
        FinishedRun run = running.await();

        tells(LOST, "shared-file-not-written", run);
        filesTell(LOST, run.reportDir());
        assertThat(Files.readString(metrics)).containsPattern("(?m)^codex_run_exit_code 15$");
        faked.leftNothing(run, seen.that("all files say 15"));
    }

    @Test
    @Fault(
            area = Area.DISK,
            made = "nobody reads standard output, and TERM comes while the runner waits there with its result",
            promised = "exit 143 within 7 s; the report, a success till then, says 143")
    void the_runner_is_halted_with_its_result_in_its_hands(Seen seen) throws Exception {
        Path pipe = faked.runner().folder().resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        // Longer than a pipe takes.
        Path codex = faked.codex().executable();
        Files.writeString(
                codex,
                Files.readString(codex)
                        .replace("message hello", "message \"$(head -c 200000 /dev/zero | tr '\\0' x)\""));
        faked.runner().startedBy("bash", "-c", "exec \"$@\" 1<>\"$0\"", pipe.toString());
        RunnerProcess.Running running = faked.started();
        faked.release();
        Path report = running.reportDir().resolve("report.json");
        FakedRun.await(running, () -> Files.exists(report) && Files.exists(summary));
        assertThat(Files.readString(report)).contains("\"status\" : \"success\"");
        running.signal("TERM");
        FinishedRun run = running.await();

        assertThat(run.exitCode()).as(run.stderr()).isEqualTo(143);
        filesTell(143, run.reportDir());
        figuresTell(143);
        faked.leftNothing(run, seen.that("all files say 143"));
    }

    @Test
    @Fault(
            area = Area.DISK,
            made = "half a line stands at the end of --summary-jsonl, as a full disk leaves it",
            promised = "the run's own line is whole")
    void half_a_line_of_another_run(Seen seen) throws Exception {
        Files.writeString(summary, "{\"schemaVersion\":1,\"time\":\"20");
        RunnerProcess.Running running = faked.started();
        faked.release();
        FinishedRun run = running.await().succeeds();

        List<String> lines = Files.readAllLines(summary);
        assertThat(lines).hasSize(2);
        assertThat(JsonMapper.shared().readTree(lines.get(1)).path("exitCode").asInt(-1))
                .isZero();
        faked.leftNothing(run, seen.that("its line is whole"));
    }

    @Test
    @Fault(
            area = Area.DISK,
            made = "the report folder's disk has no room for what the files held before the run",
            promised = "the run's own verdict; the list of changed files is whole; each missing diff says why")
    void no_room_for_the_contents_before_the_run(Seen seen) throws Exception {
        byte[] text = new byte[150 * 1024];
        for (int number = 0; number < 6; number++) {
            new Random(number).nextBytes(text);
            Files.writeString(
                    faked.runner().workspace().resolve("file" + number + ".txt"),
                    Base64.getMimeEncoder().encodeToString(text));
        }
        Path codex = faked.codex().executable();
        Files.writeString(
                codex,
                Files.readString(codex)
                        .replace(
                                "message hello",
                                "echo more >>'" + faked.runner().workspace().resolve("file0.txt")
                                        + "'; message hello"));
        Path report = faked.runner().folder().resolve("report");
        faked.runner().option("--sandbox", "workspace-write");
        faked.runner().without("--metrics-file").without("--summary-jsonl");
        OwnDisk.under(report, faked, "size=512k", ":");
        FinishedRun run = faked.finish();

        assertThat(run.exitCode()).as(run.stderr()).isZero();
        JsonNode changes = JsonMapper.shared().readTree(run.stdout()).path("changes");
        assertThat(changes.path("count").asInt()).isEqualTo(1);
        assertThat(changes.at("/diffs/files/0/note").asString("")).contains("No space left on device");
        assertThat(Files.readString(OwnDisk.copyOf(report).resolve("report.html")))
                .contains("What it held before the run was not kept: No space left on device.");
        faked.leftNothing(run, seen.that("the page says why a diff is missing"));
    }
}
