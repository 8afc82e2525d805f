package dev.codexrunner.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LineTimesTest {

    @TempDir
    Path folder;

    private LineTimes times(String text) throws IOException {
        Files.writeString(folder.resolve(EventJournal.TIMES), text);
        return LineTimes.beside(folder.resolve(EventJournal.EVENTS));
    }

    @Test
    void each_line_has_its_time_and_beyond_the_last_there_is_none() throws IOException {
        try (LineTimes times = times("0\n1500\n")) {
            assertThat(times.next()).hasValue(0);
            assertThat(times.next()).hasValue(1_500);
            assertThat(times.next()).isEmpty();
            assertThat(times.next()).isEmpty();
        }
    }

    @Test
    void from_a_broken_line_on_nothing_is_believed() throws IOException {
        for (String broken : new String[] {"x\n7\n", "-1\n7\n", "9".repeat(1_000_000) + "\n7\n", "\n7\n"}) {
            try (LineTimes times = times("5\n" + broken)) {
                assertThat(times.next()).hasValue(5);
                assertThat(times.next()).isEmpty();
                assertThat(times.next()).isEmpty();
            }
        }
    }

    @Test
    void a_stream_of_another_name_or_without_times_has_none() throws IOException {
        times("5\n").close();
        try (LineTimes other = LineTimes.beside(folder.resolve("recorded.jsonl"))) {
            assertThat(other.next()).isEqualTo(OptionalLong.empty());
        }
        Files.delete(folder.resolve(EventJournal.TIMES));
        try (LineTimes missing = LineTimes.beside(folder.resolve(EventJournal.EVENTS))) {
            assertThat(missing.next()).isEmpty();
        }
    }
}
