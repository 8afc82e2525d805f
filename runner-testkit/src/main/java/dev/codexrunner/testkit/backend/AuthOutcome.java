package dev.codexrunner.testkit.backend;

/** What the backend found when it checked a request's credential. */
public enum AuthOutcome {
    /** The endpoint is public. */
    NOT_NEEDED,
    /** An Ed25519 signature over runtime id and time, made by the key that the JWT carries, verified. */
    TASK_SIGNATURE_VERIFIED,
    /** An AgentAssertion for a registered task verified. */
    ASSERTION_VERIFIED,
    /** An issued, unrevoked bearer token. */
    BEARER_VERIFIED,
    /** No credential was sent where one is needed. */
    MISSING,
    /** A credential was sent and it is wrong. */
    REFUSED
}
