package dev.codexrunner.failure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FailureKindTest {
    @Test
    void exit_codes_are_distinct() {
        assertThat(java.util.Arrays.stream(FailureKind.values())
                        .map(FailureKind::exitCode)
                        .distinct()
                        .count())
                .isEqualTo(FailureKind.values().length);
    }
}
