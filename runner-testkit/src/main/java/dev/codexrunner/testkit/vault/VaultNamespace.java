package dev.codexrunner.testkit.vault;

import java.time.Clock;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;

/** Mounts, login methods and policies of one namespace. */
final class VaultNamespace {

    private final String name;
    private final VaultTokens tokens;
    private final Clock clock;
    private final Map<String, KvStore> engines = new ConcurrentHashMap<>();
    private final Map<String, AuthMount> logins = new ConcurrentHashMap<>();
    private final Map<String, VaultPolicy> policies = new ConcurrentHashMap<>();

    private volatile boolean dropsCustomMetadata;

    VaultNamespace(String name, VaultTokens tokens, Clock clock) {
        this.name = name;
        this.tokens = tokens;
        this.clock = clock;
    }

    VaultAnswer mount(String path, VaultCall call) {
        String version = call.body().path("options").path("version").asString("1");
        return engines.putIfAbsent(path, new KvStore(version.equals("2") ? 2 : 1, clock, () -> dropsCustomMetadata))
                        == null
                ? VaultAnswer.none()
                : VaultAnswer.error(400, "path is already in use at " + path + "/");
    }

    VaultAnswer enableLogin(String path, VaultCall call) {
        return logins.putIfAbsent(path, new AuthMount(call.text("type"), path, name, tokens, clock)) == null
                ? VaultAnswer.none()
                : VaultAnswer.error(400, "path is already in use at " + path + "/");
    }

    VaultAnswer writePolicy(String policy, VaultCall call) {
        policies.put(policy, VaultPolicy.parse(call.text("policy")));
        return VaultAnswer.none();
    }

    boolean allows(VaultTokens.Entry token, String capability, String path) {
        return token.root() || policyOf(token).allows(capability, path);
    }

    boolean denies(VaultTokens.Entry token, String path) {
        return policyOf(token).denies(path);
    }

    boolean reachesBelow(VaultTokens.Entry token, String mount) {
        return token.root() || policyOf(token).reachesBelow(mount);
    }

    private VaultPolicy policyOf(VaultTokens.Entry token) {
        return VaultPolicy.merged(token.policies().stream()
                .map(policies::get)
                .filter(Objects::nonNull)
                .toList());
    }

    /** Whether a write to this path needs {@code update}, and not {@code create}. */
    boolean exists(String path) {
        return within(engines, path, KvStore::exists).orElse(true);
    }

    /** From now on no engine takes or shows custom metadata. */
    void dropCustomMetadata() {
        dropsCustomMetadata = true;
    }

    /** The mount with the longest path that the given one lies in. */
    Optional<String> engineOf(String path) {
        return longest(engines, path);
    }

    int engineVersion(String mount) {
        KvStore engine = engines.get(mount);
        return engine == null ? 0 : engine.engine();
    }

    VaultAnswer secret(VaultCall call) {
        return within(engines, call.path(), (engine, rest) -> engine.handle(call, rest))
                .orElseGet(() -> VaultAnswer.noRoute(call.path()));
    }

    /** The answer of the login method at this path (below {@code auth/}); empty where none is mounted. */
    Optional<VaultAnswer> login(VaultCall call, String path) {
        return within(
                logins, path, (login, rest) -> login.isLogin(rest) ? login.login(call, rest) : VaultAnswer.denied());
    }

    Optional<VaultAnswer> configureLogin(VaultCall call, String path) {
        return within(logins, path, (login, rest) -> login.configure(call, rest));
    }

    boolean isLogin(String path) {
        return within(logins, path, AuthMount::isLogin).orElse(false);
    }

    private static <M, R> Optional<R> within(Map<String, M> mounts, String path, BiFunction<M, String, R> use) {
        return longest(mounts, path).flatMap(mount -> {
            M found = mounts.get(mount);
            return found == null
                    ? Optional.empty()
                    : Optional.ofNullable(use.apply(found, path.substring(mount.length() + 1)));
        });
    }

    private static Optional<String> longest(Map<String, ?> mounts, String path) {
        return mounts.keySet().stream()
                .filter(mount -> path.startsWith(mount + "/"))
                .max(Comparator.comparingInt(String::length));
    }
}
