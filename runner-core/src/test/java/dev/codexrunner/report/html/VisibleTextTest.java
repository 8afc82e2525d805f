package dev.codexrunner.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VisibleTextTest {

    @Test
    void markup_and_quotes_are_text() {
        assertThat(VisibleText.escape("<a href='x' title=\"y\">`&amp;`</a>"))
                .isEqualTo("&lt;a href=&#39;x&#39; title=&quot;y&quot;&gt;&#96;&amp;amp;&#96;&lt;/a&gt;");
    }

    @Test
    void control_characters_are_shown_by_their_names_and_lines_stay_lines() {
        assertThat(VisibleText.escape("a\0b\u0007\u001B[2J\u007F\rc\r\nd\n\te"))
                .isEqualTo("a⟨NUL⟩b⟨BEL⟩⟨ESC⟩[2J⟨DEL⟩⟨CR⟩c\nd\n\te");
    }

    @Test
    void what_turns_the_direction_of_writing_or_hides_is_named() {
        assertThat(VisibleText.escape("\u202Egpj.exe\u2066x\u2069\u200B\u2028\uFEFF\u0085\u00AD"))
                .isEqualTo("⟨U+202E⟩gpj.exe⟨U+2066⟩x⟨U+2069⟩⟨U+200B⟩⟨U+2028⟩⟨U+FEFF⟩⟨U+0085⟩⟨U+00AD⟩");
    }

    @Test
    void what_takes_no_room_or_is_blank_is_named_where_it_hides_a_difference() {
        assertThat(VisibleText.escape("rm\u3164\u2800x\uFE0Fy\u200Dz\u200C(\u034F\uDB40\uDD00\u115F"))
                .isEqualTo("rm⟨U+3164⟩⟨U+2800⟩x⟨U+FE0F⟩y⟨U+200D⟩z⟨U+200C⟩(⟨U+034F⟩⟨U+E0100⟩⟨U+115F⟩");
        assertThat(VisibleText.escape("❤\uFE0F\uFE0F")).isEqualTo("❤\uFE0F⟨U+FE0F⟩");
        assertThat(VisibleText.escape("é\u200D\u200Dé")).isEqualTo("é⟨U+200D⟩⟨U+200D⟩é");
    }

    @Test
    void letters_of_every_script_and_emoji_stay_as_they_are() {
        String text = "שלום مرحبا नमस्ते می‌خواهم 👩‍💻 👩🏽‍🚀 ❤️‍🔥 🏳️‍🌈 ⚠️ ℹ️ ©️ 1️⃣ #️⃣ é 漢字";
        assertThat(VisibleText.escape(text)).isEqualTo(text);
    }

    @Test
    void halves_of_characters_and_what_is_none_are_replaced() {
        assertThat(VisibleText.escape("\uD800x\uDC00\uFFFE\uFFFF")).isEqualTo("\uFFFDx\uFFFD\uFFFD\uFFFD");
    }

    @Test
    void colours_are_taken_off_and_nothing_else() {
        assertThat(VisibleText.plain("\u001B[01;31m\u001B[Kred\u001B[m \u001B[2J"))
                .isEqualTo("red \u001B[2J");
    }

    @Test
    void a_joiner_or_a_style_that_belongs_to_no_emoji_is_named() {
        assertThat(VisibleText.escape("👩\u200Dx é\u200Dé 1\uFE0F \u200D👩 👩\u200D"))
                .isEqualTo("👩⟨U+200D⟩x é⟨U+200D⟩é 1⟨U+FE0F⟩ ⟨U+200D⟩👩 👩⟨U+200D⟩");
    }

    @Test
    void tags_behind_a_flag_are_named_since_they_can_hold_any_text() {
        assertThat(VisibleText.escape("\uD83C\uDFF4\uDB40\uDC67")).isEqualTo("\uD83C\uDFF4⟨U+E0067⟩");
    }
}
