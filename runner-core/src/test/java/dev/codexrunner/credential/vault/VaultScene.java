package dev.codexrunner.credential.vault;

import dev.codexrunner.config.KvVersion;
import dev.codexrunner.config.VaultAuthMethod;
import dev.codexrunner.config.VaultConfig;
import dev.codexrunner.config.VaultLoginConfig;
import dev.codexrunner.config.VaultSecretConfig;
import dev.codexrunner.credential.FetchedToken;
import dev.codexrunner.failure.Failure;
import dev.codexrunner.failure.FailureException;
import dev.codexrunner.secret.Secret;
import dev.codexrunner.transport.HttpClients;
import dev.codexrunner.transport.Pause;
import dev.codexrunner.transport.ProxySettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import org.assertj.core.api.Assertions;

/** A fetch in the making: what a test wants to differ, and the rest as usual. */
final class VaultScene {

    private URI address;
    private final SSLContext tls;
    private VaultAuthMethod method = VaultAuthMethod.TOKEN;
    private Optional<String> mount = Optional.empty();
    private Optional<String> namespace = Optional.empty();
    private Optional<Secret> token = Optional.empty();
    private Optional<Path> tokenFile = Optional.empty();
    private Optional<String> roleId = Optional.empty();
    private Optional<Secret> secretId = Optional.empty();
    private boolean wrapped;
    private Optional<String> role = Optional.empty();
    private Optional<Secret> jwt = Optional.empty();
    private Optional<String> user = Optional.empty();
    private Optional<Secret> password = Optional.empty();
    private String path = "secret/ci/codex#access_token";
    private KvVersion kvVersion = KvVersion.AUTO;
    private OptionalInt version = OptionalInt.empty();
    private Duration timeout = Duration.ofSeconds(30);
    private Pause pause = duration -> {};
    private Clock clock = Clock.systemUTC();

    VaultScene(URI address, SSLContext tls) {
        this.address = address;
        this.tls = tls;
    }

    /** Another server than the one that it was made for. */
    VaultScene at(URI other) {
        address = other;
        return this;
    }

    VaultScene token(String value) {
        method = VaultAuthMethod.TOKEN;
        token = Optional.of(Secret.of("vault-token", value));
        return this;
    }

    VaultScene tokenFile(Path file) {
        method = VaultAuthMethod.TOKEN;
        tokenFile = Optional.of(file);
        return this;
    }

    VaultScene appRole(String id, String secret) {
        method = VaultAuthMethod.APPROLE;
        roleId = Optional.of(id);
        secretId = secret.isEmpty() ? Optional.empty() : Optional.of(Secret.of("secret-id", secret));
        return this;
    }

    VaultScene wrapped() {
        wrapped = true;
        return this;
    }

    VaultScene jwt(VaultAuthMethod kind, String roleName, String value) {
        method = kind;
        role = Optional.of(roleName);
        jwt = Optional.of(Secret.of("jwt", value));
        return this;
    }

    VaultScene certificate(Optional<String> roleName) {
        method = VaultAuthMethod.CERT;
        role = roleName;
        return this;
    }

    VaultScene password(VaultAuthMethod kind, String name, String value) {
        method = kind;
        user = Optional.of(name);
        password = Optional.of(Secret.of("password", value));
        return this;
    }

    VaultScene mount(String at) {
        mount = Optional.of(at);
        return this;
    }

    VaultScene namespace(String name) {
        namespace = Optional.of(name);
        return this;
    }

    VaultScene path(String setting) {
        path = setting;
        return this;
    }

    VaultScene kv(KvVersion engine) {
        kvVersion = engine;
        return this;
    }

    VaultScene version(int pinned) {
        version = OptionalInt.of(pinned);
        return this;
    }

    VaultScene timeout(Duration bound) {
        timeout = bound;
        return this;
    }

    VaultScene pause(Pause other) {
        pause = other;
        return this;
    }

    VaultScene clock(Clock other) {
        clock = other;
        return this;
    }

    VaultTokenSource source() {
        return new VaultTokenSource(config(), wire());
    }

    VaultSession session() {
        return VaultSession.open(config(), wire());
    }

    /** As {@link #session()}, with a bound for each request that can change in between. */
    VaultSession session(Supplier<Duration> bound) {
        VaultWire wire = wire();
        return VaultSession.open(config(), wire, () -> wire.clock().instant().plus(bound.get()));
    }

    private VaultConfig config() {
        return new VaultConfig(
                Optional.of(address),
                namespace,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                timeout,
                List.of(),
                new VaultLoginConfig(
                        method,
                        mount,
                        token,
                        tokenFile,
                        roleId,
                        secretId,
                        Optional.empty(),
                        wrapped,
                        role,
                        jwt,
                        Optional.empty(),
                        user,
                        password,
                        Optional.empty()),
                new VaultSecretConfig(Optional.of(path), kvVersion, version));
    }

    private VaultWire wire() {
        ProxySettings direct = ProxySettings.none();
        return new VaultWire(
                HttpClients.create(tls, direct, Duration.ofSeconds(5)), direct, clock, pause, new Random(1));
    }

    FetchedToken fetch() {
        return source().fetch();
    }

    String fetched() {
        return fetch().token().reveal();
    }

    /** Who this login is by Vault's word. */
    String identity() {
        try (VaultSession session = session()) {
            return session.identity();
        }
    }

    /** The failure that the fetch ends with; the test fails where there is none. */
    Failure failure() {
        return Assertions.catchThrowableOfType(FailureException.class, this::fetch)
                .failure();
    }
}
