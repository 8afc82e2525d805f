package dev.codexrunner.credential;

import dev.codexrunner.secret.Secret;
import java.time.Instant;
import java.util.Optional;

/**
 * What an agent identity JWT says. Nothing of it is verified: see {@code credential.identity} for that.
 *
 * @param keyId names the key that the JWT was signed with; empty where its header names none
 * @param runtimeId the agent, as the service knows it
 * @param privateKey the agent's own Ed25519 key, PKCS#8 in Base64: by itself enough to speak as the agent
 * @param accountId the ChatGPT workspace
 * @param userId the person who made the token
 * @param email that person's address
 * @param expiresAt when it ends
 * @param fedramp whether the workspace is one of the US government's, which codex tells the service
 */
public record AgentClaims(
        Optional<String> keyId,
        String runtimeId,
        Secret privateKey,
        String accountId,
        Optional<String> userId,
        Optional<String> email,
        Optional<Instant> expiresAt,
        boolean fedramp) {

    static final String RUNTIME_ID = "agent_runtime_id";
    static final String PRIVATE_KEY = "agent_private_key";
    static final String ACCOUNT_ID = "account_id";

    /**
     * Reads them; of an expired token too. Empty where the token is no agent identity.
     *
     * @throws dev.codexrunner.failure.FailureException {@link TokenFailure#JWT_UNREADABLE} or {@link
     *     TokenFailure#JWT_NOT_AGENT_IDENTITY}
     */
    public static Optional<AgentClaims> of(AccessToken token) {
        return token.kind() == CredentialKind.AGENT_IDENTITY
                ? Optional.of(read(Jwt.parse(token.value().reveal())))
                : Optional.empty();
    }

    private static AgentClaims read(Jwt jwt) {
        return new AgentClaims(
                jwt.header("kid"),
                required(jwt, RUNTIME_ID),
                Secret.of("agent-private-key", required(jwt, PRIVATE_KEY)),
                required(jwt, ACCOUNT_ID),
                jwt.claim("chatgpt_user_id"),
                jwt.claim("email"),
                jwt.time("exp"),
                jwt.isTrue("chatgpt_account_is_fedramp"));
    }

    private static String required(Jwt jwt, String claim) {
        return jwt.claim(claim)
                .orElseThrow(
                        () -> TokenFailure.JWT_NOT_AGENT_IDENTITY.with(claim).asException());
    }
}
