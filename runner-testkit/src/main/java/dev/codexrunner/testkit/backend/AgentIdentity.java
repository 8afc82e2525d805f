package dev.codexrunner.testkit.backend;

import java.security.PublicKey;

/**
 * One issued agent identity.
 *
 * @param runtimeId the agent_runtime_id claim
 * @param publicKey Ed25519 key that verifies what the token's holder signs
 * @param workspace whose it is
 * @param token the JWT, to be given to codex as CODEX_ACCESS_TOKEN
 */
public record AgentIdentity(String runtimeId, PublicKey publicKey, Workspace workspace, String token) {

    /** Without the token: failed assertions print this. */
    @Override
    public String toString() {
        return "AgentIdentity[" + runtimeId + "]";
    }
}
