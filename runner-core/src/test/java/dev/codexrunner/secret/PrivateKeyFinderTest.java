package dev.codexrunner.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrivateKeyFinderTest {

    private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
    private static final String END = "-----END PRIVATE KEY-----";

    private final List<Span> found = new ArrayList<>();
    private final PrivateKeyFinder finder = new PrivateKeyFinder(found::add);
    private final Redactor redactor = new Redactor();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-----BEGIN PRIVATE KEY-----",
                "-----BEGIN RSA PRIVATE KEY-----",
                "-----BEGIN ED25519 PRIVATE KEY-----",
                "-----BEGIN PGP PRIVATE KEY BLOCK-----",
                "-------BEGIN ENCRYPTED PRIVATE KEY-----"
            })
    void a_block_of_any_kind_of_key_is_masked_from_its_dashes_on(String begin) {
        String extra = begin.startsWith("-------") ? "--" : "";

        assertThat(redactor.redact("a " + begin + "\nMIIB\n" + END + " b"))
                .isEqualTo("a " + extra + "[redacted:private-key] b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "----BEGIN PRIVATE KEY-----\nMIIB",
                "-----BEGIN PUBLIC KEY-----\nMIIB",
                "-----BEGIN private PRIVATE KEY-----\nMIIB",
                "-----BEGIN PRIVATE KEY---- \nMIIB",
                "-----BEGIN AN ALGORITHM WITH A VERY LONG NAME PRIVATE KEY-----\nMIIB",
                "-----BE\nGIN PRIVATE KEY-----\nMIIB"
            })
    void what_is_no_header_of_a_private_key_masks_nothing(String text) {
        assertThat(redactor.redact(text)).isEqualTo(text);
    }

    @Test
    void a_header_that_comes_to_nothing_does_not_hide_the_next() {
        assertThat(redactor.redact("-----BEGIN -----BEGIN PRIVATE KEY-----\nMIIB!"))
                .isEqualTo("-----BEGIN [redacted:private-key]!");
        assertThat(redactor.redact("-----BEGIN CERTIFICATE----- " + BEGIN + "MIIB!"))
                .endsWith("[redacted:private-key]!");
    }

    @Test
    void a_block_without_an_end_stops_at_what_cannot_belong_to_it() {
        assertThat(redactor.redact(BEGIN + "\nMI+/IB=\n\"rest")).isEqualTo("[redacted:private-key]\n\"rest");
        assertThat(redactor.redact(BEGIN + "MIIB[0]")).isEqualTo("[redacted:private-key][0]");
        assertThat(redactor.redact(BEGIN + "MIIB")).isEqualTo("[redacted:private-key]");
    }

    @Test
    void headers_of_an_encrypted_key_and_line_breaks_as_entities_belong_to_it() {
        assertThat(redactor.redact(BEGIN + "\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,0A\n\nMIIB\n" + END + "!"))
                .isEqualTo("[redacted:private-key]!");
        assertThat(redactor.redact(BEGIN + "&#10;MIIB&#10;" + END + "!")).isEqualTo("[redacted:private-key]!");
    }

    @Test
    void dashes_within_a_block_do_not_end_it() {
        assertThat(redactor.redact(BEGIN + "\nMI-----IB\n" + END + "!")).isEqualTo("[redacted:private-key]!");
    }

    @Test
    void a_block_ends_after_32_kilobytes_at_the_latest() {
        String before = "x ".repeat(20_000);
        int masked = 32 * 1024 + 1;

        String redacted = redactor.redact(before + BEGIN + "M".repeat(64 * 1024));

        assertThat(redacted)
                .isEqualTo(before + "[redacted:private-key]" + "M".repeat(64 * 1024 - masked + BEGIN.length()));
    }

    @Test
    void what_may_become_a_header_is_held_back() {
        accept("ab--");
        assertThat(finder.undecidedFrom()).isEqualTo(2);
        accept("-----");
        assertThat(finder.undecidedFrom()).isEqualTo(4);
        accept("BEGIN PRI");
        assertThat(finder.undecidedFrom()).isEqualTo(4);
        accept("VATE KEY-----");
        assertThat(finder.undecidedFrom()).isEqualTo(31);
        assertThat(found).contains(new Span(4, 31, "private-key"));
    }

    @Test
    void a_header_longer_than_any_is_let_go() {
        accept("-----BEGIN " + "A".repeat(53));
        assertThat(finder.undecidedFrom()).isZero();
        accept("A");
        assertThat(finder.undecidedFrom()).isEqualTo(65);
    }

    @Test
    void a_backslash_or_blank_at_the_end_of_what_came_may_belong_to_what_follows() {
        accept(BEGIN + "MIIB \n\r\\");

        assertThat(finder.undecidedFrom()).isEqualTo(BEGIN.length() + 4);
    }

    private void accept(String text) {
        finder.accept(("-" + text).getBytes(StandardCharsets.US_ASCII), 1, text.length());
    }
}
