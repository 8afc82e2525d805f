package dev.codexrunner.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a dump's lines are taken apart into; what is not read is not known to hold a secret. */
class DumpDecoderTest {

    private final List<RecordingSink> groups = new ArrayList<>();
    private final RecordingSink margin = new RecordingSink();
    private final RecordingSink unnumbered = new RecordingSink();
    private final List<Span> found = new ArrayList<>();
    private final DumpDecoder decoder = new DumpDecoder(
            inDump -> {
                groups.add(new RecordingSink());
                return groups.get(groups.size() - 1);
            },
            margin,
            unnumbered,
            found::add);

    @Test
    void pairs_of_digits_behind_an_address_are_bytes() {
        RecordingSink.feed(decoder, "00000010  68 69 6a 6b\n00000020  6c 6d\n");

        assertThat(bytes()).isEqualTo("hijklm");
    }

    @Test
    void groups_of_four_digits_are_words_lowest_byte_first_too() {
        RecordingSink.feed(decoder, "0000010 6968 6b6a\n0000020 6c\n");

        assertThat(words()).isEqualTo("hijk");
        assertThat(bytes()).isEqualTo("ihkjl");
    }

    @Test
    void longer_groups_are_words_of_four_and_eight_bytes() {
        RecordingSink.feed(decoder, "0000010 6b6a6968 706f6e6d6c6b6a69\n");

        assertThat(wide()).isEqualTo("hijkijklmnop");
    }

    @Test
    void a_line_break_ends_a_group() {
        RecordingSink.feed(decoder, "0000010 6968 6b\n0000020 6968 6a69\n");

        assertThat(words()).isEqualTo("hihiij");
    }

    @Test
    void a_short_number_at_the_start_may_be_the_first_group() {
        RecordingSink.feed(decoder, "68 69\n6968:6b6a\n");

        assertThat(bytes()).isEqualTo("hiihkj");
        assertThat(words()).isEqualTo("hijk");
    }

    @Test
    void six_digits_at_the_start_are_an_address_and_five_a_number() {
        RecordingSink.feed(decoder, "696800 6a\n");
        assertThat(bytes()).isEqualTo("j");

        RecordingSink.feed(decoder, "69680 6a\n");
        assertThat(bytes()).isEqualTo("jihj");
    }

    @Test
    void a_row_of_digits_alone_in_its_line_is_a_group_and_no_address() {
        RecordingSink.feed(decoder, "68696a6b\n");
        assertThat(bytes()).isEqualTo("hijk");

        RecordingSink.feed(decoder, "68696a6b68696a6b6c\n");
        assertThat(bytes()).isEqualTo("hijkhijkhijkl");
        assertThat(unnumbered.text()).isEmpty();
    }

    @Test
    void digits_that_go_on_with_other_characters_are_groups() {
        RecordingSink.feed(decoder, "6869,6a6b 6c\n");

        assertThat(bytes()).isEqualTo("hi");
        assertThat(unnumbered.text()).isEmpty();
        assertThat(margin.text()).isEmpty();
    }

    @Test
    void a_last_line_without_an_end_counts_at_the_end_of_the_stream() {
        RecordingSink.feed(decoder, "6869");
        assertThat(bytes()).isEmpty();

        decoder.end();

        assertThat(bytes()).isEqualTo("hi");
    }

    @Test
    void text_behind_an_address_or_number_goes_on_from_line_to_line() {
        RecordingSink.feed(decoder, "0000000 ab c\n  12\tde\n7:fg\n00000010|hi\nno number\n");

        assertThat(unnumbered.text()).isEqualTo("ab cdefghi");
    }

    @Test
    void three_blanks_begin_the_margin_and_two_behind_a_colon() {
        RecordingSink.feed(decoder, "0000000 6869   hi\n00000010: 6a6b  jk\n0000020 6869  6a6b\n");

        assertThat(margin.text()).isEqualTo("hijk");
        assertThat(bytes()).isEqualTo("hijkhijk");
    }

    @Test
    void blanks_before_the_first_group_align_it() {
        RecordingSink.feed(decoder, "0000000       6869   hi\n");

        assertThat(bytes()).isEqualTo("hi");
        assertThat(margin.text()).isEqualTo("hi");
    }

