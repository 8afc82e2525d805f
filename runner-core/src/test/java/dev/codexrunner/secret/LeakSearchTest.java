package dev.codexrunner.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An oracle that finds nothing would prove nothing. */
class LeakSearchTest {

    private static final String SECRET = "kX9mQ2vL7pR4wT8zB3nD6hJ1cF5gY0sAeU2iO9xK7qM4";
    private static final int LENGTH = 12;

    @ParameterizedTest
    @EnumSource(value = Encodings.class, mode = EnumSource.Mode.EXCLUDE, names = "OCTAL_DUMP")
    void what_is_written_in_any_way_is_found_without_a_redactor(Encodings encoding) {
        String written = "some text\n" + encoding.of(SECRET, new Random(1)) + "\nand more";

        assertThat(LeakSearch.find(written, SECRET, LENGTH)).isPresent();
    }

    @Test
    void a_shorter_piece_is_no_leak() {
        assertThat(LeakSearch.find("a " + SECRET.substring(3, 14) + " b", SECRET, LENGTH))
                .isEmpty();
    }
}
