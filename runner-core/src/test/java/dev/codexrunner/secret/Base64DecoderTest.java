package dev.codexrunner.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class Base64DecoderTest {

    private static final String TEXT = "twelve bytes";

    private final List<RecordingSink> places = new ArrayList<>();
    private final Base64Decoder decoder = new Base64Decoder(() -> {
        places.add(new RecordingSink());
        return places.get(places.size() - 1);
    });

    @Test
    void a_word_of_sixteen_characters_is_read_in_all_four_places() {
        RecordingSink.feed(decoder, base64(TEXT));

        assertThat(places)
                .hasSize(4)
                .anySatisfy(place -> assertThat(place.text()).isEqualTo(TEXT));
    }

    @Test
    void a_shorter_word_is_not_read() {
        RecordingSink.feed(decoder, base64(TEXT).substring(1));

        assertThat(places).isEmpty();
    }

    @Test
    void a_long_word_goes_on_behind_a_line_break_and_a_short_one_does_not() {
        RecordingSink.feed(decoder, base64(TEXT) + "\r\n" + base64("goes on"));
        assertThat(places).anySatisfy(place -> assertThat(place.text()).startsWith(TEXT + "goes on"));

        places.clear();
        decoder.cut();
        RecordingSink.feed(decoder, "short\n" + base64(TEXT).substring(1));
        assertThat(places).isEmpty();
    }

    @Test
    void a_word_that_was_read_is_cut_from_the_next() {
        RecordingSink.feed(decoder, base64(TEXT) + " " + base64("other text to"));

        assertThat(places)
                .hasSize(4)
                .anySatisfy(place -> assertThat(place.text()).startsWith(TEXT + "|other text to"));
    }

    @Test
    void each_byte_is_known_to_be_written_in_the_two_characters_that_share_it() {
        RecordingSink.feed(decoder, base64(TEXT));

        assertThat(places.get(0).places()).startsWith("0-2", "1-3", "2-4", "4-6");
    }

    @Test
    void a_word_too_short_as_yet_is_held_back_from_its_start_on() {
        assertThat(decoder.undecidedFrom(7)).isEqualTo(7);

        decoder.put('Q', 7, 8);
        decoder.put('U', 8, 9);

        assertThat(decoder.undecidedFrom(9)).isEqualTo(7);
        assertThat(decoder.undecidedFrom(7 + DictionaryMatcher.LONGEST_GAP)).isEqualTo(7);
    }

    @Test
    void of_a_word_that_is_read_the_last_character_is_held_back_which_begins_the_next_byte() {
        RecordingSink.feed(decoder, base64(TEXT));

        assertThat(decoder.undecidedFrom(16)).isEqualTo(15);
    }

    @Test
    void a_word_does_not_go_on_behind_a_gap_longer_than_any_secret_has() {
        RecordingSink.feed(decoder, base64(TEXT));

        assertThat(decoder.undecidedFrom(15 + DictionaryMatcher.LONGEST_GAP)).isEqualTo(15);
        assertThat(decoder.undecidedFrom(16 + DictionaryMatcher.LONGEST_GAP))
                .isEqualTo(16 + DictionaryMatcher.LONGEST_GAP);
        assertThat(places).allSatisfy(place -> assertThat(place.text()).endsWith("|"));
        assertThat(decoder.undecidedFrom(20)).isEqualTo(20);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
