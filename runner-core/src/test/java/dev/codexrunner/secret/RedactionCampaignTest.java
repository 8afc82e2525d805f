package dev.codexrunner.secret;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.reliability.Campaign;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Random secrets, written down in random ways within random text, cut at random places. What stays of the encoded text is
 * compared with how it was made, not with what the redactor thinks: at most a few of its characters may remain.
 */
class RedactionCampaignTest {

    private static final List<Encodings> ENCODINGS = List.of(Encodings.values());
    /** Another finds other leaks, if there are any: {@code -Dcodexrunner.campaign.seed=1}. */
    private static final long SEED = Long.getLong("codexrunner.campaign.seed", 20261121);

    /** Each text is cut anew in each pass. */
    private static final int PASSES = 40;

    private static final int CUTS = 6;
    private static final int TEXTS_OF_A_SECRET = 40;
    /** A character at either end may share its bits, or its escape, with a neighbour. */
    private static final int EDGE = 3;
    /** In bytes. What a secret written down whole may leave, in any view of the output, is shorter. */
    private static final int LEAK = 12;
    /** In bytes. What SECURITY.md promises of a token of which only a piece was written. */
    private static final int LEAK_OF_A_PIECE = 24;

    private static final int TOKENS = 40;
    private static final int PIECES_OF_A_TOKEN = 50;

    private static final String LETTERS_AND_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final String TOKEN = LETTERS_AND_DIGITS + "-_.";
    private static final String PRINTABLE = TOKEN + "!#$%&'()*+,/:;<=>?@[\\]^`{|}~\" ";
    private static final String WIDE = PRINTABLE + "éüß";
    private static final String MASK = "[redacted:fuzz]";

    @Test
    void no_secret_survives_any_way_to_write_it_at_any_split() throws IOException {
        long wanted = Campaign.size(200_000, 10_000_000);
        Random random = new Random(SEED);
        long tried = 0;
        for (long round = 0; tried < wanted; round++) {
            String secret = secret(random);
            Redactor redactor = new Redactor();
            redactor.learn(Secret.of("fuzz", secret));
            for (int i = 0; i < TEXTS_OF_A_SECRET; i++) {
                Encodings encoding = ENCODINGS.get(random.nextInt(ENCODINGS.size()));
                tried += tryText(redactor, secret, encoding, random, round);
            }
        }
        Campaign.tried("redaction splits", tried, SEED, "no leak");
    }

    @Test
    void no_24_characters_of_a_token_survive_however_a_piece_of_it_is_written() throws IOException {
        Random random = new Random(SEED);
        long wanted = Campaign.size(TOKENS * PIECES_OF_A_TOKEN, 100L * TOKENS * PIECES_OF_A_TOKEN);
        for (long round = 0; round * PIECES_OF_A_TOKEN < wanted; round++) {
            String token = any(random, LETTERS_AND_DIGITS, 32 + random.nextInt(60));
            Redactor redactor = new Redactor();
            redactor.learn(Secret.of("fuzz", token));
            for (int i = 0; i < PIECES_OF_A_TOKEN; i++) {
                Encodings encoding = ENCODINGS.get(random.nextInt(ENCODINGS.size()));
                int length = LEAK_OF_A_PIECE + random.nextInt(token.length() - LEAK_OF_A_PIECE);
                int start = random.nextInt(token.length() - length + 1);
                String encoded = encoding.of(token.substring(start, start + length), random);
                String written = text(random) + "\n" + encoded + "\n" + text(random);
                assertThat(LeakSearch.find(redactor.redact(written), token, LEAK_OF_A_PIECE))
                        .as("round %d, %s of a piece of <%s>: <%s>", round, encoding, token, encoded)
                        .isEmpty();
            }
        }
        Campaign.tried("pieces of tokens", wanted, SEED, "no leak");
    }

    private static long tryText(Redactor redactor, String secret, Encodings encoding, Random random, long round)
            throws IOException {
        String encoded = encoding.of(secret, random);
        byte[] bytes = (text(random) + "\n" + encoded + "\n" + text(random)).getBytes(StandardCharsets.UTF_8);
        String whole = redacted(redactor, bytes);
        String left = leftOf(whole, encoded);
        assertThat(left)
                .as("round %d, %s of <%s>: <%s> became <%s>", round, encoding, secret, encoded, whole)
                .isEmpty();
        assertThat(LeakSearch.find(whole, secret, LEAK))
                .as(
                        "round %d, what can be decoded of %s of <%s>: <%s> became <%s>",
                        round, encoding, secret, encoded, whole)
                .isEmpty();
        for (int pass = 0; pass < PASSES; pass++) {
            int[] cuts = random.ints(CUTS, 0, bytes.length + 1).sorted().toArray();
            assertThat(redacted(redactor, bytes, cuts))
                    .as("round %d, %s of <%s> cut at %s", round, encoding, secret, Arrays.toString(cuts))
                    .isEqualTo(whole);
        }
        return (long) PASSES * CUTS;
    }

    /** What is wrong with the result, or nothing: more than the edges of the encoded text is still there. */
    private static String leftOf(String redacted, String encoded) {
        int mask = redacted.indexOf(MASK);
        if (mask < 0) {
            return "no mask";
        }
        int piece = Math.max(EDGE + 3, encoded.length() / 3);
        for (int i = 0; i + piece <= encoded.length(); i += EDGE) {
            if (redacted.contains(encoded.substring(i, i + piece))) {
                return encoded.substring(i, i + piece);
            }
        }
        return "";
    }

    private static String redacted(Redactor redactor, byte[] bytes, int... cuts) throws IOException {
        ByteArrayOutputStream target = new ByteArrayOutputStream(bytes.length);
        try (OutputStream stream = redactor.redacting(target)) {
            int done = 0;
            for (int cut : cuts) {
                stream.write(bytes, done, cut - done);
                done = cut;
            }
            stream.write(bytes, done, bytes.length - done);
        }
        return target.toString(StandardCharsets.UTF_8);
    }

    private static String secret(Random random) {
        String alphabet = switch (random.nextInt(3)) {
            case 0 -> TOKEN;
            case 1 -> PRINTABLE;
            default -> WIDE;
        };
        return any(random, alphabet, 16 + random.nextInt(60)) + "Zq7";
    }

    private static String text(Random random) {
        return any(random, "abcdefghijklmnopqrstuvwxyz      \n.,:\"{}()", random.nextInt(40));
    }

    private static String any(Random random, String alphabet, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }
}
