package dev.codexrunner.credential.vault;

import dev.codexrunner.failure.Failure;
import dev.codexrunner.failure.FailureException;
import dev.codexrunner.secret.Secret;
import dev.codexrunner.transport.AttemptResult;
import dev.codexrunner.transport.RetryReason;
import dev.codexrunner.transport.RetrySchedule;
import dev.codexrunner.transport.Retrying;
import dev.codexrunner.transport.TransportFailure;
import io.github.jopenlibs.vault.Vault;
import io.github.jopenlibs.vault.VaultException;
import io.github.jopenlibs.vault.api.Auth;
import io.github.jopenlibs.vault.api.Logical;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The one class around the Vault driver. The driver composes and sends each request; what came back is judged here from
 * the answer itself, since the driver swallows statuses, drops headers and puts whole bodies into its exceptions. Each
 * method returns an answer that concerns the request (200, 204, 400, 403, 404 in JSON) and throws a
 * {@link FailureException} for one that concerns the server or the way to it.
 */
final class VaultConnection {

    private final VaultServer server;
    private final VaultWire wire;
    private final Instant deadline;

    VaultConnection(VaultServer server, VaultWire wire, Instant deadline) {
        this.server = server;
        this.wire = wire;
        this.deadline = deadline;
    }

    /** The namespace, empty for the root. */
    Optional<String> namespace() {
        return server.namespace();
    }

    /** The same connection with another deadline. */
    VaultConnection until(Instant other) {
        return new VaultConnection(server, wire, other);
    }

    VaultReply loginByAppRole(String mount, String roleId, Optional<Secret> secretId) {
        return secretId.isPresent()
                ? login(auth -> auth.loginByAppRole(
                        VaultPaths.encode(mount), roleId, secretId.get().reveal()))
                // The driver would send "secret_id":null.
                : loginAt("auth/" + mount + "/login", Map.of("role_id", roleId));
    }

    /** Also the login of {@code kubernetes}, which differs in its mount only. */
    VaultReply loginByJwt(String mount, Optional<String> role, Secret jwt) {
        return role.isPresent()
                ? login(auth -> auth.loginByJwt(mount, role.get(), jwt.reveal(), "auth/" + VaultPaths.encode(mount)))
                : loginAt("auth/" + mount + "/login", Map.of("jwt", jwt.reveal()));
    }

    VaultReply loginByCertificate(String mount, Optional<String> role) {
        return role.isPresent()
                // The driver's own call cannot name a role.
                ? loginAt("auth/" + mount + "/login", Map.of("name", role.get()))
                : login(auth -> auth.loginByCert(VaultPaths.encode(mount)));
    }

    /** Also the login of {@code ldap}, which differs in its mount only. */
    VaultReply loginByPassword(String mount, String user, Secret password) {
        return login(
                auth -> auth.loginByUserPass(VaultPaths.encode(user), password.reveal(), VaultPaths.encode(mount)));
    }

    /** What a wrapping token says of itself; does not use it up, and needs no other token. */
    VaultReply lookUpWrapping(Secret wrappingToken) {
        Map<String, Object> fields = Map.of("token", wrappingToken.reveal());
        return send(
                VaultOperation.READ,
                Optional.empty(),
                1,
                1,
                vault -> logical(vault).write("sys/wrapping/lookup", fields));
    }

    /** Unwraps with the wrapping token as the token. The driver's own call would use a client and a TLS of its own. */
    VaultReply unwrap(Secret wrappingToken) {
        return send(
                VaultOperation.UNWRAP,
                Optional.of(wrappingToken),
                1,
                1,
                vault -> logical(vault).write("sys/wrapping/unwrap", Map.of()));
    }

    VaultReply readSecret(KvMount mount, SecretAddress address, OptionalInt version, Secret token) {
        String path = VaultPaths.encode(address.path());
        return send(VaultOperation.READ, Optional.of(token), mount.version(), mount.depth(), vault -> {
            if (version.isPresent()) {
                logical(vault).read(path, true, version.getAsInt());
            } else {
                logical(vault).read(path);
            }
        });
    }

    /** Which engine serves the path; any token with a policy on the path may ask. */
    VaultReply readMount(SecretAddress address, Secret token) {
        return readPlain("sys/internal/ui/mounts/" + address.path(), Optional.of(token));
    }

    VaultReply revokeSelf(Secret token) {
        return send(
                VaultOperation.REVOKE,
                Optional.of(token),
                1,
                1,
                vault -> auth(vault).revokeSelf());
    }

    private VaultReply readPlain(String path, Optional<Secret> token) {
        return send(VaultOperation.READ, token, 1, 1, vault -> logical(vault).read(VaultPaths.encode(path)));
    }

    private VaultReply login(AuthCall call) {
        return send(VaultOperation.LOGIN, Optional.empty(), 1, 1, vault -> call.on(auth(vault)));
    }

