package dev.codexrunner.config;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Where a secret lies in Vault: {@code secret/ci/codex#access_token}.
 *
 * @param path mount and path as {@code vault kv get} takes them, without slashes at the ends
 * @param field the field of the secret; {@value #DEFAULT_FIELD} where none is named
 */
public record VaultPath(String path, String field) {

    public static final String DEFAULT_FIELD = "access_token";

    /** Empty where the text names no mount with a path under it, or could lead elsewhere ({@code ..}). */
    public static Optional<VaultPath> parse(String text) {
        int hash = text.lastIndexOf('#');
        String path = trimSlashes((hash < 0 ? text.stripTrailing() : text.substring(0, hash)).stripLeading());
        String field = hash < 0 ? DEFAULT_FIELD : text.substring(hash + 1).stripTrailing();
        List<String> segments = Arrays.asList(path.split("/", -1));
        boolean usable = segments.size() >= 2
                && segments.stream().noneMatch(s -> s.isBlank() || s.equals(".") || s.equals(".."))
                && text.chars().noneMatch(Character::isISOControl)
                // A blank at the #, or a second one: that is a comment, and would be taken for a field.
                && path.indexOf('#') < 0
                && path.equals(path.stripTrailing())
                && !field.isEmpty()
                && field.chars().noneMatch(Character::isWhitespace);
        return usable ? Optional.of(new VaultPath(path, field)) : Optional.empty();
    }

    private static String trimSlashes(String path) {
        int from = 0;
        int to = path.length();
        while (from < to && path.charAt(from) == '/') {
            from++;
        }
        while (to > from && path.charAt(to - 1) == '/') {
            to--;
        }
        return path.substring(from, to);
    }
}
