package dev.codexrunner.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DictionaryMatcherTest {

    private static final String KEY = "kX9mQ2vL7pR4wT8zB3nD6hJ1cF5gY0sA";

    private final List<Span> found = new ArrayList<>();

    @Test
    void a_secret_within_the_beginning_of_another_is_found_though_the_other_goes_on_differently() {
        assertThat(masked("<abcdefghijklm>", whole("abcdefghijkXYZ", "long"), whole("cdefghij", "short")))
                .isEqualTo("<ab[short]klm>");
        assertThat(masked("<abcdefghijklm>", whole("cdefghij", "short"), whole("abcdefghijkXYZ", "long")))
                .isEqualTo("<ab[short]klm>");
    }

    @Test
    void a_secret_that_others_end_in_is_found_alone() {
        assertThat(masked(
                        "<cdefghij>",
                        whole("ab cdefghij", "long"),
                        whole("xy cdefghij", "other"),
                        whole("cdefghij", "short")))
                .isEqualTo("<[short]>");
    }

    @Test
    void a_piece_of_a_key_is_found_where_other_secrets_hold_the_same_piece() {
        String piece = KEY.substring(4, 30);
        Spelling key = new Spelling(KEY, 24, "key");

        assertThat(masked("<" + piece + ">", key, whole("a note with " + piece, "note")))
                .isEqualTo("<[key]>");
        assertThat(masked("<" + piece + ">", whole("a note with " + piece, "note"), key))
                .isEqualTo("<[key]>");
        assertThat(masked("<" + KEY.substring(4, 27) + ">", key)).isEqualTo("<" + KEY.substring(4, 27) + ">");
        assertThat(masked("<" + KEY.substring(4, 28) + ">", key)).isEqualTo("<[key]>");
    }

    @Test
    void a_secret_that_breaks_off_and_begins_again_is_found() {
        assertThat(masked("abcabcabcabcdefgh", whole("abcabcdefgh", "one"))).isEqualTo("abcabc[one]");
        assertThat(masked("aaaaaaaaab-aaaaaaaab", whole("aaaaaaaab", "one"))).isEqualTo("a[one]-[one]");
    }

    @Test
    void two_in_a_row_are_two_and_a_longer_one_takes_the_shorter_in() {
        Spelling outer = whole("abcdefghijkl", "outer");
        Spelling inner = whole("cdefghij", "inner");

        assertThat(masked("abcdefghijklcdefghij", outer, inner)).isEqualTo("[outer][inner]");
        assertThat(masked("abcdefghijkl", inner, outer)).isEqualTo("[outer]");
    }

    @Test
    void bytes_up_to_a_kilobyte_apart_are_one_secret_and_no_further() {
        assertThat(foundWithGap(DictionaryMatcher.LONGEST_GAP)).hasSize(1);
        assertThat(foundWithGap(DictionaryMatcher.LONGEST_GAP + 1)).isEmpty();
    }

    private List<Span> foundWithGap(int gap) {
        DictionaryMatcher matcher = matcher(whole("abcdefgh", "one"));
        RecordingSink.feed(matcher, "abcd");
        found.clear();
        for (int i = 4; i < 8; i++) {
            matcher.put('a' + i, i + gap, i + gap + 1);
        }
        return List.copyOf(found);
    }

    @Test
    void a_secret_spread_over_more_than_is_ever_held_is_none() {
        assertThat(foundSpreadOver(DictionaryMatcher.LONGEST)).hasSize(1);
        assertThat(foundSpreadOver(DictionaryMatcher.LONGEST + 1)).isEmpty();
    }

    /** The last byte ends there; the others stand as far apart as still counts. */
    private List<Span> foundSpreadOver(int stretch) {
        String text = text(260);
        DictionaryMatcher matcher = matcher(whole(text, "one"));
        found.clear();
        for (int i = 0; i < text.length(); i++) {
            long start = 1_000_000 + Math.min(i * 1020L, stretch - (text.length() - i));
            matcher.put(text.charAt(i), start, start + 1);
        }
        return List.copyOf(found);
    }

    @Test
    void what_may_begin_a_secret_is_held_back_from_there_on() {
        DictionaryMatcher matcher = matcher(whole("abcdefgh", "one"));
        RecordingSink.feed(matcher, "xya");
        assertThat(matcher.undecidedFrom(3)).isEqualTo(2);
        matcher.put('b', 3, 4);
        assertThat(matcher.undecidedFrom(4)).isEqualTo(2);
        matcher.put('c', 4, 5);
        assertThat(matcher.undecidedFrom(5)).isEqualTo(2);
        matcher.put('d', 5, 6);
        assertThat(matcher.undecidedFrom(6)).isEqualTo(2);
        matcher.put('-', 6, 7);
        assertThat(matcher.undecidedFrom(7)).isEqualTo(7);
    }

    @Test
    void behind_a_gap_nothing_is_held_back_any_more() {
        DictionaryMatcher matcher = matcher(whole("abcdefgh", "one"));
        RecordingSink.feed(matcher, "abcde");

        assertThat(matcher.undecidedFrom(5 + DictionaryMatcher.LONGEST_GAP)).isZero();
        assertThat(matcher.undecidedFrom(6 + DictionaryMatcher.LONGEST_GAP))
                .isEqualTo(6 + DictionaryMatcher.LONGEST_GAP);
        RecordingSink.feed(matcher, "fgh");
        assertThat(found).isEmpty();
    }

    @Test
    void ordinary_text_hardly_ever_has_four_bytes_that_are_looked_up() {
        Dictionary dictionary = new Dictionary(List.of(whole(text(4000), "one")));
        Random random = new Random(7);
        long held = Stream.generate(random::nextInt)
                .limit(2000)
                .filter(dictionary::mayHold)
                .count();

        assertThat(held).isLessThan(2000 / 8);
    }

    @Test
    void a_dictionary_is_of_ascii_where_no_byte_of_any_spelling_is_above_127() {
        assertThat(new Dictionary(List.of(whole("ab\u007fdefgh", "one"))).isAscii())
                .isTrue();
        assertThat(new Dictionary(List.of(whole("abcdefgh", "one"), whole("ab\u0080defgh", "two"))).isAscii())
                .isFalse();
        assertThat(Dictionary.EMPTY.isEmpty()).isTrue();
    }

    @Test
    void a_spelling_of_64_kilobytes_is_refused_rather_than_known_in_part() {
        assertThatThrownBy(() -> new Dictionary(List.of(whole("a".repeat(0xffff), "one"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("65535 bytes");
        assertThat(new Dictionary(List.of(whole("a".repeat(0xfffe), "one"))).isEmpty())
                .isFalse();
    }

    private String masked(String text, Spelling... spellings) {
        DictionaryMatcher matcher = matcher(spellings);
        found.clear();
        RecordingSink.feed(matcher, text);
        StringBuilder masked = new StringBuilder(text);
        List<Span> widest = found.stream()
                .filter(span -> found.stream()
                        .noneMatch(other ->
                                other.start() <= span.start() && other.end() >= span.end() && !other.equals(span)))
                .distinct()
                .toList();
        for (int i = widest.size() - 1; i >= 0; i--) {
            Span span = widest.get(i);
            masked.replace((int) span.start(), (int) span.end(), "[" + span.name() + "]");
        }
        return masked.toString();
    }

    private DictionaryMatcher matcher(Spelling... spellings) {
        return new DictionaryMatcher(new Dictionary(List.of(spellings)), found::add);
    }

    private static Spelling whole(String text, String name) {
        return new Spelling(text, text.length(), name);
    }

    private static String text(int length) {
        Random random = new Random(20261121);
        return random.ints(length, 'A', 'z' + 1)
                .collect(StringBuilder::new, (text, c) -> text.append((char) c), StringBuilder::append)
                .toString();
    }
}
