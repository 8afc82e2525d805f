package dev.codexrunner.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RandomnessTest {

    @ParameterizedTest
    @CsvSource({
        "aaaa, 0",
        "aAaA, 0.75",
        "a1a1, 0.75",
        "A1aB, 0.75",
        "aaAA, 0.25",
        "a-A1, 0.3333",
        "a_-b, 0",
        "--, 0",
        "camelCase, 0.2222"
    })
    void it_is_the_share_of_characters_that_differ_in_class_from_the_one_before(String text, double share) {
        byte[] bytes = ("9" + text + "9").getBytes(StandardCharsets.US_ASCII);

        assertThat(Randomness.of(bytes, 1, 1 + text.length())).isCloseTo(share, offset(0.001));
    }
}
