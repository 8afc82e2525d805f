package dev.codexrunner.input;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.reliability.Area;
import dev.codexrunner.reliability.Campaign;
import dev.codexrunner.reliability.Fault;
import dev.codexrunner.reliability.Seen;
import dev.codexrunner.testkit.fake.Behaviour;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A stream larger than the heap, in lines of 1 MiB: 2 GiB of it in the campaign. */
@Timeout(value = 40, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HugeStreamIT {

    private static final String HEAP = "-Xmx96m";
    private static final long MOST_RESIDENT_MEBIBYTES = 256;
    private static final String RECORDED = "report/events.jsonl";

    private final long mebibytes = Campaign.size(128, 2_048);
    private final JarScene scene =
            JarScenes.create(Behaviour.PRINTS_MANY_LONG_LINES).heap(HEAP).patience(Campaign.isFull() ? 1_200 : 180);

    HugeStreamIT() throws IOException {}

    @AfterEach
    void giveTheDiskBack() throws IOException {
        Files.deleteIfExists(scene.file(RECORDED));
    }

    @Test
    @Fault(
            area = Area.DISK,
            made = "codex prints a stream larger than the runner's heap of 96 MiB, in lines of 1 MiB",
            promised = "judged and recorded whole, and replayed to the same verdict, within that heap")
    void a_stream_larger_than_the_heap(Seen seen) throws Exception {
        scene.write("bin/codex.mebibytes", Long.toString(mebibytes));

        JarRun live = scene.exec("Do it.");
        judged(live, scene.file("report/report.json"));
        assertThat(Files.size(scene.file(RECORDED))).isGreaterThan(mebibytes * 1024 * 1024);

        JarRun replayed = scene.run(List.of(
                "replay",
                scene.file(RECORDED).toString(),
                "--report-dir",
                scene.file("replayed").toString()));
        judged(replayed, scene.file("replayed/report.json"));

        long peak = Math.max(live.peakMebibytes(), replayed.peakMebibytes());
        assertThat(peak).isBetween(1L, MOST_RESIDENT_MEBIBYTES);
        seen.exit(0)
                .that("every line judged, live and in replay")
                .that("less than " + MOST_RESIDENT_MEBIBYTES + " MiB resident");
        Campaign.tried(
                "MiB of events in lines of 1 MiB through a live run and a replay, each in a heap of 96 MiB",
                mebibytes,
                "judged and recorded whole, less than " + MOST_RESIDENT_MEBIBYTES + " MiB resident (VmHWM)");
    }

    private void judged(JarRun run, Path report) {
        run.speaksForItself();
        assertThat(run.exitCode()).as(run.stderr()).isZero();
        JsonNode counts = JsonMapper.shared().readTree(report.toFile()).get("counts");
        assertThat(counts.get("commands").asLong()).isEqualTo(mebibytes);
        assertThat(counts.get("malformedLines").asLong()).isZero();
        assertThat(counts.get("oversizedLines").asLong()).isZero();
    }
}
