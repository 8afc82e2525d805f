package dev.codexrunner.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EarlierRecordTest {

    @TempDir
    Path folder;

    @Test
    void the_verdict_of_an_earlier_run_does_not_survive_into_this_one() throws IOException {
        for (String name : new String[] {"report.json", "report.md", "junit.xml", "events.jsonl", "exit.json"}) {
            Files.writeString(folder.resolve(name), "old");
        }
        EarlierRecord.remove(folder);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void files_of_others_stay() throws IOException {
        Path other = Files.writeString(folder.resolve("coverage.xml"), "theirs");
        EarlierRecord.remove(folder);
        assertThat(other).exists();
    }
}
