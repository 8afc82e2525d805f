package dev.codexrunner.secret;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Every spelling of a secret that consists of little more than quotes, blanks and backslashes: reading it with these left
 * out leaves nothing to look for, so its forms are written out one by one. The one place where forms register.
 */
final class SecretForms {

    private static final List<SecretForm> TEXTS = List.of(
            Stream::of, new JsonForm(), new PercentForm(), new MarkupForm(), new ShellForm(), new PowerShellForm());

    private SecretForms() {}

    /** Every spelling that is looked for as it stands. */
    static Stream<byte[]> of(String part) {
        return TEXTS.stream()
                .flatMap(form -> form.of(part))
                .flatMap(text -> Stream.of(text, JsonForm.nested(text), JsonForm.nested(JsonForm.nested(text))))
                .distinct()
                .map(text -> withoutLastBackslash(text.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * A spelling that ends with a backslash would eat the start of an escape that follows, and leave broken JSON: its
     * last backslashes stay outside.
     */
    static byte[] withoutLastBackslash(byte[] spelling) {
        int end = spelling.length;
        while (end > 0 && spelling[end - 1] == '\\') {
            end--;
        }
        return Arrays.copyOf(spelling, end);
    }
}
