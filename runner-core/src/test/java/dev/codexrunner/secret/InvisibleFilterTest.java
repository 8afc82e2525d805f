package dev.codexrunner.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A secret with characters in it that nobody sees looks whole to a reader, and is another text to a search. */
class InvisibleFilterTest {

    private final RecordingSink seen = new RecordingSink();
    private final InvisibleFilter filter = new InvisibleFilter(seen);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0000",
                "\u001f",
                "\u007f",
                "\"",
                "'",
                "`",
                "\\",
                "\u0080",
                "\u009f",
                "\u00ad",
                "\u200b",
                "\u2060",
                "\ufeff",
                "\u034f",
                "\u115f",
                "\u2800",
                "\u3164",
                "\uffa0",
                "\ufe00",
                "\ufe0f",
                "\udb40\udd00",
                "\udb40\uddef",
                "\udb40\udc41",
                "\udb40\uddf0"
            })
    void what_nobody_sees_is_left_out(String invisible) {
        feed("a" + invisible + "b");

        assertThat(seen.text()).isEqualTo("ab");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\n",
                "\r",
                "\t",
                " ",
                "~",
                "\u00a0",
                "\u00e9",
                "\u07ff",
                "\u0800",
                "\u20ac",
                "\ufdff",
                "\ufe10",
                "\uffef",
                "\ud800\udc00",
                "\udbff\udffd",
                "\udb44\udc00"
            })
    void what_is_seen_passes(String visible) {
        feed("a" + visible + "b");

        assertThat(seen.text()).isEqualTo(latin("a" + visible + "b"));
    }

    @Test
    void bytes_that_are_no_character_pass() {
        for (String broken :
                new String[] {"\u00c3(", "\u00e2\u0080x", "\u00f5\u0080", "\u00c1\u0081", "\u00bf", "\u00ff"}) {
            RecordingSink sink = new RecordingSink();
            RecordingSink.feed(new InvisibleFilter(sink), broken + "z");

            assertThat(sink.text()).isEqualTo(broken + "z");
        }
    }

    @Test
    void each_byte_of_a_character_keeps_its_place() {
        filter.put(0xe2, 5, 6);
        filter.put(0x82, 6, 9);
        filter.put(0xac, 9, 10);

        assertThat(seen.places()).containsExactly("5-6", "6-9", "9-10");
    }

    @Test
    void half_a_character_is_held_back_and_forgotten_by_a_cut() {
        assertThat(filter.undecidedFrom(9)).isEqualTo(9);
        filter.put(0xc3, 9, 10);
        assertThat(filter.undecidedFrom(10)).isEqualTo(9);

        filter.cut();

        assertThat(filter.undecidedFrom(10)).isEqualTo(10);
        filter.put('x', 10, 11);
        assertThat(seen.text()).isEqualTo("|x");
    }

    private void feed(String text) {
        RecordingSink.feed(filter, latin(text));
    }

    /** A character for each byte of the text in UTF-8. */
    private static String latin(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }
}
