package dev.codexrunner.secret;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.reliability.Campaign;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Of a token that looks random, any 24 characters in a row are enough, wherever in it they stand. */
class PieceOfTokenTest {

    private static final String LETTERS_AND_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final String MASK = "[redacted:token]";

    private final Random random = new Random(20261121);

    /** One of them was missed where the dictionary's arrays grew while one of its states was split. */
    @Test
    void every_24_characters_of_a_token_are_masked_whatever_its_length() {
        for (long round = 0; round < Campaign.size(300, 20_000); round++) {
            String token = any(32 + random.nextInt(400));
            Redactor redactor = redactor(token);
            for (int start = 0; start + Spellings.PIECE <= token.length(); start++) {
                String piece = token.substring(start, start + Spellings.PIECE);
                assertThat(redactor.redact(piece))
                        .as("from character %d of %s", start, token)
                        .isEqualTo(MASK);
            }
        }
    }

    private static Redactor redactor(String token) {
        Redactor redactor = new Redactor();
        redactor.learn(Secret.of("token", token));
        return redactor;
    }

    private String any(int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(LETTERS_AND_DIGITS.charAt(random.nextInt(LETTERS_AND_DIGITS.length())));
        }
        return text.toString();
    }
}
