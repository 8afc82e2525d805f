package dev.codexrunner.doctor;

import dev.codexrunner.failure.WireName;

/** The links of the chain from a configuration to a codex that may work, in the order in which they are looked at. */
enum Link {
    CONFIGURATION,
    TRIGGER,
    FOLDERS,
    CA_BUNDLE,
    PROXY,
    VAULT,
    SECRET,
    TOKEN,
    CODEX,
    ARGUMENTS,
    LOGIN,
    SANDBOX,
    MANAGED_POLICY,
    SERVICE,
    TELEMETRY,
    REPOSITORY;

    /** As reports name it, for instance {@code ca_bundle}. */
    String wireName() {
        return WireName.of(this);
    }

    /** As people read it. */
    String label() {
        return WireName.words(this);
    }
}
