package dev.codexrunner.secret;

import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.stream.Stream;

/** Entities of XML and HTML: named, decimal and hexadecimal, for what must be escaped or for every character. */
final class MarkupForm implements SecretForm {

    private static final IntPredicate SPECIAL = c -> "&<>\"'".indexOf(c) >= 0;
    private static final IntPredicate SPECIAL_OR_NOT_ASCII = SPECIAL.or(c -> c < 0x20 || c >= 0x7f);

    @Override
    public Stream<String> of(String secret) {
        String named = secret.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        String quoted = named.replace("\"", "&quot;");
        Stream<String> names = Stream.of(
                named,
                quoted,
                quoted.replace("'", "&apos;"),
                quoted.replace("'", "&#39;"),
                quoted.replace("'", "&#039;"),
                quoted.replace("'", "&#x27;"),
                named.replace("\"", "&#34;").replace("'", "&#39;"));
        Stream<String> numbers = Stream.of(SPECIAL, SPECIAL_OR_NOT_ASCII, (IntPredicate) c -> true)
                .flatMap(which -> Stream.of("&#%d;", "&#x%x;", "&#x%X;").map(format -> numeric(secret, which, format)));
        return Stream.concat(names, numbers);
    }

    private static String numeric(String text, IntPredicate which, String format) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints()
                .forEach(c ->
                        escaped.append(which.test(c) ? String.format(Locale.ROOT, format, c) : Character.toString(c)));
        return escaped.toString();
    }
}
