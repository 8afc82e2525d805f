package dev.codexrunner;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GoldenFileTest {

    @Test
    void a_difference_names_the_file_and_shows_its_first_lines_only() {
        String page = "same\n".repeat(3) + "x".repeat(5_000) + "old" + "y".repeat(5_000) + "\n" + "more\n".repeat(900);

        assertThat(GoldenFile.difference("contract/golden/a.html", page, page.replace("old", "new")))
                .hasSizeLessThan(1_000)
                .startsWith("contract/golden/a.html is another now, from line 4:\n- …")
                .contains("xoldy", "xnewy", "-Dupdate");
    }

    @Test
    void a_file_that_is_missing_is_said_to_be() {
        assertThat(GoldenFile.difference("contract/golden/a.md", "", "new\n"))
                .startsWith("contract/golden/a.md is not there yet.\n+ new\n");
    }
}
