package dev.codexrunner.rotation.check;

import dev.codexrunner.failure.WireName;

/** How bad a finding is; each is worse than the one before. */
public enum Grade {
    OK,
    /** To be known; the check still ends with 0. */
    WARN,
    /** A person has to do something: exit 13. */
    DUE,
    /** The token does not work, or could not be looked at. */
    FAILED;

    /** As JSON has it: {@code due}. */
    public String wireName() {
        return WireName.of(this);
    }
}
