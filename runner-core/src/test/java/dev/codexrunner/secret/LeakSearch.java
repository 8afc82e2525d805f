package dev.codexrunner.secret;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a thief would try: decodes a text by every simple decoder, and what comes out once more, and looks for the secret in
 * each of these views. Shares no code with the redactor. Texts are bytes here, a character for each.
 */
final class LeakSearch {

    private static final int DEPTH = 3;
    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|([\"\\\\/]))");
    private static final Pattern PERCENT = Pattern.compile("%([0-9a-fA-F]{2})");
    private static final Pattern ENTITY = Pattern.compile("&#(?:[xX]([0-9a-fA-F]{1,6})|([0-9]{1,7}));");
    private static final Pattern COLOUR = Pattern.compile("(?:\u001b|\\\\u001b)\\[[0-9;]*[A-Za-z]");
    private static final Pattern DIGITS =
            Pattern.compile("[0-9a-fA-F](?:0x|[ \n:,-])*+(?:[0-9a-fA-F](?:0x|[ \n:,-])*+){15,}");
    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/_-](?:\r?\n?[A-Za-z0-9+/_-]){11,}");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,3}");
    private static final Pattern NUMBERS = Pattern.compile("-?\\d{1,3}(?:, ?-?\\d{1,3}){7,}");

    private static final List<UnaryOperator<String>> TEXTS = List.of(
            text -> text.replaceAll("[^!-~\u0080-\u00ff]", ""),
            LeakSearch::withoutWhatNobodySees,
            text -> replaced(text, ESCAPE, LeakSearch::escape),
            text -> replaced(text, PERCENT, found -> octet(found.group(1))),
            text -> replaced(text, ENTITY, LeakSearch::entity),
            text -> text.replace("'\\''", "'").replaceAll("[\\\\`]([^A-Za-z0-9])", "$1"));

    private LeakSearch() {}

    /** A piece of the secret, {@code length} bytes long, that some view of the text shows. */
    static Optional<String> find(String text, String secret, int length) {
        Set<String> views = views(bytes(text));
        return Stream.of(bytes(secret), bytes(secret).replaceAll("[^!-~\u0080-\u00ff]", ""))
                .flatMap(whole -> IntStream.rangeClosed(0, whole.length() - length)
                        .mapToObj(at -> whole.substring(at, at + length)))
                .filter(piece -> views.stream().anyMatch(view -> view.contains(piece)))
                .findFirst();
    }

    private static Set<String> views(String text) {
        Set<String> all = new LinkedHashSet<>(Set.of(text));
        Set<String> last = Set.of(text);
        for (int depth = 0; depth < DEPTH; depth++) {
            Set<String> decoded = new LinkedHashSet<>();
            last.forEach(view -> decode(view, decoded));
            all.addAll(decoded);
            last = decoded;
        }
        return all;
    }

    private static void decode(String text, Set<String> views) {
        TEXTS.forEach(decoder -> views.add(decoder.apply(text)));
        BASE64.matcher(text).results().forEach(run -> {
            String digits = run.group().replaceAll("\\s", "").replace('-', '+').replace('_', '/');
            IntStream.range(0, 4).forEach(skipped -> views.add(bits(digits.substring(skipped), 6, LeakSearch::base64)));
        });
        DIGITS.matcher(text).results().forEach(run -> {
            String digits = run.group().replace("0x", "").replaceAll("[^0-9a-fA-F]", "");
            IntStream.range(0, 2)
                    .forEach(skipped ->
                            views.add(bits(digits.substring(skipped), 4, digit -> Character.digit(digit, 16))));
        });
        NUMBERS.matcher(text).results().forEach(run -> views.add(numbers(run.group())));
    }

    private static String bits(String digits, int width, IntUnaryOperator value) {
        ByteArrayOutputStream decoded = new ByteArrayOutputStream();
        int kept = 0;
        int count = 0;
        for (int i = 0; i < digits.length(); i++) {
            kept = ((kept << width) | value.applyAsInt(digits.charAt(i))) & 0xffff;
            count += width;
            if (count >= 8) {
                count -= 8;
                decoded.write(kept >> count);
            }
        }
        return decoded.toString(StandardCharsets.ISO_8859_1);
    }

    private static int base64(int digit) {
        return "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".indexOf(digit);
    }

    private static String numbers(String list) {
        StringBuilder decoded = new StringBuilder();
        NUMBER.matcher(list)
                .results()
                .forEach(number -> decoded.append((char) (Integer.parseInt(number.group()) & 0xff)));
        return decoded.toString();
    }

    private static String withoutWhatNobodySees(String text) {
        String plain = COLOUR.matcher(text).replaceAll("");
        String utf8 = new String(plain.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        return bytes(utf8.replaceAll("[\\p{Cc}\\p{Cf}]", ""));
    }

    private static String replaced(String text, Pattern escape, Function<MatchResult, String> meaning) {
        return escape.matcher(text).replaceAll(found -> Matcher.quoteReplacement(meaning.apply(found)));
    }

    private static String escape(MatchResult found) {
        if (found.group(1) != null) {
            return character(Integer.parseInt(found.group(1), 16));
        }
        return found.group(2) != null ? octet(found.group(2)) : found.group(3);
    }

    private static String entity(MatchResult found) {
        boolean hex = found.group(1) != null;
        return character(hex ? Integer.parseInt(found.group(1), 16) : Integer.parseInt(found.group(2)));
    }

    private static String octet(String hex) {
        return String.valueOf((char) Integer.parseInt(hex, 16));
    }

    private static String character(int code) {
        return Character.isValidCodePoint(code) ? bytes(Character.toString(code)) : "?";
    }

    private static String bytes(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }
}
