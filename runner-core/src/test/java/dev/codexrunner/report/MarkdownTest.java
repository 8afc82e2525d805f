package dev.codexrunner.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkdownTest {

    @ParameterizedTest
    @CsvSource({
        "see &12,see &amp;_12",
        "GH-123,GH_",
        "(gh-7),gh_",
        "$12,<span>$</span>12",
        "#12,#_",
        "!12,!_",
        "in 3c1b750,in 3c1b75_0",
        "3c1b750f0e2d4c6a8b9d0e1f2a3b4c5d6e7f8091,3c1b75_0f0e2d_4c6a8b_9d0e1f_2a3b4c_5d6e7f_8091"
    })
    void nothing_refers_to_what_the_service_keeps(String raw, String begins) {
        assertThat(Markdown.text(raw).replace("\\", "")).contains(begins.replace('_', '\u200B'));
    }

    @Test
    void words_and_numbers_stay_whole() {
        String text = "defaced 1234567 R&D AT&T 5 facade";
        assertThat(Markdown.text(text)).isEqualTo(text.replace("&", "&amp;"));
    }

    @Test
    void a_block_gives_no_quick_action_even_where_three_backticks_would_end_it() {
        String block = Markdown.block("x\n```\n/merge\n  /close now\n/usr/bin/env\n ```\n/label ~a");

        assertThat(block.lines())
                .containsExactly(
                        "````text",
                        "x",
                        "\u200B```",
                        "\u200B/merge",
                        "\u200B  /close now",
                        "/usr/bin/env",
                        "\u200B ```",
                        "\u200B/label ~a",
                        "````");
    }

    @Test
    void names_that_differ_in_what_nobody_sees_differ_to_a_reader() {
        assertThat(ConsoleText.named("src/a\u200B.py")).isEqualTo("src/a\u27E8U+200B\u27E9.py");
        assertThat(new MarkdownReport().render(SampleReports.saying("src/a\u200B.py")))
                .contains("`src/a\u27E8U+200B\u27E9.py`");
    }

    @Test
    void tags_that_spell_out_what_nobody_sees_are_taken_out() {
        assertThat(ConsoleText.neutralised("a\uDB40\uDC41b\uDB40\uDD00c")).isEqualTo("abc");
    }
}
