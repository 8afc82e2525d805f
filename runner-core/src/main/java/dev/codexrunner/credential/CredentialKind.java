package dev.codexrunner.credential;

import dev.codexrunner.failure.WireName;

/** What a credential turned out to be. */
public enum CredentialKind {
    /** A JWT that carries an agent's own key. */
    AGENT_IDENTITY,
    /** A person's token, beginning with {@code at-}; opaque, so its expiry can't be told from it. */
    PERSONAL_ACCESS_TOKEN,
    /** A Platform API key, beginning with {@code sk-}; billed to the API account, not to the workspace. */
    API_KEY;

    /** The name as reports write it, for instance {@code agent_identity}. */
    public String wireName() {
        return WireName.of(this);
    }
}
