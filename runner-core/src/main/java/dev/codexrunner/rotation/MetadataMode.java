package dev.codexrunner.rotation;

import dev.codexrunner.failure.WireName;

/** Where owner, name and expiry of the live token are kept. */
public enum MetadataMode {
    /** In Vault's {@code custom_metadata} of the live path, as {@code codex_owner} and so on. */
    CUSTOM,
    /** In sibling fields of the token, as {@code access_token_owner} and so on: for servers that drop the other. */
    FIELDS;

    @Override
    public String toString() {
        return WireName.dashed(this);
    }
}
