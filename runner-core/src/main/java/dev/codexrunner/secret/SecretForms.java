package dev.codexrunner.secret;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The one place where forms register. */
final class SecretForms {

    /** Forms in the shape of words: they can stand inside a JSON string, and are then escaped once more. */
    private static final List<SecretForm> TEXTS =
            List.of(Stream::of, new PercentForm(), new MarkupForm(), new ShellForm(), new PowerShellForm());

    /** Long runs of one alphabet: tools break these into lines. */
    private static final List<SecretForm> WRAPPABLE = List.of(new Base64Form(), new HexForm());

    private static final SecretForm JSON = new JsonForm();

    private SecretForms() {}

    /** Every spelling that is looked for as it stands. */
    static Set<String> of(Secret secret) {
        Set<String> spellings = new LinkedHashSet<>();
        SecretParts.of(secret).forEach(part -> {
            JSON.of(part).forEach(spellings::add);
            TEXTS.stream()
                    .flatMap(form -> form.of(part))
                    .flatMap(text -> Stream.of(text, JsonForm.nested(text), JsonForm.nested(JsonForm.nested(text))))
                    .forEach(spellings::add);
        });
        return complete(spellings);
    }

    /** The spellings that are looked for with line breaks taken out as well: {@code base64} breaks after 76 columns. */
    static Set<String> wrappable(Secret secret) {
        Set<String> spellings = new LinkedHashSet<>();
        SecretParts.of(secret)
                .forEach(part -> WRAPPABLE.forEach(form -> form.of(part).forEach(spellings::add)));
        return complete(spellings);
    }

    /**
     * A spelling that ends with a backslash would eat the start of an escape that follows, and leave broken JSON: its
     * last backslashes stay outside.
     */
    private static Set<String> complete(Set<String> spellings) {
        Set<String> complete = new LinkedHashSet<>();
        for (String spelling : spellings) {
            int end = spelling.length();
            while (end > 0 && spelling.charAt(end - 1) == '\\') {
                end--;
            }
            if (end >= SecretParts.SHORTEST) {
                complete.add(spelling.substring(0, end));
            }
        }
        return complete;
    }
}
