package dev.codexrunner.secret;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.stream.Stream;

/** Hexadecimal digits, in either case. */
final class HexForm implements SecretForm {

    @Override
    public Stream<String> of(String secret) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        return Stream.of(HexFormat.of(), HexFormat.of().withUpperCase()).map(format -> format.formatHex(bytes));
    }
}
