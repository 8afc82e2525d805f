package dev.codexrunner.secret;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Decides whether a word is a token, from its shape alone. Pure. */
final class TokenJudge {

    /** In bytes. A prefixed token shows what it is within these. */
    static final int ENOUGH = 64;

    /** In bytes. A JWT's header longer than this, with its certificates, is not recognised. */
    static final int LONGEST_JWT_HEADER = 16 * 1024;

    private static final int SHORTEST_JWT_SEGMENT = 8;
    private static final int SHORTEST_ASSERTION = 8;
    private static final int SHORTEST_CREDENTIAL = 12;
    private static final double CREDENTIAL_RANDOMNESS = 0.2;

    private TokenJudge() {}

    /** Whether a word that begins like this is worth collecting. */
    static boolean mayBeToken(byte[] word, int length) {
        return mayBeJwt(word, length) || TokenShape.ALL.stream().anyMatch(shape -> shape.mayBegin(word, length));
    }

    /** The name under which the word is masked; empty where it is no token, or not yet. */
    static Optional<String> token(byte[] word, int length) {
        if (isJwt(word, length)) {
            return Optional.of("jwt");
        }
        return TokenShape.ALL.stream()
                .filter(shape -> shape.fits(word, length))
                .map(TokenShape::name)
                .findFirst();
    }

    /** The same for a word that stands behind {@code Bearer}, {@code Basic} or {@code AgentAssertion}. */
    static Optional<String> credential(String scheme, byte[] word, int length) {
        boolean assertion = scheme.equals("agentassertion") && length >= SHORTEST_ASSERTION;
        boolean random = length >= SHORTEST_CREDENTIAL && Randomness.of(word, 0, length) >= CREDENTIAL_RANDOMNESS;
        return assertion || random ? Optional.of(scheme) : token(word, length);
    }

    static boolean mayBeJwt(byte[] word, int length) {
        return "eyJ".startsWith(new String(word, 0, Math.min(length, 3), StandardCharsets.US_ASCII));
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
