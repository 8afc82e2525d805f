package dev.codexrunner.secret;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SecretTest {

    @Test
    void its_text_shows_the_name_and_never_the_value() {
        assertThat(Secret.of("vault-token", "hunter2")).hasToString("Secret[vault-token]");
    }

    @Test
    void two_are_the_same_where_their_values_are_and_hash_alike() {
        assertThat(Secret.of("a", "hunter2"))
                .isEqualTo(Secret.of("b", "hunter2"))
                .hasSameHashCodeAs(Secret.of("b", "hunter2"));
        assertThat(Secret.of("a", "hunter2"))
                .isNotEqualTo(Secret.of("a", "hunter3"))
                .isNotEqualTo("hunter2");
        assertThat(Secret.of("a", "hunter2").hashCode())
                .isNotEqualTo(Secret.of("a", "hunter3").hashCode());
    }

    @Test
    void a_value_of_blanks_is_blank() {
        assertThat(Secret.of("a", " \n").isBlank()).isTrue();
        assertThat(Secret.of("a", " x").isBlank()).isFalse();
        assertThat(Secret.of("a", " x").length()).isEqualTo(2);
    }
}
