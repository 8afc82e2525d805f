package dev.codexrunner.credential.vault;

import dev.codexrunner.secret.Secret;
import io.github.jopenlibs.vault.Vault;
import io.github.jopenlibs.vault.VaultException;
import io.github.jopenlibs.vault.api.Auth;
import io.github.jopenlibs.vault.api.Logical;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The one class around the Vault driver, and the list of what we ask of Vault. The driver composes most requests;
 * {@link JsonRequest} those that it can't. What came back is judged in {@link VaultExchange} from the answer itself,
 * since the driver swallows statuses, drops headers and puts whole bodies into its exceptions. Each method returns an
 * answer that concerns the request and throws a {@link dev.codexrunner.failure.FailureException} for one that concerns
 * the server or the way to it.
 */
final class VaultConnection {

    private final VaultServer server;
    private final VaultExchange exchange;

    VaultConnection(VaultServer server, VaultWire wire, Instant deadline) {
        this.server = server;
        this.exchange = new VaultExchange(server, wire, deadline);
    }

    /** The namespace, empty for the root. */
    Optional<String> namespace() {
        return server.namespace();
    }

    /** The same connection with another deadline. */
    VaultConnection until(Instant other) {
        return new VaultConnection(server, exchange.wire(), other);
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

    /** What the server knows of a secret besides its values. */
    VaultReply readMetadata(KvMount mount, SecretAddress address, Secret token) {
        return readPlain(mount.apiPath("metadata", address), Optional.of(token));
    }

    /** What the server knows of our token. */
    VaultReply lookUpSelf(Secret token) {
        return readPlain("auth/token/lookup-self", Optional.of(token));
    }

    /** Lengthens the life of our token by what the role allows. */
    VaultReply renewSelf(Secret token) {
        return send(
                VaultOperation.READ,
                Optional.of(token),
                1,
                1,
                vault -> auth(vault).renewSelf());
    }

    /** A request whose answer, when it is lost, leaves open what became of it. */
    VaultExchange.Outcome write(JsonRequest request, Secret token) {
        return exchange.outcome(VaultOperation.WRITE, request.to(server, token));
    }

    /** A request that leaves the same when it is made twice. */
    VaultReply change(JsonRequest request, Secret token) {
        return exchange.reply(VaultOperation.CHANGE, request.to(server, token));
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
        return exchange.reply(
                operation, client -> call.on(DriverSettings.driver(client, server, token, engineVersion, mountDepth)));
    }

    private interface DriverCall {
        void on(Vault vault) throws VaultException;
    }

    private interface AuthCall {
        void on(Auth auth) throws VaultException;
    }
}
