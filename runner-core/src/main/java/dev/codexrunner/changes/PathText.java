package dev.codexrunner.changes;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * A path as text, the same in every locale and never the same for two names: UTF-8, and each byte of a name that
 * is none as a lone surrogate, which no valid name gives.
 */
final class PathText {

    private static final char BYTE_0 = '\uDC00';
    private static final int LONGEST = 300;
    private static final int DIGEST_SHOWN = 12;

    private PathText() {}

    static String of(Path path) {
        String text = path.toString();
        return text.chars().allMatch(c -> c < 0x80)
                ? text
                : StreamSupport.stream(path.spliterator(), false)
                        .map(name -> ofBytes(bytes(name)))
                        .collect(Collectors.joining("/", path.isAbsolute() ? "/" : "", ""));
    }

    /** Java tells a name's bytes only as the escapes of its URI. */
    private static byte[] bytes(Path single) {
        String escaped = single.toUri().getRawPath();
        String trimmed = escaped.endsWith("/") ? escaped.substring(0, escaped.length() - 1) : escaped;
        String name = trimmed.substring(trimmed.lastIndexOf('/') + 1);
        ByteBuffer bytes = ByteBuffer.allocate(name.length());
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) == '%') {
                bytes.put((byte) HexFormat.fromHexDigits(name, i + 1, i + 3));
                i += 2;
            } else {
                bytes.put((byte) name.charAt(i));
            }
        }
        bytes.flip();
        byte[] result = new byte[bytes.remaining()];
        bytes.get(result);
        return result;
    }

    private static String ofBytes(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            StringBuilder text = new StringBuilder();
            for (byte b : bytes) {
                text.append(b >= 0 ? (char) b : (char) (BYTE_0 + (b & 0xFF)));
            }
            return text.toString();
        }
    }

    /** Two long names that begin alike are still told apart. */
    private static String cut(String shown, String text) {
        int end = Character.isHighSurrogate(shown.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return shown.substring(0, end) + "...#" + ContentDigest.ofText(text).substring(0, DIGEST_SHOWN);
    }

    /** For a reader: on one line, without anything that a terminal or a JSON writer would stumble over. */
    static String shown(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().forEach(c -> {
            boolean loneSurrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
            boolean invisible =
                    Character.isISOControl(c) || Character.getType(c) == Character.FORMAT || c == 0x2028 || c == 0x2029;
            if (loneSurrogate) {
                shown.append(String.format(Locale.ROOT, "\\x%02x", c & 0xFF));
            } else if (invisible) {
                shown.append(String.format(Locale.ROOT, c > 0xFF ? "\\u%04x" : "\\x%02x", c));
            } else {
                shown.appendCodePoint(c);
            }
        });
        return shown.length() <= LONGEST ? shown.toString() : cut(shown.toString(), text);
    }
}
