package dev.codexrunner.report.sarif;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SarifTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"", " \n", "\u200B", "\u00A0\u200B\uFEFF", "\u3164\u2800"})
    void a_message_that_nobody_sees_is_none(String message) {
        assertThat(SarifText.isBlank(message)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "\u200Bx", "."})
    void any_that_is_seen_is_one(String message) {
        assertThat(SarifText.isBlank(message)).isFalse();
    }
}
