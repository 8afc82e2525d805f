package dev.codexrunner.jenkins.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShownTextTest {

    @Test
    void lines_tabs_and_pictures_stay() {
        String text = "a\tb\nc \uD83D\uDC69\u200D\uD83D\uDCBB \u2764\uFE0F gr\u00FC\u00DFe \u4F60\u597D";

        assertThat(ShownText.of(text)).isEqualTo(text);
    }

    @Test
    void what_cannot_be_seen_is_named() {
        assertThat(ShownText.of("a\0b\u0007c\u007Fd\u202Ee\u2066f\u2028g\u200Bh\uFEFFi\u0085j"))
                .isEqualTo("a\u27E8NUL\u27E9b\u27E8BEL\u27E9c\u27E8DEL\u27E9d\u27E8U+202E\u27E9e\u27E8U+2066\u27E9f"
                        + "\u27E8U+2028\u27E9g\u27E8U+200B\u27E9h\u27E8U+FEFF\u27E9i\u27E8U+0085\u27E9j");
    }

    @Test
    void a_carriage_return_hides_nothing() {
        assertThat(ShownText.of("evil\rgood\r\nnext")).isEqualTo("evil\u27E8CR\u27E9good\nnext");
    }

    @Test
    void half_a_character_is_none() {
        assertThat(ShownText.of("a\uD83Db")).isEqualTo("a\uFFFDb");
        assertThat(ShownText.cut("aaa\uD83D\uDC69\uD83D\uDC69", 5)).isEqualTo("aaa\u2026");
    }

    @Test
    void a_line_is_short_and_one() {
        assertThat(ShownText.line("  first\n  second\n", 100)).isEqualTo("first \u23CE second");
        assertThat(ShownText.line("x".repeat(1_000_000), 10)).hasSize(10).endsWith("\u2026");
    }

    @Test
    void a_name_has_no_markup_for_scripts_that_make_html_of_it() {
        assertThat(ShownText.name("<img src=x onerror='a'>&\"`review gr\u00FC\u00DFe (1)", 100))
                .doesNotContainPattern("[<>&\"'`=]")
                .contains("review gr\u00FC\u00DFe (1)");
    }
}
