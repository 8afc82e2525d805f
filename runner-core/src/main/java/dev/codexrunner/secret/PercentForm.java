package dev.codexrunner.secret;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.stream.Stream;

/** Percent-encoding, as URLs and HTML forms have it, with the choices that encoders differ in, and twice over. */
final class PercentForm implements SecretForm {

    /** What an encoder leaves as it is besides letters and digits: RFC 3986, Java, JavaScript's two, and nothing. */
    private static final String[] LEFT_ALONE = {"-_.~", "-_.*", "-_.!~*'()", "-_.!~*'();/?:@&=+$,#", "/-_.~"};

    private static final HexFormat UPPER = HexFormat.of().withUpperCase();
    private static final HexFormat LOWER = HexFormat.of();

    @Override
    public Stream<String> of(String secret) {
        return Stream.of(UPPER, LOWER)
                .flatMap(digits -> Stream.concat(
                        Stream.of(everyByte(secret, digits)),
                        Stream.of(LEFT_ALONE).flatMap(safe -> encodings(secret, safe, digits))));
    }

    private static Stream<String> encodings(String secret, String safe, HexFormat digits) {
        String once = encode(secret, safe, digits);
        return Stream.of(once, once.replace("%20", "+"), once.replace("%", "%25"));
    }

    private static String encode(String secret, String safe, HexFormat digits) {
        StringBuilder encoded = new StringBuilder();
        for (byte each : secret.getBytes(StandardCharsets.UTF_8)) {
            if (Ascii.isLetterOrDigit(each) || safe.indexOf(each) >= 0) {
                encoded.append((char) each);
            } else {
                encoded.append('%').append(digits.toHexDigits(each));
            }
        }
        return encoded.toString();
    }

    private static String everyByte(String secret, HexFormat digits) {
        return digits.withPrefix("%").formatHex(secret.getBytes(StandardCharsets.UTF_8));
    }
}
