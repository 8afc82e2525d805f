package dev.codexrunner.jenkins.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.jenkins.result.Step;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class StepEntriesTest {

    private static final Step.When WHEN = new Step.When(1, OptionalLong.empty(), OptionalLong.empty());

    @Test
    void a_patch_names_files_as_they_lie_in_the_workspace() {
        Step.Patch patch = new Step.Patch(
                "1",
                "completed",
                List.of(
                        new Step.PatchedFile("/home/agent/ws/src/app/Search.java", "update"),
                        new Step.PatchedFile("/etc/hosts", "update")),
                2,
                WHEN);

        StepEntry entry = StepEntries.of(List.of(patch), List.of("Search.java", "src/app/Search.java"))
                .get(0);

        assertThat(entry.toString())
                .contains("src/app/Search.java", "/etc/hosts")
                .doesNotContain("agent/ws");
    }

    @Test
    void a_thoughts_title_has_no_marks() {
        Step.Thought thought = new Step.Thought("1", "**Looking around** at 2 ** 3", 30, WHEN);

        assertThat(StepEntries.of(List.of(thought), List.of()).get(0).toString())
                .contains("Looking around at 2 ** 3")
                .doesNotContain("**Looking");
    }
}
