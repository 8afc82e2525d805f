package dev.codexrunner.testkit.vault;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;
import java.util.Base64;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Verifies an RS256 JWT against a role, with the refusals that Vault words. */
final class JwtCheck {

    private static final int LEEWAY_SECONDS = 150;

    private JwtCheck() {}

    /** Empty text where the JWT is good, else why not. */
    static String refusal(String jwt, JsonNode config, JsonNode role, Clock clock) {
        String[] parts = jwt.split("\\.", -1);
        if (parts.length != 3) {
            return "error validating token: malformed jwt: must have three parts";
        }
        try {
            JsonNode claims = VaultAnswer.JSON.readTree(Base64.getUrlDecoder().decode(parts[1]));
            if (!signed(parts, config.path("jwt_validation_pubkeys").path(0).asString(""))) {
                return "error validating token: no known key successfully validated the token signature";
            }
            if (claims.path("exp").asLong(0) <= clock.instant().getEpochSecond()) {
                return "error validating token: invalid expiration time (exp) claim: token is expired";
            }
            if (claims.path("nbf").asLong(0) > clock.instant().getEpochSecond() + LEEWAY_SECONDS) {
                return "error validating token: invalid not before (nbf) claim: token not yet valid";
            }
            String audience = role.path("bound_audiences").path(0).asString("");
            if (!audience.isEmpty() && !claims.path("aud").asString("").equals(audience)) {
                return "error validating token: invalid audience (aud) claim: audience claim does not match any bound audience";
            }
            String subject = role.path("bound_subject").asString("");
            if (!subject.isEmpty() && !claims.path("sub").asString("").equals(subject)) {
                return "error validating token: invalid subject (sub) claim";
            }
            return "";
        } catch (GeneralSecurityException | JacksonException | IllegalArgumentException e) {
            return "error validating token: malformed jwt";
        }
    }

    /** Of a JWT that was found good. */
    static String subject(String jwt) {
        JsonNode claims = VaultAnswer.JSON.readTree(Base64.getUrlDecoder().decode(jwt.split("\\.", -1)[1]));
        return claims.path("sub").asString("");
    }

    private static boolean signed(String[] parts, String pem) throws GeneralSecurityException {
        byte[] der = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
        PublicKey key = KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(der));
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(key);
        signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
        return signature.verify(Base64.getUrlDecoder().decode(parts[2]));
    }
}
