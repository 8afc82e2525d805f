package dev.codexrunner.credential.vault;

import java.util.OptionalInt;

/**
 * A mounted KV engine.
 *
 * @param path where it is mounted, without slashes at the ends; can be nested, for instance {@code team/kv}
 * @param version 1 or 2
 */
record KvMount(String path, int version) {

    /** The mount in the first segment, as most servers have it. */
    static KvMount firstSegment(SecretAddress address, int version) {
        return new KvMount(address.path().substring(0, address.path().indexOf('/')), version);
    }

    boolean contains(SecretAddress address) {
        return address.path().startsWith(path + "/");
    }

    /** How many segments the mount's path has; the driver needs it to put {@code data/} behind them. */
    int depth() {
        return path.split("/", -1).length;
    }

    /** The path of the secret within the mount. */
    String relative(SecretAddress address) {
        return address.path().substring(path.length() + 1);
    }

    /** The path as Vault's API and its policies write it. */
    String apiPath(SecretAddress address) {
        return version == 2 ? path + "/data/" + relative(address) : address.path();
    }

    /** Whether the user wrote the API's path ({@code secret/data/...}) where the short one is meant. */
    boolean isApiPath(SecretAddress address) {
        return version == 2 && relative(address).startsWith("data/");
    }

    /** Whether a pinned version cannot be honoured here. */
    boolean cannotPin(OptionalInt pinned) {
        return version == 1 && pinned.isPresent();
    }
}
