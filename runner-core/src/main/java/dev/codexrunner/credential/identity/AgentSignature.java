package dev.codexrunner.credential.identity;

import dev.codexrunner.credential.AgentClaims;
import dev.codexrunner.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.TreeMap;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;

/** Signs as codex does: with the Ed25519 key that the agent identity carries, over ids and the time in whole seconds. */
final class AgentSignature {

    private final AgentClaims claims;
    private final PrivateKey key;
    private final Clock clock;
    private final Consumer<Secret> learn;

    private AgentSignature(AgentClaims claims, PrivateKey key, Clock clock, Consumer<Secret> learn) {
        this.claims = claims;
        this.key = key;
        this.clock = clock;
        this.learn = learn;
    }

    /** @throws dev.codexrunner.failure.FailureException {@link IdentityFailure#AGENT_KEY_UNUSABLE} */
    static AgentSignature of(AgentClaims claims, Clock clock, Consumer<Secret> learn) {
        learn.accept(claims.privateKey());
        try {
            byte[] encoded = Base64.getDecoder().decode(claims.privateKey().reveal());
            PrivateKey key = KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(encoded));
            return new AgentSignature(claims, key, clock, learn);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw IdentityFailure.AGENT_KEY_UNUSABLE
                    .with(e.getClass().getSimpleName())
                    .asException();
        }
    }

    /** The body of a task's registration. */
    Secret registration() {
        String timestamp = now();
        TreeMap<String, String> fields = new TreeMap<>();
        fields.put("timestamp", timestamp);
        fields.put("signature", sign(claims.runtimeId() + ":" + timestamp));
        return Secret.of("agent-registration", JsonMapper.shared().writeValueAsString(fields));
    }

    /** The value of the header Authorization for a task. */
    Secret assertion(Secret task) {
        String timestamp = now();
        TreeMap<String, String> fields = new TreeMap<>();
        fields.put("agent_runtime_id", claims.runtimeId());
        fields.put("task_id", task.reveal());
        fields.put("timestamp", timestamp);
        fields.put("signature", sign(claims.runtimeId() + ":" + task.reveal() + ":" + timestamp));
        Secret assertion = Secret.of(
                "agent-assertion",
                Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(JsonMapper.shared().writeValueAsBytes(fields)));
        learn.accept(assertion);
        return Secret.of("agent-assertion", "AgentAssertion " + assertion.reveal());
    }

    private String sign(String payload) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(key);
            signature.update(payload.getBytes(StandardCharsets.UTF_8));
            Secret signed = Secret.of("agent-signature", Base64.getEncoder().encodeToString(signature.sign()));
            learn.accept(signed);
            return signed.reveal();
        } catch (GeneralSecurityException e) {
            // Not the exception itself, whose chain may hold the key.
            throw IdentityFailure.AGENT_KEY_UNUSABLE
                    .with(e.getClass().getSimpleName())
                    .asException();
        }
    }

    private String now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
