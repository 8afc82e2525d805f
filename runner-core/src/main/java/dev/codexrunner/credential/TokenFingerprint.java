package dev.codexrunner.credential;

import dev.codexrunner.file.SystemReason;
import dev.codexrunner.secret.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tells in a report which token it was, without giving it away: HMAC-SHA256 under a key that only the organisation
 * holds. A plain digest would let anyone who finds a token elsewhere, or guesses one, match it with our reports.
 */
public final class TokenFingerprint {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int MIN_KEY_BYTES = 32;
    private static final int MAX_KEY_BYTES = 4096;
    private static final int SHOWN_BYTES = 8;

    private final SecretKeySpec key;

    private TokenFingerprint(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /**
     * @param file the key: its bytes as they are, a line break at the end left out; at least 32
     * @throws dev.codexrunner.failure.FailureException one of {@link FingerprintFailure}
     */
    public static TokenFingerprint withKeyFrom(Path file) {
        if (!Files.isRegularFile(file)) {
            throw unreadable(file, Files.exists(file) ? "It is not a regular file." : "It does not exist.");
        }
        byte[] key;
        try (InputStream in = Files.newInputStream(file)) {
            key = withoutLineBreak(in.readNBytes(MAX_KEY_BYTES + 1));
        } catch (IOException e) {
            throw unreadable(file, "The system refused it: " + SystemReason.of(e) + ".");
        }
        if (key.length > MAX_KEY_BYTES) {
            throw unreadable(file, "It is larger than 4 KiB.");
        }
        if (key.length < MIN_KEY_BYTES) {
            throw FingerprintFailure.FINGERPRINT_KEY_TOO_SHORT
                    .with(file, MIN_KEY_BYTES)
                    .asException();
        }
        return new TokenFingerprint(key);
    }

    /** @param key at least 32 bytes that nobody can guess */
    public static TokenFingerprint withKey(byte[] key) {
        if (key.length < MIN_KEY_BYTES) {
            throw new IllegalArgumentException("the key of a fingerprint has at least 32 bytes");
        }
        return new TokenFingerprint(key.clone());
    }

    /** The first 16 hex digits: enough to tell tokens apart. */
    public String of(Secret token) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            byte[] digest = mac.doFinal(token.reveal().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, SHOWN_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has HmacSHA256", e);
        }
    }

    private static byte[] withoutLineBreak(byte[] bytes) {
        int end = bytes.length;
        while (end > 0 && (bytes[end - 1] == '\n' || bytes[end - 1] == '\r')) {
            end--;
        }
        return Arrays.copyOf(bytes, end);
    }

    private static RuntimeException unreadable(Path file, String why) {
        return FingerprintFailure.FINGERPRINT_KEY_UNREADABLE.with(file, why).asException();
    }
}