    private VaultReply loginAt(String path, Map<String, Object> fields) {
        return send(
                VaultOperation.LOGIN,
                Optional.empty(),
                1,
                1,
                vault -> logical(vault).write(VaultPaths.encode(path), fields));
    }

    private Auth auth(Vault vault) {
        return server.namespace().map(vault.auth()::withNameSpace).orElseGet(vault::auth);
    }

    private Logical logical(Vault vault) {
        return server.namespace().map(vault.logical()::withNameSpace).orElseGet(vault::logical);
    }

    private VaultReply send(
            VaultOperation operation, Optional<Secret> token, int engineVersion, int mountDepth, DriverCall call) {
        Duration left = Duration.between(wire.clock().instant(), deadline);
        if (left.isNegative() || left.isZero()) {
            throw timedOut();
        }
        AtomicReference<@Nullable Failure> earlier = new AtomicReference<>();
        return new Retrying(RetrySchedule.within(left), wire.clock(), wire.random(), wire.pause())
                .call(server.address(), (number, remaining) -> {
                    ObservingHttpClient observed = observed(operation);
                    try {
                        call.on(DriverSettings.driver(observed, server, token, engineVersion, mountDepth));
                    } catch (VaultException e) {
                        // Its message may hold a token or a whole body; the observed answer says the same without.
                    }
                    AttemptResult<VaultReply> result = outcome(operation, observed, Optional.ofNullable(earlier.get()));
                    if (result instanceof AttemptResult.Again<VaultReply> again) {
                        earlier.set(again.failure());
                    }
                    return result;
                });
    }

    private AttemptResult<VaultReply> outcome(
            VaultOperation operation, ObservingHttpClient observed, Optional<Failure> earlier)
            throws InterruptedException {
        if (observed.reply().isPresent()) {
            return judged(operation, observed.reply().get());
        }
        if (observed.wasInterrupted()) {
            if (operation == VaultOperation.UNWRAP) { // the interrupt flag is set again already
                throw VaultLoginFailure.VAULT_UNWRAP_INTERRUPTED.with("approle").asException();
            }
            throw new InterruptedException(); // the driver swallowed it
        }
        Loss loss = new Loss(
                observed.problem()
                        .orElseThrow(() -> VaultFailure.VAULT_ADDRESS_INVALID
                                .with(server.address())
                                .asException()),
                observed.asked());
        Failure failure = loss.failure(server);
        if (failure.retryable() && operation.repeatsAfterLoss(loss.mayHaveBeenSent())) {
            // Our own bound may cut the last try off; what the server said to those before it tells more.
            boolean cutOff = failure.code().equals(VaultFailure.VAULT_TIMEOUT.code());
            Failure told = cutOff ? earlier.orElse(failure) : failure;
            return AttemptResult.again(RetryReason.CONNECTION_LOST, Optional.empty(), told);
        }
        if (loss.mayHaveBeenSent() && operation == VaultOperation.UNWRAP) {
            // Not asked why: the lookup before it went through the same TLS, and this warning must not be lost.
            throw VaultLoginFailure.VAULT_UNWRAP_ANSWER_LOST
                    .with("approle", failure.what())
                    .asException();
        }
        throw (failure.code().equals(TransportFailure.CONNECTION_LOST.code())
                        ? question().clientCertificateRefusal().orElse(failure)
                        : failure)
                .asException();
    }

    private AttemptResult<VaultReply> judged(VaultOperation operation, VaultReply reply) {
        Optional<Failure> failure = ServerAnswers.failureIn(reply, server);
        if (failure.isEmpty()) {
            return AttemptResult.done(reply);
        }
        Optional<RetryReason> reason = RetryReason.ofStatus(reply.status());
        if (reason.isPresent() && operation.repeatsAfter(reply)) {
            return AttemptResult.again(reason.get(), reply.retryAfter(), failure.get());
        }
        throw (reply.status() == 503 && question().saysUninitialised()
                        ? VaultFailure.VAULT_NOT_INITIALISED.with(server.address())
                        : failure.get())
                .asException();
    }

    private SealStatusQuestion question() {
        return new SealStatusQuestion(server, wire, deadline);
    }

    private ObservingHttpClient observed(VaultOperation operation) {
        ResponseWait wait = new ResponseWait(wire.clock(), deadline, operation.onInterrupt());
        return new ObservingHttpClient(wire.http(), wait, wire.clock());
    }

    private FailureException timedOut() {
        return VaultFailure.VAULT_TIMEOUT
                .with(server.reached(), server.timeout().toSeconds() + "s")
                .asException();
    }

    private interface DriverCall {
        void on(Vault vault) throws VaultException;
    }

    private interface AuthCall {
        void on(Auth auth) throws VaultException;
    }
}
