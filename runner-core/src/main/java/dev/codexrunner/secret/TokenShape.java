package dev.codexrunner.secret;

import java.util.List;

/**
 * A sort of token that gives itself away by how it begins.
 *
 * @param name what stands in its place
 * @param prefix how it begins
 * @param shortest how many characters must follow at least
 * @param longest how many may follow at most before a dot
 * @param randomness how mixed those must be, see {@link Randomness}; tells {@code at-least-once} from a token
 */
record TokenShape(String name, String prefix, int shortest, int longest, double randomness) {

    private static final int ANY_LENGTH = Integer.MAX_VALUE;

    /** The one place where shapes register. */
    static final List<TokenShape> ALL = List.of(
            new TokenShape("access-token", "at-", 20, ANY_LENGTH, 0.25),
            new TokenShape("api-key", "sk-", 20, ANY_LENGTH, 0.25),
            new TokenShape("vault-token", "hvs.", 20, ANY_LENGTH, 0.25),
            new TokenShape("vault-token", "hvb.", 20, ANY_LENGTH, 0.25),
            new TokenShape("vault-token", "hvr.", 20, ANY_LENGTH, 0.25),
            new TokenShape("vault-token", "s.", 24, 24, 0.4),
            new TokenShape("vault-token", "b.", 40, ANY_LENGTH, 0.4),
            new TokenShape("github-token", "ghp_", 20, ANY_LENGTH, 0.25),
            new TokenShape("github-token", "gho_", 20, ANY_LENGTH, 0.25),
            new TokenShape("github-token", "ghs_", 20, ANY_LENGTH, 0.25),
            new TokenShape("github-token", "ghu_", 20, ANY_LENGTH, 0.25),
            new TokenShape("github-token", "ghr_", 20, ANY_LENGTH, 0.25),
            new TokenShape("github-token", "github_pat_", 22, ANY_LENGTH, 0.25));

    /** Whether {@code word} may be such a token as far as it is known: its first characters fit. */
    boolean mayBegin(byte[] word, int length) {
        for (int i = 0; i < Math.min(length, prefix.length()); i++) {
            if (word[i] != prefix.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Whether the word is such a token. */
    boolean fits(byte[] word, int length) {
        if (length < prefix.length() + shortest || !mayBegin(word, length)) {
            return false;
        }
        int end = prefix.length();
        while (end < length && word[end] != '.') {
            end++;
        }
        int body = end - prefix.length();
        return body >= shortest && body <= longest && Randomness.of(word, prefix.length(), end) >= randomness;
    }
}
