package dev.codexrunner.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class HeldBytesTest {

    private final ByteArrayOutputStream target = new ByteArrayOutputStream();
    private final HeldBytes held = new HeldBytes(target);

    @Test
    void what_is_undecided_stays_back_and_the_rest_goes() throws IOException {
        append("0123456789");
        held.release(4);
        assertThat(passed()).isEqualTo("0123");
        assertThat(held.start()).isEqualTo(4);

        append("ab");
        held.release(11);
        assertThat(passed()).isEqualTo("0123456789a");

        held.releaseAll();
        assertThat(passed()).isEqualTo("0123456789ab");
    }

    @Test
    void more_than_there_was_room_for_is_kept_whole() throws IOException {
        String many = "x".repeat(255) + "y".repeat(2) + "z".repeat(3000);
        append(many.substring(0, 255));
        append(many.substring(255, 256));
        append(many.substring(256, 257));
        append(many.substring(257));

        held.releaseAll();

        assertThat(passed()).isEqualTo(many);
    }

    @Test
    void overlapping_spans_become_one_mask_named_after_the_longest_in_whatever_order_they_came() throws IOException {
        append("0123456789");
        held.mask(new Span(4, 8, "long"));
        held.mask(new Span(7, 9, "late"));
        held.mask(new Span(3, 5, "early"));
        held.mask(new Span(1, 2, "first"));

        held.releaseAll();

        assertThat(passed()).isEqualTo("0[redacted:first]2[redacted:long]9");
    }

    @Test
    void spans_that_touch_are_two() throws IOException {
        append("0123456789");
        held.mask(new Span(5, 8, "b"));
        held.mask(new Span(2, 5, "a"));

        held.releaseAll();

        assertThat(passed()).isEqualTo("01[redacted:a][redacted:b]89");
    }

    @Test
    void a_span_that_reaches_beyond_what_is_decided_waits_whole() throws IOException {
        append("0123456789");
        held.mask(new Span(3, 8, "one"));

        held.release(6);
        assertThat(passed()).isEqualTo("012");
        held.release(8);
        assertThat(passed()).isEqualTo("012[redacted:one]");
    }

    @Test
    void a_span_that_grows_while_it_is_passed_on_is_one_mask() throws IOException {
        append("0123456789");
        held.mask(new Span(3, 8, "one"));
        held.release(8);
        append("abcdef");
        held.mask(new Span(3, 12, "one"));
        held.release(12);
        held.mask(new Span(12, 14, "two"));
        held.releaseAll();

        assertThat(passed()).isEqualTo("012[redacted:one][redacted:two]ef");
    }

    @Test
    void the_backslash_of_an_escape_goes_with_the_mask_that_begins_within() throws IOException {
        append("say \\nsecret");
        held.mask(new Span(5, 12, "one"));

        held.release(8);
        assertThat(passed()).isEqualTo("say ");
        held.releaseAll();

        assertThat(passed()).isEqualTo("say [redacted:one]");
    }

    @Test
    void half_an_escape_stays_back_unless_a_mask_ends_there() throws IOException {
        append("abc\\");
        held.release(4);
        assertThat(passed()).isEqualTo("abc");
        append("ndef\\");
        held.mask(new Span(5, 9, "one"));
        held.release(9);
        assertThat(passed()).isEqualTo("abc\\n[redacted:one]");
    }

    @Test
    void a_mask_over_a_last_backslash_is_passed_on_with_it() throws IOException {
        append("abc\\n");
        held.mask(new Span(1, 4, "one"));

        held.release(4);

        assertThat(passed()).isEqualTo("a[redacted:one]");
        held.releaseAll();
        assertThat(passed()).isEqualTo("a[redacted:one]n");
    }

    @Test
    void a_mask_further_on_does_not_let_half_an_escape_go() throws IOException {
        append("ab\\ncdefgh");
        held.mask(new Span(6, 9, "later"));

        held.release(3);

        assertThat(passed()).isEqualTo("ab");
    }

    private void append(String text) {
        byte[] bytes = ("--" + text + "-").getBytes(StandardCharsets.US_ASCII);
        held.append(bytes, 2, text.length());
    }

    private String passed() {
        return target.toString(StandardCharsets.US_ASCII);
    }
}
