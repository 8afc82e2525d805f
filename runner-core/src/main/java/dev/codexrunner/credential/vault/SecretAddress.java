package dev.codexrunner.credential.vault;

import java.util.Arrays;
import java.util.List;

/**
 * Where the token lies: {@code secret/ci/codex#access_token}.
 *
 * @param path mount and path as {@code vault kv get} takes them, without slashes at the ends
 * @param field the field of the secret; {@value #DEFAULT_FIELD} where the setting names none
 */
record SecretAddress(String path, String field) {

    static final String DEFAULT_FIELD = "access_token";

    static SecretAddress parse(String setting) {
        int hash = setting.lastIndexOf('#');
        String path = trimSlashes((hash < 0 ? setting : setting.substring(0, hash)).strip());
        String field = hash < 0 ? DEFAULT_FIELD : setting.substring(hash + 1).strip();
        List<String> segments = Arrays.asList(path.split("/", -1));
        boolean usable = segments.size() >= 2
                && segments.stream().noneMatch(s -> s.isBlank() || s.equals(".") || s.equals(".."))
                && path.chars().noneMatch(Character::isISOControl)
                && !field.isBlank();
        if (!usable) {
            throw VaultSecretFailure.VAULT_PATH_INVALID
                    .with(VaultText.clean(setting))
                    .asException();
        }
        return new SecretAddress(path, field);
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
