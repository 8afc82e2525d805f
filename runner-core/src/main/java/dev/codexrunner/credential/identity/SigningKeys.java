package dev.codexrunner.credential.identity;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The RSA keys that the service publishes for agent identities, by their key id. */
final class SigningKeys {

    private final Map<String, JsonNode> byId;

    private SigningKeys(Map<String, JsonNode> byId) {
        this.byId = byId;
    }

    /** @throws dev.codexrunner.failure.FailureException {@link IdentityFailure#SERVICE_ANSWER_UNREADABLE} */
    static SigningKeys of(ServiceReply reply) {
        JsonNode keys = reply.json().path("keys");
        if (!keys.isArray()) {
            throw unreadable(reply);
        }
        Map<String, JsonNode> byId = new LinkedHashMap<>();
        keys.forEach(key -> key.path("kid").stringValueOpt().ifPresent(id -> byId.putIfAbsent(id, key)));
        return new SigningKeys(byId);
    }

    boolean holds(String keyId) {
        return byId.containsKey(keyId);
    }

    /**
     * Whether this JWT was signed (RS256) with the key of that id.
     *
     * @param reply where the keys are from, for a failure
     * @throws dev.codexrunner.failure.FailureException {@link IdentityFailure#SERVICE_ANSWER_UNREADABLE} where the
     *     published key is no RSA key
     */
    boolean verifies(String jwt, String keyId, ServiceReply reply) {
        PublicKey key =
                Optional.ofNullable(byId.get(keyId)).flatMap(SigningKeys::rsa).orElseThrow(() -> unreadable(reply));
        int end = jwt.lastIndexOf('.');
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initVerify(key);
            signature.update(jwt.substring(0, end).getBytes(StandardCharsets.US_ASCII));
            return signature.verify(Base64.getUrlDecoder().decode(jwt.substring(end + 1)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    private static Optional<PublicKey> rsa(JsonNode key) {
        try {
            return Optional.of(KeyFactory.getInstance("RSA")
                    .generatePublic(new RSAPublicKeySpec(number(key, "n"), number(key, "e"))));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static BigInteger number(JsonNode key, String field) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(key.path(field).asString("")));
    }

    private static RuntimeException unreadable(ServiceReply reply) {
        return IdentityFailure.SERVICE_ANSWER_UNREADABLE
                .with(reply.host(), "no set of RSA keys")
                .asException();
    }
}
