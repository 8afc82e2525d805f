package dev.codexrunner.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.Repository;
import dev.codexrunner.reliability.Area;
import dev.codexrunner.reliability.Fault;
import dev.codexrunner.reliability.Seen;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SmallHeapTest {

    @TempDir
    Path folder;

    @Test
    void a_stream_of_64_mib_in_lines_of_1_mib_is_judged_and_reported_in_a_heap_of_96_mib() throws Exception {
        String output = replayed("-Xmx96m", HugeStreamReplay.class);

        assertThat(output).contains("exit 0, commands 63, message 1048576");
        assertThat(Long.parseLong(output.substring(0, output.indexOf(' ')))).isGreaterThan(60L * 1024 * 1024);
        assertThat(folder.resolve("report/report.json")).exists();
    }

    @Test
    @Fault(
            area = Area.DISK,
            made =
                    "a report at each of its bounds at once, most of it in characters of two bytes, in the heap that every"
                            + " starter gives the runner (128 MiB)",
            promised = "every file is written whole, exit 0")
    void the_largest_report_there_can_be_is_written_in_the_heap_of_every_starter(Seen seen) throws Exception {
        String heap = Repository.read("contract/jvm.options")
                .lines()
                .filter(flag -> flag.startsWith("-Xmx"))
                .findFirst()
                .orElseThrow();

        String output = replayed(heap, LargestReportReplay.class);

        assertThat(output).contains("exit 0, commands 1000, calls 1000, patches 1000, structured true");
        seen.exit(0).that("report.json of more than 20 MiB, and every other file");
    }

    private String replayed(String heap, Class<?> program) throws IOException, InterruptedException {
        Process replay = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        heap,
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        program.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(replay.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(replay.waitFor()).as(output).isZero();
        return output;
    }
}
