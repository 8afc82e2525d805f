package dev.codexrunner.credential;

import dev.codexrunner.secret.Secret;
import java.util.Optional;

/** The private key that an agent identity carries in its claims: by itself enough to speak as the agent. */
public final class AgentPrivateKey {

    private AgentPrivateKey() {}

    /** The key for the redactor, which knows the token's segments but not what is encoded in them. */
    public static Optional<Secret> of(AccessToken token) {
        return token.kind() == CredentialKind.AGENT_IDENTITY
                ? Jwt.parse(token.value().reveal())
                        .claim(AgentClaims.PRIVATE_KEY)
                        .map(key -> Secret.of("agent-private-key", key))
                : Optional.empty();
    }
}
