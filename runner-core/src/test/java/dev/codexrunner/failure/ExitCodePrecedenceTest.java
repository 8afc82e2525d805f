package dev.codexrunner.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExitCodePrecedenceTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "0 6 0, 6",
        "12 6, 12",
        "6 12 5, 5",
        "5 4 12, 4",
        "16 5 4 3, 3",
        "12 3 1, 1",
        "2 6, 6",
        "143 7, 143",
    })
    void the_first_of_1_3_4_5_decides_else_the_highest(String occurred, int expected) {
        List<Integer> codes =
                Arrays.stream(occurred.split(" ")).map(Integer::valueOf).toList();

        assertThat(ExitCodePrecedence.of(codes)).isEqualTo(expected);
    }

    @Test
    void nothing_at_all_is_a_success() {
        assertThat(ExitCodePrecedence.of(List.of())).isZero();
    }
}
