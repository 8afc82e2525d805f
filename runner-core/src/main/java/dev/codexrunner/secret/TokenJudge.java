package dev.codexrunner.secret;

import java.util.Optional;

/** Decides whether a word is a token, from its shape alone. Pure. */
final class TokenJudge {

    /** In bytes. A prefixed token shows what it is within these. */
    static final int ENOUGH = 64;

    /** In bytes. A JWT's header longer than this, with its certificates, is not recognised. */
    static final int LONGEST_JWT_HEADER = 16 * 1024;

    private static final int SHORTEST_JWT_SEGMENT = 8;
    /** Two segments and a dot; every other shape is longer. */
    private static final int SHORTEST_TOKEN = 2 * SHORTEST_JWT_SEGMENT + 1;

    private static final int SHORTEST_ASSERTION = 8;
    private static final int SHORTEST_CREDENTIAL = 12;
    private static final double CREDENTIAL_RANDOMNESS = 0.2;

    private TokenJudge() {}

    /** Whether a word that begins like this is worth collecting. */
    static boolean mayBeToken(byte[] word, int length) {
        // Loops, not streams: this looks at every word.
        for (TokenShape shape : TokenShape.ALL) {
            if (shape.mayBegin(word, length)) {
                return true;
            }
        }
        return mayBeJwt(word, length);
    }

    /** The name under which the word is masked; empty where it is no token, or not yet. */
    static Optional<String> token(byte[] word, int length) {
        if (length < SHORTEST_TOKEN) {
            return Optional.empty();
        }
        if (isJwt(word, length)) {
            return Optional.of("jwt");
        }
        for (TokenShape shape : TokenShape.ALL) {
            if (shape.fits(word, length)) {
                return Optional.of(shape.name());
            }
        }
        return Optional.empty();
    }

    /** The same for a word that stands behind {@code Bearer}, {@code Basic} or {@code AgentAssertion}. */
    static Optional<String> credential(String scheme, byte[] word, int length) {
        boolean assertion = scheme.equals("agentassertion") && length >= SHORTEST_ASSERTION;
        boolean random = length >= SHORTEST_CREDENTIAL && Randomness.of(word, 0, length) >= CREDENTIAL_RANDOMNESS;
        return assertion || random ? Optional.of(scheme) : token(word, length);
    }

    static boolean mayBeJwt(byte[] word, int length) {
        return (length < 1 || word[0] == 'e') && (length < 2 || word[1] == 'y') && (length < 3 || word[2] == 'J');
    }

    private static boolean isJwt(byte[] word, int length) {
        if (length < 3 || !mayBeJwt(word, length)) {
            return false;
        }
        int dot = 0;
        while (dot < length && word[dot] != '.') {
            dot++;
        }
        int payload = dot + 1;
        while (payload < length && word[payload] != '.') {
            payload++;
        }
        return dot >= SHORTEST_JWT_SEGMENT && payload - dot - 1 >= SHORTEST_JWT_SEGMENT;
    }
}
