package dev.codexrunner.testkit.backend;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Checks the credentials that requests carry, with real signatures. Thread-safe. */
final class CredentialVerifier {

    private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);
    private static final String ASSERTION = "AgentAssertion ";
    private static final String BEARER = "Bearer ";

    private final JsonMapper json = JsonMapper.shared();
    private final Clock clock;
    private final TokenIssuer issuer;
    private final Map<String, String> runtimeIdByTask = new ConcurrentHashMap<>();

    CredentialVerifier(Clock clock, TokenIssuer issuer) {
        this.clock = clock;
        this.issuer = issuer;
    }

    /** Checks the body of a task registration: an Ed25519 signature over {@code runtime_id:timestamp}. */
    AuthCheck checkRegistration(String runtimeId, byte[] body) {
        JsonNode request = parse(body);
        return checkSignature(
                AuthOutcome.TASK_SIGNATURE_VERIFIED,
                runtimeId,
                runtimeId + ":" + request.path("timestamp").asString(""),
                request);
    }

    /** Remembers a new task of that runtime and returns its id. */
    String registerTask(String runtimeId) {
        String task = "task-" + UUID.randomUUID();
        runtimeIdByTask.put(task, runtimeId);
        return task;
    }

    /** Checks an Authorization header, and the account header that goes with it. */
    AuthCheck checkAuthorization(@Nullable String authorization, @Nullable String accountId) {
        if (authorization == null) {
            return new AuthCheck(AuthOutcome.MISSING, "no Authorization header");
        }
        if (authorization.startsWith(ASSERTION)) {
            return checkAssertion(authorization.substring(ASSERTION.length()), accountId);
        }
        if (authorization.startsWith(BEARER)) {
            String token = authorization.substring(BEARER.length());
            if (issuer.bearer(token).isEmpty() || issuer.revocation(token).isPresent()) {
                return AuthCheck.refused(
                        "unknown or revoked bearer token",
                        issuer.revocation(token).orElse(401));
            }
            return new AuthCheck(AuthOutcome.BEARER_VERIFIED, kindOf(token));
        }
        return AuthCheck.refused("unknown authorization scheme");
    }

    /** Whose request it is: of the bearer token, or of the workspace that the issuer works for. */
    Workspace owner(@Nullable String authorization) {
        return Optional.ofNullable(authorization)
                .filter(value -> value.startsWith(BEARER))
                .flatMap(value -> issuer.bearer(value.substring(BEARER.length())))
                .orElse(issuer.workspace());
    }

    private AuthCheck checkAssertion(String encoded, @Nullable String accountId) {
        JsonNode assertion;
        try {
            assertion = parse(Base64.getUrlDecoder().decode(encoded));
        } catch (IllegalArgumentException e) {
            return AuthCheck.refused("the assertion is not base64url");
        }
        String runtimeId = assertion.path("agent_runtime_id").asString("");
        String task = assertion.path("task_id").asString("");
        if (issuer.identity(runtimeId)
                .filter(identity -> identity.workspace().accountId().equals(accountId))
                .isEmpty()) {
            return AuthCheck.refused("ChatGPT-Account-ID is missing or of another workspace");
        }
        if (!runtimeId.equals(runtimeIdByTask.get(task))) {
            return AuthCheck.refused("the task was not registered by this runtime");
        }
        return checkSignature(
                AuthOutcome.ASSERTION_VERIFIED,
                runtimeId,
                runtimeId + ":" + task + ":" + assertion.path("timestamp").asString(""),
                assertion);
    }

    private AuthCheck checkSignature(AuthOutcome verified, String runtimeId, String payload, JsonNode signed) {
        Optional<AgentIdentity> identity = issuer.identity(runtimeId);
        Optional<Integer> revocation = identity.flatMap(known -> issuer.revocation(known.token()));
        if (identity.isEmpty() || revocation.isPresent()) {
            return AuthCheck.refused("unknown or revoked agent runtime", revocation.orElse(401));
        }
        if (!isRecent(signed.path("timestamp").asString(""))) {
            return AuthCheck.refused("the timestamp is missing or not of now");
        }
        if (!verifies(
                identity.get().publicKey(), payload, signed.path("signature").asString(""))) {
            return AuthCheck.refused("the Ed25519 signature does not verify");
        }
        return new AuthCheck(verified, runtimeId);
    }

    private boolean isRecent(String timestamp) {
        try {
            return Duration.between(Instant.parse(timestamp), clock.instant())
                            .abs()
                            .compareTo(CLOCK_SKEW)
                    <= 0;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean verifies(PublicKey key, String payload, String signature) {
        try {
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initVerify(key);
            ed25519.update(payload.getBytes(StandardCharsets.UTF_8));
            return ed25519.verify(Base64.getDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    private JsonNode parse(byte[] body) {
        try {
            return json.readTree(body);
        } catch (JacksonException e) {
            return json.createObjectNode();
        }
    }

    private static String kindOf(String token) {
        return token.startsWith("at-") ? "personal access token" : "api key";
    }
}
