package dev.codexrunner.secret;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextGateTest {

    private final RecordingSink read = new RecordingSink();
    private final TextGate gate = new TextGate(read);

    @Test
    void text_of_eight_bytes_is_read_and_less_is_not() {
        RecordingSink.feed(gate, "1234567");
        assertThat(read.text()).isEmpty();

        RecordingSink.feed(gate, "8");
        assertThat(read.text()).isEqualTo("12345678");
        assertThat(read.places()).startsWith("0-1", "1-2");

        RecordingSink.feed(gate, "9");
        assertThat(read.text()).isEqualTo("123456789");
    }

    @ParameterizedTest
    @ValueSource(chars = {0x80, 0xbf, 0xc0, 0xc3, 0xff})
    void a_byte_above_ascii_ends_the_text(char other) {
        RecordingSink.feed(gate, "12345678" + other + "abcdefgh" + other + "short" + other);

        assertThat(read.text()).isEqualTo("12345678|abcdefgh|");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u00c2\u00ad",
                "\u00e2\u0080\u008b",
                "\u00ef\u00bb\u00bf",
                "\u00f3\u00a0\u0084\u0080",
                "\u00d8\u009c"
            })
    void a_character_that_nobody_sees_does_not(String invisible) {
        RecordingSink.feed(gate, "1234" + invisible + "5678");

        assertThat(read.text()).isEqualTo("1234" + invisible + "5678");
    }

    @Test
    void after_an_end_a_byte_of_a_character_is_no_part_of_one() {
        RecordingSink.feed(gate, "12345678\u00c3\u00ad12345678");

        assertThat(read.text()).isEqualTo("12345678|12345678");
    }

    @Test
    void text_too_short_as_yet_is_held_back() {
        assertThat(gate.undecidedFrom(5)).isEqualTo(5);
        gate.put('1', 5, 6);
        assertThat(gate.undecidedFrom(6)).isEqualTo(5);
        RecordingSink.feed(gate, "2345678");
        assertThat(gate.undecidedFrom(13)).isEqualTo(13);
    }
}
