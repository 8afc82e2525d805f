package dev.codexrunner.testkit.backend;

/** What can be wrong, on purpose, with an agent identity JWT. */
public enum TokenFlaw {
    EXPIRED,
    WRONG_ISSUER,
    WRONG_AUDIENCE,
    UNKNOWN_KEY_ID,
    NO_KEY_ID,
    BAD_SIGNATURE,
    MISSING_RUNTIME_ID
}
