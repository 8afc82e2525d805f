package dev.codexrunner.rotation.check;

import dev.codexrunner.failure.WireName;

/** What is looked at of each path, in this order. */
public enum Aspect {
    /** The secret in Vault and its live version. */
    SECRET,
    /** The token's shape, kind and validity, offline. */
    TOKEN,
    /** What OpenAI's service says of it. */
    SERVICE,
    /** How long it still lives. */
    EXPIRY,
    /** How old it is, where it does not say when it ends. */
    AGE,
    /** Who answers for it, and what it is called. */
    OWNER,
    /** What a rotation left behind. */
    ROTATION;

    /** As JSON has it: {@code expiry}. */
    public String wireName() {
        return WireName.of(this);
    }
}
