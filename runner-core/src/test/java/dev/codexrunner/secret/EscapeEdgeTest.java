package dev.codexrunner.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a mask may begin: a bar marks where it would, a caret where it does. */
class EscapeEdgeTest {

    @ParameterizedTest
    @CsvSource({
        "a^\\|n",
        "a^\\|u00e9",
        "a^\\u|00e9",
        "a^\\u0|0e9",
        "a^\\u00|e9",
        "a^\\u00e|9",
        "^\\|n",
        "^\\u00e|9",
        "\\\\^\\u00e|9"
    })
    void within_an_escape_the_mask_begins_at_its_backslash(String text) {
        assertEdge(text);
    }

    @ParameterizedTest
    @CsvSource({
        "a^|n",
        "a\\n^|b",
        "a\\u00e9^|1",
        "\\\\^|n",
        "\\\\u00e^|9",
        "u00e^|9",
        "a\\\\^|u00e9",
        "^|",
        "fade^|",
        "a^|\\n"
    })
    void elsewhere_it_begins_where_it_is(String text) {
        assertEdge(text);
    }

    private static void assertEdge(String text) {
        int expected = text.replace("|", "").indexOf('^');
        int cut = text.replace("^", "").indexOf('|');
        byte[] bytes = text.replace("|", "").replace("^", "").getBytes(StandardCharsets.US_ASCII);

        assertThat(EscapeEdge.before(bytes, cut)).isEqualTo(expected);
    }

    @Test
    void a_long_row_of_backslashes_is_looked_at_in_part_only() {
        byte[] bytes = "\\".repeat(101).getBytes(StandardCharsets.US_ASCII);

        assertThat(EscapeEdge.before(bytes, 63)).isEqualTo(62);
        assertThat(EscapeEdge.before(bytes, 101)).isEqualTo(101);
    }
}
