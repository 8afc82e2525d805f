package dev.codexrunner.credential.vault;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;

/** An issuer of RS256 tokens, with a key made for this run. */
public final class TestJwt {

    private final KeyPair keys;

    public TestJwt() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            keys = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public String publicKeyPem() {
        return "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'})
                        .encodeToString(keys.getPublic().getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
    }

    public String issue(String audience, String subject, Instant expires) {
        return sign(claims(audience, subject, expires) + "}");
    }

    /** For later, as by an issuer whose clock is ahead. */
    public String issueNotBefore(Instant begins, String audience, String subject) {
        return sign(claims(audience, subject, begins.plusSeconds(600)) + ",\"nbf\":" + begins.getEpochSecond() + "}");
    }

    private static String claims(String audience, String subject, Instant expires) {
        return "{\"iss\":\"https://ci.example.com\",\"aud\":\"" + audience + "\",\"sub\":\"" + subject + "\",\"iat\":"
                + (expires.getEpochSecond() - 600) + ",\"exp\":" + expires.getEpochSecond();
    }

    private String sign(String claims) {
        String signed = encode("{\"alg\":\"RS256\",\"typ\":\"JWT\"}".getBytes(StandardCharsets.UTF_8)) + "."
                + encode(claims.getBytes(StandardCharsets.UTF_8));
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(keys.getPrivate());
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + encode(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
