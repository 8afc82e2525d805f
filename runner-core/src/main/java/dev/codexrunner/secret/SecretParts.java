package dev.codexrunner.secret;

import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The texts that give a secret away: the whole, each of its lines (logs show lines one by one) and each segment of a JWT
 * (its payload holds a private key). Parts too short to be told from ordinary text are left out.
 */
final class SecretParts {

    /** In characters. Below this a secret is as likely a word as a secret, and masking it would blank the log. */
    static final int SHORTEST = 8;

    private static final Pattern JWT = Pattern.compile("eyJ[\\w-]*(\\.[\\w-]*){2,4}");

    private SecretParts() {}

    static Stream<String> of(Secret secret) {
        return LongSecret.pieces(secret.reveal()).flatMap(SecretParts::parts).distinct();
    }

    private static Stream<String> parts(String whole) {
        Stream<String> lines = whole.lines().map(String::strip).filter(line -> !line.startsWith("-----"));
        return Stream.concat(Stream.of(whole, whole.strip()), lines)
                .flatMap(part -> Stream.concat(Stream.of(part), segments(part)))
                .filter(part -> part.strip().length() >= SHORTEST);
    }

    private static Stream<String> segments(String part) {
        return JWT.matcher(part).matches() ? Stream.of(part.split("\\.", -1)) : Stream.empty();
    }
}
