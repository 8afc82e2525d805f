package dev.codexrunner.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SmallHeapTest {

    @TempDir
    Path folder;

    @Test
    void a_stream_of_64_mib_in_lines_of_1_mib_is_judged_and_reported_in_a_heap_of_96_mib() throws Exception {
        Process replay = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-Xmx96m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        HugeStreamReplay.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(replay.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);

        assertThat(replay.waitFor()).as(output).isZero();
        assertThat(output).contains("exit 0, commands 63, message 1048576");
        assertThat(Long.parseLong(output.substring(0, output.indexOf(' ')))).isGreaterThan(60L * 1024 * 1024);
        assertThat(folder.resolve("report/report.json")).exists();
    }
}
