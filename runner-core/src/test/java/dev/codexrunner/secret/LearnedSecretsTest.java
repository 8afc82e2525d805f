package dev.codexrunner.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** How much of what was learned is known, where it is more than there is memory for. */
class LearnedSecretsTest {

    private final LearnedSecrets secrets = new LearnedSecrets();

    @Test
    void a_value_counts_once_whatever_its_name() {
        assertThat(secrets.add(Secret.of("a", "swordfish"))).isTrue();
        assertThat(secrets.add(Secret.of("b", "swordfish"))).isFalse();
        assertThat(secrets.add(Secret.of("a", "swordfish-2"))).isTrue();
    }

    @Test
    void as_many_as_fit_to_the_last_character_are_known_and_the_longest_beyond_are_named() {
        for (int i = 0; i < 15; i++) {
            secrets.add(Secret.of("key-" + i, letters(i, 8 * 1024)));
        }
        secrets.add(Secret.of("last", letters(15, 8 * 1024 - 1)));
        assertThat(secrets.tooMuch()).isEmpty();

        secrets.add(Secret.of("one", "x"));
        assertThat(secrets.tooMuch()).isEmpty();
        secrets.add(Secret.of("two", "y"));
        assertThat(secrets.tooMuch()).containsExactly("key-14");
    }

    @Test
    void a_secret_of_eight_kilobytes_is_known_whole_and_a_longer_one_in_part() {
        secrets.add(Secret.of("whole", letters(1, 8 * 1024)));
        secrets.add(Secret.of("cut", letters(2, 8 * 1024 + 1)));

        assertThat(secrets.tooMuch()).containsExactly("cut");
    }

    @Test
    void of_a_long_secret_its_ends_are_known_and_samples_in_between() {
        String secret = letters(1, 4096) + "M".repeat(4096) + letters(2, 4096);

        List<String> pieces = LongSecret.pieces(secret).toList();

        assertThat(pieces).containsExactly(letters(1, 4096), letters(2, 4096), "M".repeat(64));
    }

    @Test
    void samples_lie_evenly_over_a_secret_however_long() {
        assertThat(LongSecret.pieces(letters(1, 8 * 1024 + 63))).hasSize(2);
        assertThat(LongSecret.pieces(letters(1, 8 * 1024 + 64))).hasSize(3);
        assertThat(LongSecret.pieces(letters(1, 2 * 4096 + 10 * 4096))).hasSize(2 + 10);
        String secret = letters(1, 8 * 1024 + 64 * 5000);
        List<String> pieces = LongSecret.pieces(secret).toList();
        assertThat(pieces).hasSize(2 + 64);
        assertThat(secret.indexOf(pieces.get(65))).isEqualTo(4096 + 63 * 5000);
        assertThat(LongSecret.pieces(secret).mapToInt(String::length).sum())
                .isEqualTo(LongSecret.known(secret.length()));
    }

    @Test
    void a_character_of_two_halves_is_never_torn_apart() {
        String smiles = "\ud83d\ude00".repeat(2048);
        String secret = "a" + smiles + "b".repeat(200) + smiles + "c";

        List<String> pieces = LongSecret.pieces(secret).toList();

        assertThat(pieces.get(0)).isEqualTo("a" + smiles.substring(0, 4094));
        assertThat(pieces.get(1)).isEqualTo(smiles.substring(2) + "c");
        assertThat(pieces.get(2)).isEqualTo("b".repeat(63));
    }

    /** Different for each seed, and in each of its places. */
    private static String letters(int seed, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; text.length() < length; i++) {
            text.append(seed).append('-').append(i).append('.');
        }
        return text.substring(0, length);
    }
}
