package dev.codexrunner.credential.vault;

import dev.codexrunner.config.KvVersion;
import dev.codexrunner.config.VaultConfig;
import dev.codexrunner.failure.FailureException;
import dev.codexrunner.secret.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/**
 * One login at Vault for many requests, from any thread; a second one where the first ends on the way. Our Vault tokens are
 * revoked by {@link #close()}, also when this thread was interrupted; one that the user gave ({@code --vault-auth token})
 * is not ours and stays.
 *
 * <p>Login and each request may take {@link VaultConfig#vaultTimeout()}, tries and waits included. After an interrupt a
 * read hangs up at once; login, a change under way and revocation may each take {@link ResponseWait#GRACE} still, and
 * nothing is begun.
 */
public final class VaultSession implements AutoCloseable {

    private static final Duration LONGEST_RELEASE = Duration.ofSeconds(5);

    private final VaultConfig config;
    private final VaultWire wire;
    private final VaultConnection prototype;
    private final SessionLogin login;
    private final Supplier<Instant> deadline;
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile List<String> warnings = List.of();

    private VaultSession(
            VaultConfig config,
            VaultWire wire,
            VaultConnection prototype,
            SessionLogin login,
            Supplier<Instant> deadline) {
        this.config = config;
        this.wire = wire;
        this.prototype = prototype;
        this.login = login;
        this.deadline = deadline;
    }

    /**
     * Logs in.
     *
     * @param config as resolved; nothing else is asked, neither variables nor {@code ~/.vault-token}
     * @param wire the client and clock to use; the client stays the caller's
     * @throws FailureException one of {@link VaultFailure}, {@link VaultLoginFailure} or
     *     {@link dev.codexrunner.transport.TransportFailure}
     */
    public static VaultSession open(VaultConfig config, VaultWire wire) {
        return open(config, wire, () -> wire.clock().instant().plus(config.vaultTimeout()));
    }

    /**
     * As {@link #open(VaultConfig, VaultWire)}, for a command that has to be over itself.
     *
     * @param end when login and every request have to be over, whatever they may take otherwise
     */
    public static VaultSession open(VaultConfig config, VaultWire wire, Instant end) {
        return open(config, wire, () -> {
            Instant usual = wire.clock().instant().plus(config.vaultTimeout());
            return usual.isBefore(end) ? usual : end;
        });
    }

    /**
     * As {@link #open(VaultConfig, VaultWire)}, with another bound.
     *
     * @param deadline asked before login and before each request: when it has to be over
     */
    static VaultSession open(VaultConfig config, VaultWire wire, Supplier<Instant> deadline) {
        VaultServer server = VaultServer.of(config, wire.proxies());
        VaultLogin login = VaultLogins.of(config.login());
        VaultConnection connection = new VaultConnection(server, wire, deadline.get());
        return new VaultSession(config, wire, connection, new SessionLogin(login, connection, wire.clock()), deadline);
    }

    /**
     * The KV version 2 engine that a secret lies in; asks the server for the mount once.
     *
     * @param path mount and path as {@code vault kv get} takes them, without a field
     * @throws FailureException {@link VaultSecretFailure} where it is no KV version 2, or no usable path
     */
    public VersionedSecrets kv(String path) {
        SecretAddress address = SecretAddress.ofPath(path);
        VaultReply reply = reply((connection, token) -> connection.readMount(address, token));
        KvMount mount = KvMount.named(reply, address)
                .or(() -> stated(address))
                .orElseThrow(() -> VaultSecretFailure.VAULT_ENGINE_UNKNOWN
                        .with(path, VaultText.clean(reply.words()))
                        .asException());
        if (mount.version() != 2) {
            throw VaultSecretFailure.VAULT_KV_V2_NEEDED.with(path, mount.path()).asException();
        }
        VersionedSecrets secrets = new KvSecrets(this, mount);
        if (mount.isApiPath(address) && isNotThere(secrets, path)) {
            throw VaultSecretFailure.VAULT_API_PATH_GIVEN
                    .with(path, mount.pathMeant(address))
                    .asException();
        }
        return secrets;
    }

    /** The first segment, by the user's own word: a guess could write to a version 1 engine, which keeps no versions. */
    private Optional<KvMount> stated(SecretAddress address) {
        return config.secret().vaultKvVersion() == KvVersion.V2
                ? Optional.of(KvMount.firstSegment(address, 2))
                : Optional.empty();
    }

    private static boolean isNotThere(VersionedSecrets secrets, String path) {
        try {
            return secrets.latest(path).state() == SecretVersion.State.ABSENT;
        } catch (FailureException e) {
            return e.failure().code().equals(VaultSecretFailure.VAULT_READ_DENIED.code())
                    || e.failure().code().equals(VaultSecretFailure.VAULT_TOKEN_REFUSED.code());
        }
    }

    /**
     * Who we are by Vault's own word, on one line, for instance {@code approle-codex-rotator}: the display name, and the
     * role where that does not name it; {@code unknown} where Vault does not say.
     */
    public String identity() {
        return TokenIdentity.of(login.lookUp(connection()));
    }

    /** What the user has to know: a revocation that failed. Complete after {@link #close()}. */
    public List<String> warnings() {
        return warnings;
    }

    /** Revokes our token; never throws. The second time it does nothing. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            Instant now = wire.clock().instant();
            Duration bound = Thread.currentThread().isInterrupted() ? ResponseWait.GRACE : releaseTime(config);
            warnings = login.release(prototype.until(now.plus(bound)));
        }
    }

    /** How long a revocation may take. */
    static Duration releaseTime(VaultConfig config) {
        Duration fifth = config.vaultTimeout().dividedBy(5);
        return fifth.compareTo(LONGEST_RELEASE) < 0 ? fifth : LONGEST_RELEASE;
    }

    /** For one request. */
    VaultConnection connection() {
        if (closed.get()) {
            throw new IllegalStateException("the session at Vault is closed");
        }
        // The interrupt may have come while the login was let come to its end.
        if (Thread.currentThread().isInterrupted()) {
            throw VaultFailure.VAULT_INTERRUPTED.with().asException();
        }
        return prototype.until(deadline.get());
    }

    /** The answer to one request; where our login has ended before it, or ends it, there is a new one, once. */
    VaultReply reply(BiFunction<VaultConnection, Secret, VaultReply> request) {
        Lease lease = login.forUse(this::connection);
        VaultReply reply = request.apply(connection(), lease.token().value());
        if (!SessionLogin.isRefused(reply) || !login.hasEnded(lease, reply, connection())) {
            return reply;
        }
        return request.apply(
                connection(), login.anew(lease, connection()).token().value());
    }

    /** As {@link #reply}, for a request whose answer may be lost; one that was refused was not carried out. */
    VaultExchange.Outcome outcome(BiFunction<VaultConnection, Secret, VaultExchange.Outcome> request) {
        Lease lease = login.forUse(this::connection);
        VaultExchange.Outcome outcome =
                request.apply(connection(), lease.token().value());
        return outcome instanceof VaultExchange.Outcome.Answered answered
                        && SessionLogin.isRefused(answered.reply())
                        && login.hasEnded(lease, answered.reply(), connection())
                ? request.apply(
                        connection(), login.anew(lease, connection()).token().value())
                : outcome;
    }

    /** The token in use, as it is. */
    Secret token() {
        return login.current().token().value();
    }

    /** Whether the user gave the token, so that it may be the token itself that is refused. */
    boolean isGiven() {
        return login.current().token().ownership() == VaultToken.Ownership.GIVEN;
    }
}
