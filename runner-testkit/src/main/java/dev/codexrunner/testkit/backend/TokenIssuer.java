package dev.codexrunner.testkit.backend;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.json.JsonMapper;

/** Issues and revokes access tokens, as the workspace's administration would. Thread-safe. */
public final class TokenIssuer {

    static final String ISSUER = "https://chatgpt.com/codex-backend/agent-identity";
    static final String AUDIENCE = "codex-app-server";

    private static final Duration LIFETIME = Duration.ofDays(30);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();

    private final JsonMapper json = JsonMapper.shared();
    private final Clock clock;
    private final Workspace workspace;
    private final String keyId = "standin-" + UUID.randomUUID();
    private final KeyPair signingKey = generate("RSA");
    private final KeyPair foreignKey = generate("RSA");
    private final Map<String, AgentIdentity> byRuntimeId = new ConcurrentHashMap<>();
    private final Map<String, Workspace> bearerTokens = new ConcurrentHashMap<>();
    private final Map<String, Integer> revoked = new ConcurrentHashMap<>();

    public TokenIssuer(Clock clock, Workspace workspace) {
        this.clock = clock;
        this.workspace = workspace;
    }

    /** An issuer for {@link Workspace#EXAMPLE} on the system's clock. */
    public static TokenIssuer create() {
        return new TokenIssuer(Clock.systemUTC(), Workspace.EXAMPLE);
    }

    public Workspace workspace() {
        return workspace;
    }

    /** A valid agent identity for the next 30 days. */
    public AgentIdentity issueAgentIdentity() {
        return issueAgentIdentity(LIFETIME);
    }

    /** A valid agent identity; a negative lifetime makes an expired one. */
    public AgentIdentity issueAgentIdentity(Duration lifetime) {
        return issue(workspace, lifetime, Optional.empty());
    }

    /** A valid agent identity of another workspace or person, whom the service knows as well. */
    public AgentIdentity issueAgentIdentity(Workspace another) {
        return issue(another, LIFETIME, Optional.empty());
    }

    /** An agent identity that codex refuses. */
    public AgentIdentity issueFlawed(TokenFlaw flaw) {
        return issue(workspace, flaw == TokenFlaw.EXPIRED ? Duration.ofHours(-1) : LIFETIME, Optional.of(flaw));
    }

    /** A personal access token, {@code at-...}. */
    public String issuePersonalAccessToken() {
        return issueBearer("at-", workspace);
    }

    /** A personal access token of another workspace or person, whom the service knows as well. */
    public String issuePersonalAccessToken(Workspace another) {
        return issueBearer("at-", another);
    }

    /** A Platform API key, {@code sk-...}. */
    public String issueApiKey() {
        return issueBearer("sk-proj-", workspace);
    }

    /** Refuses the token from now on. Running tasks of an agent identity are refused too. */
    public void revoke(String token) {
        revoke(token, 401);
    }

    /** The same, answered with that status. */
    public void revoke(String token, int status) {
        revoked.put(token, status);
    }

    /** Takes a revocation back, as no real service does. */
    public void reinstate(String token) {
        revoked.remove(token);
    }

    /** The issued identity with that runtime id, revoked or not. */
    Optional<AgentIdentity> identity(String runtimeId) {
        return Optional.ofNullable(byRuntimeId.get(runtimeId));
    }

    /** Whose an issued bearer token is, revoked or not. */
    Optional<Workspace> bearer(String token) {
        return Optional.ofNullable(bearerTokens.get(token));
    }

    /** With which status a token is refused since it was revoked; empty where it was not. */
    Optional<Integer> revocation(String token) {
        return Optional.ofNullable(revoked.get(token));
    }

    /** The key set that codex checks JWTs against. */
    Map<String, Object> jwks() {
        RSAPublicKey key = (RSAPublicKey) signingKey.getPublic();
        return Map.of(
                "keys",
                List.of(Map.of(
                        "kty",
                        "RSA",
                        "alg",
                        "RS256",
                        "use",
                        "sig",
                        "kid",
                        keyId,
                        "n",
                        unsigned(key.getModulus().toByteArray()),
                        "e",
                        unsigned(key.getPublicExponent().toByteArray()))));
    }

    private AgentIdentity issue(Workspace owner, Duration lifetime, Optional<TokenFlaw> flaw) {
        KeyPair agentKey = generate("Ed25519");
        String runtimeId = "agent-runtime-" + UUID.randomUUID();
        String token = jwt(header(flaw), claims(owner, runtimeId, agentKey.getPrivate(), lifetime, flaw), flaw);
        AgentIdentity identity = new AgentIdentity(runtimeId, agentKey.getPublic(), owner, token);
        byRuntimeId.put(runtimeId, identity);
        return identity;
    }

    private Map<String, Object> header(Optional<TokenFlaw> flaw) {
        Map<String, Object> header = new LinkedHashMap<>();
        header.put("alg", "RS256");
        header.put("typ", "JWT");
        if (!flaw.equals(Optional.of(TokenFlaw.NO_KEY_ID))) {
            header.put("kid", flaw.equals(Optional.of(TokenFlaw.UNKNOWN_KEY_ID)) ? "retired-key" : keyId);
        }
        return header;
    }

    private Map<String, Object> claims(
            Workspace owner, String runtimeId, PrivateKey agentKey, Duration lifetime, Optional<TokenFlaw> flaw) {
        long now = clock.instant().getEpochSecond();
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", flaw.equals(Optional.of(TokenFlaw.WRONG_ISSUER)) ? "https://issuer.example.com" : ISSUER);
        claims.put("aud", flaw.equals(Optional.of(TokenFlaw.WRONG_AUDIENCE)) ? "another-service" : AUDIENCE);
        claims.put("iat", lifetime.isNegative() ? now + 2 * lifetime.toSeconds() : now);
        claims.put("exp", now + lifetime.toSeconds());
        if (!flaw.equals(Optional.of(TokenFlaw.MISSING_RUNTIME_ID))) {
            claims.put("agent_runtime_id", runtimeId);
        }
        claims.put("agent_private_key", Base64.getEncoder().encodeToString(agentKey.getEncoded()));
        claims.put("account_id", owner.accountId());
        claims.put("chatgpt_user_id", owner.userId());
        claims.put("email", owner.email());
        claims.put("plan_type", owner.planType());
        claims.put("chatgpt_account_is_fedramp", false);
        return claims;
    }

    private String jwt(Map<String, Object> header, Map<String, Object> claims, Optional<TokenFlaw> flaw) {
        String signed = URL.encodeToString(json.writeValueAsBytes(header))
                + "."
                + URL.encodeToString(json.writeValueAsBytes(claims));
        KeyPair key = flaw.equals(Optional.of(TokenFlaw.BAD_SIGNATURE)) ? foreignKey : signingKey;
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key.getPrivate());
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + URL.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JVM cannot sign with RS256", e);
        }
    }

    private String issueBearer(String prefix, Workspace owner) {
        byte[] random = new byte[32];
        RANDOM.nextBytes(random);
        String token = prefix + URL.encodeToString(random);
        bearerTokens.put(token, owner);
        return token;
    }

    private static String unsigned(byte[] number) {
        boolean signByte = number.length > 1 && number[0] == 0;
        return URL.encodeToString(signByte ? java.util.Arrays.copyOfRange(number, 1, number.length) : number);
    }

    private static KeyPair generate(String algorithm) {
        try {
            return KeyPairGenerator.getInstance(algorithm).generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JVM cannot make " + algorithm + " keys", e);
        }
    }
}
