package dev.codexrunner.testkit.backend;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import tools.jackson.databind.json.JsonMapper;

/** Signs as codex does: with the private key that the JWT carries. */
record TokenHolder(PrivateKey key) {

    static TokenHolder of(String jwt) throws GeneralSecurityException {
        byte[] claims = Base64.getUrlDecoder().decode(jwt.split("\\.", -1)[1]);
        String key =
                JsonMapper.shared().readTree(claims).path("agent_private_key").asString();
        return new TokenHolder(KeyFactory.getInstance("Ed25519")
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(key))));
    }

    String sign(String payload) throws GeneralSecurityException {
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(key);
        signature.update(payload.getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder().encodeToString(signature.sign());
    }
}
