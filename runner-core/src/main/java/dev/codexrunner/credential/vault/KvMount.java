package dev.codexrunner.credential.vault;

import java.util.Optional;
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

    /** The mount that the server named when asked for the one of this address; empty where it named none. */
    static Optional<KvMount> named(VaultReply reply, SecretAddress address) {
        String path = reply.data().path("path").asString("").replaceAll("/+$", "");
        boolean v2 = reply.data().path("options").path("version").asString("1").equals("2");
        KvMount mount = new KvMount(path, v2 ? 2 : 1);
        return reply.status() == 200 && !path.isEmpty() && mount.contains(address)
                ? Optional.of(mount)
                : Optional.empty();
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
        return version == 2 ? apiPath("data", address) : address.path();
    }

    /** As {@link #apiPath(SecretAddress)}, for another part of version 2's API: {@code metadata}, {@code destroy}. */
    String apiPath(String part, SecretAddress address) {
        return path + "/" + part + "/" + relative(address);
    }

    /** Whether the user wrote the API's path ({@code secret/data/...}) where the short one is meant. */
    boolean isApiPath(SecretAddress address) {
        return version == 2 && relative(address).startsWith("data/");
    }

    /** What the user meant by {@link #isApiPath}. */
    String pathMeant(SecretAddress address) {
        return path + "/" + relative(address).substring("data/".length());
    }

    /** Whether a pinned version cannot be honoured here. */
    boolean cannotPin(OptionalInt pinned) {
        return version == 1 && pinned.isPresent();
    }
}
