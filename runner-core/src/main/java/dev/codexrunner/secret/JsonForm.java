package dev.codexrunner.secret;

import java.util.HexFormat;
import java.util.function.IntPredicate;
import java.util.stream.Stream;

/**
 * JSON string escapes: as few as the standard asks for, with {@code \/}, with {@code \}{@code u} for what is not ASCII,
 * for what HTML minds, or for everything. Each also escaped a second and a third time, for JSON inside JSON: an
 * MCP argument inside an event is that.
 */
final class JsonForm implements SecretForm {

    private static final IntPredicate CONTROL = c -> c < 0x20;
    private static final IntPredicate NOT_ASCII = CONTROL.or(c -> c >= 0x7f);
    private static final IntPredicate MARKUP = c -> c == '<' || c == '>' || c == '&';
    private static final IntPredicate MARKUP_OR_QUOTE = MARKUP.or(c -> c == '\'' || c == '=');

    @Override
    public Stream<String> of(String secret) {
        return Stream.of(HexFormat.of(), HexFormat.of().withUpperCase())
                .flatMap(digits -> Stream.of(
                        escape(secret, CONTROL, digits),
                        escape(secret, CONTROL, digits).replace("/", "\\/"),
                        escape(secret, NOT_ASCII, digits),
                        escape(secret, NOT_ASCII, digits).replace("/", "\\/"),
                        escape(secret, CONTROL.or(MARKUP), digits),
                        escape(secret, NOT_ASCII.or(MARKUP_OR_QUOTE), digits),
                        unicodeOnly(secret, digits)))
                .flatMap(once -> Stream.of(once, nested(once), nested(nested(once))));
    }

    /** What a standard encoder makes of text that goes into a string of its own. */
    static String nested(String text) {
        return escape(text, CONTROL, HexFormat.of());
    }

    private static String escape(String text, IntPredicate asUnicode, HexFormat digits) {
        StringBuilder escaped = new StringBuilder();
        text.chars().forEach(c -> {
            int shorthand = "\"\\\b\f\n\r\t".indexOf(c);
            if (shorthand >= 0) {
                escaped.append('\\').append("\"\\bfnrt".charAt(shorthand));
            } else if (asUnicode.test(c)) {
                escaped.append("\\u").append(digits.toHexDigits((char) c));
            } else {
                escaped.append((char) c);
            }
        });
        return escaped.toString();
    }

    private static String unicodeOnly(String text, HexFormat digits) {
        StringBuilder escaped = new StringBuilder();
        text.chars().forEach(c -> escaped.append("\\u").append(digits.toHexDigits((char) c)));
        return escaped.toString();
    }
}
