package dev.codexrunner.secret;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WideWordsTest {

    private final RecordingSink read = new RecordingSink();
    private final WideWords words = new WideWords(read);

    @ParameterizedTest
    @CsvSource({"6a6968, hij", "6b6a6968, hijk", "6c6b6a6968, hijkl", "6f6e6d6c6b6a6968, hijklmno"})
    void a_group_of_three_to_eight_bytes_is_read_from_its_end(String digits, String text) {
        feed(digits, 0);
        words.align();

        assertThat(read.text()).isEqualTo(text);
        assertThat(read.places()).containsOnly("0-" + digits.length());
    }

    @ParameterizedTest
    @CsvSource({"6968", "69686", "6a69686", "6f6e6d6c6b6a69686", "6f6e6d6c6b6a69686766"})
    void a_shorter_longer_or_odd_group_is_no_word(String digits) {
        feed(digits, 0);
        words.align();
        feed("6a6968", 40);
        words.align();

        assertThat(read.text()).isEqualTo("hij");
    }

    @Test
    void a_group_is_held_back_while_it_may_be_a_word() {
        assertThat(words.undecidedFrom(3)).isEqualTo(3);
        feed("6", 3);
        assertThat(words.undecidedFrom(4)).isEqualTo(3);
        feed("f6e6d6c6b6a6968", 4);
        assertThat(words.undecidedFrom(19)).isEqualTo(3);
        assertThat(words.undecidedFrom(2 + DictionaryMatcher.LONGEST_GAP)).isEqualTo(3);
        assertThat(words.undecidedFrom(3 + DictionaryMatcher.LONGEST_GAP)).isEqualTo(3 + DictionaryMatcher.LONGEST_GAP);
        feed("6", 19);
        assertThat(words.undecidedFrom(20)).isEqualTo(20);
    }

    @Test
    void a_cut_forgets_half_a_group() {
        feed("6a69", 0);
        words.cut();
        feed("6a6968", 4);
        words.align();

        assertThat(read.text()).isEqualTo("|hij");
    }

    private void feed(String digits, long from) {
        for (int i = 0; i < digits.length(); i++) {
            words.digit(Character.digit(digits.charAt(i), 16), from + i, from + i + 1);
        }
    }
}
