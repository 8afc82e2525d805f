package dev.codexrunner.jenkins.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.jenkins.result.Step;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts of a model that was told what to write. */
@Timeout(60)
class HostileTextTest {

    /** Measured to take the parser's longest, by their lengths squared. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a <!-- ",
                "a <![CDATA[ ",
                "a <? ",
                "![a](<b",
                "[a](",
                "![",
                "*a _b ",
                "`a ``b ",
                "> ",
                "|a|\n|-|\n",
                "&amp;",
                "- ",
                "[a]: <b\n",
                "<a b='"
            })
    void an_answer_is_rendered_in_no_long_time(String piece) {
        FinalMessage.Rendered rendered = FinalMessage.render(piece.repeat(200_000 / piece.length()));
        assertThat(rendered.html()).isNotEmpty();
    }

    @Test
    void what_is_no_markdown_any_more_is_text() {
        String html = FinalMessage.render("**bold** line\n".repeat(3_000)).html();
        assertThat(html).startsWith("<p><strong>bold</strong>").contains("<pre>**bold** line");
        assertThat(html).endsWith("**bold** line\n</pre>");
    }

    @Test
    void blanks_are_put_into_a_line_in_no_long_time() {
        String text = ("x" + " ".repeat(100_000) + "y\n").repeat(20);
        for (int i = 0; i < 20; i++) {
            assertThat(ShownText.line(text, 1_000_000)).contains("y \u23CE x");
        }
    }

    @Test
    void many_files_are_named_below_the_workspace_in_no_long_time() {
        List<String> changed =
                IntStream.range(0, 50_000).mapToObj(i -> "src/" + i + "/A.java").toList();
        List<Step.PatchedFile> files = changed.stream()
                .map(path -> new Step.PatchedFile("/ws/" + path, "update"))
                .toList();
        Step patch = new Step.Patch(
                "i", "completed", files, files.size(), new Step.When(0, OptionalLong.empty(), OptionalLong.empty()));
        List<StepEntry> entries = StepEntries.of(Collections.nCopies(300, patch), changed);
        assertThat(entries).hasSize(300);
        assertThat(entries.get(0).title()).startsWith("src/0/A.java");
    }
}
