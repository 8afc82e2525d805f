package dev.codexrunner.tls;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.List;

/** Reads PKCS#8 private keys, and names the forms that are not read. */
final class PrivateKeys {

    private static final byte[] PROBE = "codex-runner".getBytes(StandardCharsets.US_ASCII);

    private PrivateKeys() {}

    static PrivateKey read(Path file, List<PemBlock> blocks) {
        PemBlock block = blocks.stream()
                .filter(PemBlock::isPrivateKey)
                .findFirst()
                .orElseThrow(() -> TlsFailure.CLIENT_KEY_MISSING.with(file).asException());
        if (block.encrypted() || block.label().equals("ENCRYPTED PRIVATE KEY")) {
            throw TlsFailure.CLIENT_KEY_ENCRYPTED.with(file).asException();
        }
        return switch (block.label()) {
            case "PRIVATE KEY" -> decode(file, block.content());
            case "RSA PRIVATE KEY" -> throw notPkcs8(file, "PKCS#1");
            case "EC PRIVATE KEY" -> throw notPkcs8(file, "SEC1");
            default -> throw notPkcs8(file, block.label());
        };
    }

    private static PrivateKey decode(Path file, byte[] content) {
        for (String algorithm : List.of("RSA", "EC")) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(content));
            } catch (GeneralSecurityException e) {
                // Not of this algorithm; the key's own mark is checked by its factory.
            }
        }
        throw TlsFailure.CLIENT_KEY_UNSUPPORTED.with(file).asException();
    }

    /** Signs with the one and checks with the other: works alike for every algorithm. */
    static boolean belongTogether(PrivateKey key, PublicKey publicKey) {
        if (!key.getAlgorithm().equals(publicKey.getAlgorithm())) {
            return false;
        }
        try {
            Signature signature =
                    Signature.getInstance("SHA256with" + (key.getAlgorithm().equals("EC") ? "ECDSA" : "RSA"));
            signature.initSign(key);
            signature.update(PROBE);
            byte[] signed = signature.sign();
            signature.initVerify(publicKey);
            signature.update(PROBE);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static RuntimeException notPkcs8(Path file, String form) {
        return TlsFailure.CLIENT_KEY_NOT_PKCS8.with(file, form).asException();
    }
}
