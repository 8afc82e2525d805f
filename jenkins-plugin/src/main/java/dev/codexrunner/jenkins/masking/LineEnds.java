package dev.codexrunner.jenkins.masking;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether a secret could go on behind the end of a line: where the line ends with the beginning of one, as it is or in
 * an encoding that tools break into lines, and where it looks like a part of such an encoding anyway.
 */
final class LineEnds {

    /** In characters. A secret's first few may be seen, where a line ends behind them; those after them not. */
    static final int FEWEST = 5;

    /** In characters; of a longer secret the redactor knows pieces only. */
    private static final int LONGEST = 8 * 1024;

    /** In characters; of a longer line its end is looked at. */
    static final int LONGEST_LINE = 2 * 1024;

    private static final Pattern HEADER = Pattern.compile("-----BEGIN [A-Z0-9 ]{0,40}-----");
    /** Of base64, base32 or hexadecimal digits a whole line, or a block's further ones. */
    private static final Pattern ENCODED = Pattern.compile("\\s*[A-Za-z0-9+/_=-]{24,}\\s*");

    private static final Pattern ENCODED_END = Pattern.compile("\\s*[A-Za-z0-9+/_=-]{4,}\\s*");
    /** What xxd, hexdump and od print, and lists of numbers. */
    private static final Pattern DIGITS =
            Pattern.compile("[\\s\\[({]*(?:[0-9A-Fa-fx]{1,16}[\\s:,;]+){6,}.*", Pattern.DOTALL);

    /** Each without blanks and quotes. */
    private final Set<String> forms = new LinkedHashSet<>();

    /** Of all forms; null where one came since. */
    private volatile @Nullable Beginnings beginnings;

    synchronized void learn(String secret) {
        String known = secret.substring(0, Math.min(LONGEST, secret.length()));
        Stream.concat(Stream.of(known), known.lines().filter(line -> line.length() > FEWEST))
                .distinct()
                .flatMap(LineEnds::spellings)
                .map(LineEnds::bare)
                .filter(form -> form.length() > FEWEST)
                .map(form -> form.substring(0, Math.min(LONGEST_LINE + 1, form.length())))
                .forEach(forms::add);
        beginnings = null;
    }

    /**
     * How much of the line's end, in characters and with the line end, may be the beginning of a secret; 0 where none of it.
     *
     * @param line with its line end; of a line longer than {@value #LONGEST_LINE} characters its end
     */
    int begun(String line) {
        int longest = beginnings().atEndOf(line);
        int from = line.length();
        for (int counted = 0; counted < longest; ) {
            from--;
            counted += Beginnings.isBetween(line.charAt(from)) ? 0 : 1;
        }
        return line.length() - from;
    }

    /** Whether what the line ends with is more than a few characters of a secret. */
    boolean waits(String line, int begun, boolean first) {
        int counted = 0;
        for (int i = line.length() - begun; i < line.length(); i++) {
            counted += Beginnings.isBetween(line.charAt(i)) ? 0 : 1;
        }
        return counted >= FEWEST || looksEncoded(line, first);
    }

    /** For tests. */
    synchronized List<String> forms() {
        return List.copyOf(forms);
    }

    private Beginnings beginnings() {
        Beginnings known = beginnings;
        return known == null ? madeBeginnings() : known;
    }

    private synchronized Beginnings madeBeginnings() {
        Beginnings made = new Beginnings(forms);
        beginnings = made;
        return made;
    }

    /** @param first whether it is the block's first line: on those behind, less is a sign */
    private static boolean looksEncoded(String line, boolean first) {
        return line.stripTrailing().endsWith("\\")
                || HEADER.matcher(line).find()
                || ENCODED.matcher(line).matches()
                || (!first && line.contains("-----") && !line.contains("-----END"))
                || (!first && ENCODED_END.matcher(line).matches())
                || DIGITS.matcher(line).matches();
    }

    private static Stream<String> spellings(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        String hex = hex(bytes);
        return Stream.concat(
                Stream.of(text, json(text), hex, hex.toUpperCase(Locale.ROOT), percent(bytes)),
                IntStream.range(0, 3).boxed().flatMap(shift -> {
                    byte[] shifted = new byte[shift + bytes.length];
                    System.arraycopy(bytes, 0, shifted, shift, bytes.length);
                    // Without the characters in which the bytes before it have a part.
                    String encoded = Base64.getEncoder()
                            .withoutPadding()
                            .encodeToString(shifted)
                            .substring((shift * 8 + 5) / 6);
                    return Stream.of(encoded, encoded.replace('+', '-').replace('/', '_'));
                }));
    }

    private static String json(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }

    private static String hex(byte[] bytes) {
        StringBuilder hex = new StringBuilder();
        for (byte each : bytes) {
            hex.append(Character.forDigit((each >> 4) & 0xf, 16)).append(Character.forDigit(each & 0xf, 16));
        }
        return hex.toString();
    }

    private static String percent(byte[] bytes) {
        StringBuilder percent = new StringBuilder();
        for (byte each : bytes) {
            boolean plain = (each >= 'a' && each <= 'z')
                    || (each >= 'A' && each <= 'Z')
                    || (each >= '0' && each <= '9')
                    || "-._~".indexOf(each) >= 0;
            if (plain) {
                percent.append((char) each);
            } else {
                percent.append('%').append(hex(new byte[] {each}).toUpperCase(Locale.ROOT));
            }
        }
        return percent.toString();
    }

    /** What tools put around a text and within it when they break it into lines. */
    private static String bare(String text) {
        return text.replaceAll("[\\s\"']", "");
    }
}