    @Test
    void the_frame_around_the_margin_is_left_out() {
        RecordingSink.feed(decoder, "0000000  68 69  |hi|\n00000010  6a 6b  >jk<\n00000020  6c 6d  |lm|\n");

        assertThat(margin.text()).isEqualTo("hijklm");
    }

    @Test
    void what_closes_the_frame_is_text_where_more_follows() {
        RecordingSink.feed(decoder, "0000000  68 69  |h|i|\n00000010  6a 6b  >j<k<\n00000020  6c   l|m\n");

        assertThat(margin.text()).isEqualTo("h|ij<kl|m");
        assertThat(margin.places()).startsWith("17-18", "18-19", "19-20");
    }

    @Test
    void the_margin_beside_a_secret_goes_with_it() {
        DumpDecoder known = new DumpDecoder(
                inDump -> new DictionaryMatcher(new Dictionary(List.of(new Spelling("hijklmno", 8, "one"))), inDump),
                margin,
                unnumbered,
                found::add);

        RecordingSink.feed(known, "0000000  68 69 6a 6b 6c 6d 6e 6f  |........|\n0000010  68 69  |hi|\n");

        assertThat(found).contains(new Span(9, 32, "one"), new Span(34, 44, "one"));
        assertThat(found).noneMatch(span -> span.end() > 45);
    }

    @Test
    void a_half_read_address_or_group_or_frame_is_held_back() {
        assertThat(decoder.undecidedFrom(5000)).isEqualTo(5000);
        put(" 000", 5000);
        assertThat(decoder.undecidedFrom(5004)).isEqualTo(5001);
        put("00000 68 6", 5004);
        assertThat(decoder.undecidedFrom(5014)).isEqualTo(5013);
        put("9  |hi", 5014);
        assertThat(decoder.undecidedFrom(5020)).isEqualTo(5020);
        put("|", 5020);
        assertThat(decoder.undecidedFrom(5021)).isEqualTo(5020);
        assertThat(decoder.undecidedFrom(5020 + DictionaryMatcher.LONGEST_GAP))
                .isEqualTo(5020 + DictionaryMatcher.LONGEST_GAP);
        put("\n", 5021);
        assertThat(decoder.undecidedFrom(5022)).isEqualTo(5022);
    }

    @Test
    void a_word_is_held_back_from_its_first_digit_on() {
        put("0000000 696", 5000);

        assertThat(decoder.undecidedFrom(5011)).isEqualTo(5008);
        assertThat(decoder.undecidedFrom(5007 + DictionaryMatcher.LONGEST_GAP)).isEqualTo(5008);
    }

    @Test
    void in_a_row_of_digits_longer_than_any_word_the_last_four_are_held_back() {
        put("0000000 " + "69".repeat(9), 5000);

        assertThat(decoder.undecidedFrom(5026)).isEqualTo(5024);
        assertThat(decoder.undecidedFrom(5023 + DictionaryMatcher.LONGEST_GAP)).isEqualTo(5024);
        assertThat(decoder.undecidedFrom(5024 + DictionaryMatcher.LONGEST_GAP))
                .isEqualTo(5024 + DictionaryMatcher.LONGEST_GAP);
    }

    @Test
    void a_cut_forgets_the_line_and_cuts_all_that_was_read() {
        RecordingSink.feed(decoder, "0000000 6869 6   x");

        decoder.cut();

        assertThat(groups).allSatisfy(group -> assertThat(group.text()).endsWith("|"));
        assertThat(margin.text()).isEqualTo("x|");
        assertThat(unnumbered.text()).endsWith("|");
        RecordingSink.feed(decoder, "0000000 6a\n");
        assertThat(bytes()).isEqualTo("hi|j");
    }

    private void put(String text, long from) {
        for (int i = 0; i < text.length(); i++) {
            decoder.put(text.charAt(i), from + i, from + i + 1);
        }
    }

    private String bytes() {
        return groups.get(0).text();
    }

    private String words() {
        return groups.get(1).text();
    }

    private String wide() {
        return groups.get(2).text();
    }
}
