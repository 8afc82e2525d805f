package dev.codexrunner.testkit.vault;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.node.ObjectNode;

/** Vault's API as far as this project needs it, without HTTP and without faults. */
final class VaultApi {

    private final VaultTokens tokens;
    private final Map<String, VaultNamespace> namespaces = new ConcurrentHashMap<>();
    private final Clock clock;
    private final VaultTokens.Entry root;
    private volatile boolean sealed;

    VaultApi(Clock clock) {
        this.clock = clock;
        this.tokens = new VaultTokens(clock);
        this.root = tokens.createRoot();
        namespaces.put("", new VaultNamespace("", tokens, clock));
    }

    String rootToken() {
        return root.token();
    }

    VaultTokens tokens() {
        return tokens;
    }

    void dropCustomMetadata() {
        namespaces.values().forEach(VaultNamespace::dropCustomMetadata);
    }

    void setSealed(boolean now) {
        sealed = now;
    }

    VaultAnswer handle(VaultCall call) {
        if (call.path().equals("sys/seal-status") || call.path().equals("sys/health")) {
            ObjectNode status = VaultAnswer.JSON.createObjectNode();
            status.put("initialized", true).put("sealed", sealed).put("standby", false);
            return VaultAnswer.json(sealed && call.path().endsWith("health") ? 503 : 200, status);
        }
        if (call.path().equals("sys/unseal")) {
            sealed = false;
            return VaultAnswer.none();
        }
        if (sealed) {
            return VaultAnswer.error(503, "Vault is sealed");
        }
        VaultNamespace namespace = namespaces.get(call.namespace());
        if (namespace == null) {
            return VaultAnswer.error(404, "namespace not found");
        }
        VaultAnswer answer = route(call, namespace);
        return call.wrapTtl() > 0 && answer.status() == 200 ? tokens.wrap(call.path(), answer, call.wrapTtl()) : answer;
    }

    private VaultAnswer route(VaultCall call, VaultNamespace namespace) {
        if (call.path().equals("sys/wrapping/unwrap")) {
            return tokens.unwrap(call.text("token").isEmpty() ? call.token() : call.text("token"));
        }
        if (call.path().equals("sys/wrapping/lookup")) {
            return tokens.lookUpWrapped(call.text("token"));
        }
        if (call.path().startsWith("auth/") && namespace.isLogin(call.path().substring(5))) {
            return namespace.login(call, call.path().substring(5)).orElseGet(VaultAnswer::denied);
        }
        Optional<VaultTokens.Entry> token = tokens.find(call.token());
        if (token.isEmpty()) {
            return VaultAnswer.error(
                    403, "permission denied"); // also to a login that is not mounted, as real servers do
        }
        return authorized(call, namespace, token.get());
    }

    private VaultAnswer authorized(VaultCall call, VaultNamespace namespace, VaultTokens.Entry token) {
        String path = call.path();
        if (path.equals("auth/token/revoke-self")) {
            tokens.revoke(token.token());
            return VaultAnswer.none();
        }
        if (path.equals("auth/token/renew-self")) {
            return namespace.denies(token, path) ? VaultAnswer.denied() : VaultTokens.renewed(token);
        }
        if (path.equals("auth/token/lookup-self")) {
            return namespace.denies(token, path) ? VaultAnswer.denied() : VaultAnswer.data(200, token.describe());
        }
        if (path.startsWith("sys/internal/ui/mounts/")) {
            return mountOf(path.substring("sys/internal/ui/mounts/".length()), namespace, token);
        }
        if (path.startsWith("sys/") || path.startsWith("auth/")) {
            return token.root() ? administer(call, namespace) : VaultAnswer.denied();
        }
        return namespace.allows(token, capability(call, namespace), path)
                ? namespace.secret(call)
                : VaultAnswer.denied();
    }

    /** What a policy has to name for this request; a write to something new is not an update. */
    private static String capability(VaultCall call, VaultNamespace namespace) {
        if (call.isRead()) {
            return "read";
        }
        if (call.isPatch()) {
            return "patch";
        }
        return call.isWrite() ? (namespace.exists(call.path()) ? "update" : "create") : "delete";
    }

    private static VaultAnswer mountOf(String path, VaultNamespace namespace, VaultTokens.Entry token) {
        Optional<String> mount = namespace.engineOf(path);
        if (mount.isEmpty() || !namespace.reachesBelow(token, mount.get() + "/")) {
            return VaultAnswer.error(
                    403,
                    "preflight capability check returned 403, please ensure client's policies grant access to path \""
                            + path + "/\"");
        }
        ObjectNode data = VaultAnswer.JSON.createObjectNode();
        data.put("path", mount.get() + "/").put("type", "kv");
        data.putObject("options").put("version", String.valueOf(namespace.engineVersion(mount.get())));
        return VaultAnswer.data(200, data);
    }

    private VaultAnswer administer(VaultCall call, VaultNamespace namespace) {
        String path = call.path();
        if (path.equals("sys/seal")) {
            sealed = true;
            return VaultAnswer.none();
        }
        if (path.equals("sys/wrapping/wrap")) {
            return VaultAnswer.data(200, call.body());
        }
        if (path.startsWith("sys/namespaces/")) {
            String name = path.substring("sys/namespaces/".length());
            namespaces.put(name, new VaultNamespace(name, tokens, clock));
            return VaultAnswer.none();
        }
        if (path.startsWith("sys/mounts/")) {
            return namespace.mount(path.substring("sys/mounts/".length()), call);
        }
        if (path.startsWith("sys/auth/")) {
            return namespace.enableLogin(path.substring("sys/auth/".length()), call);
        }
        if (path.startsWith("sys/policies/acl/")) {
            return namespace.writePolicy(path.substring("sys/policies/acl/".length()), call);
        }
        if (path.equals("auth/token/accessors")) {
            ObjectNode data = VaultAnswer.JSON.createObjectNode();
            data.putArray("keys");
            tokens.accessors().forEach(data.withArray("keys")::add);
            return VaultAnswer.data(200, data);
        }
        if (path.equals("auth/token/revoke-accessor")) {
            tokens.revokeAccessor(call.text("accessor"));
            return VaultAnswer.none();
        }
        if (path.equals("auth/token/lookup-accessor")) {
            return tokens.hasAccessor(call.text("accessor"))
                    ? VaultAnswer.data(200, VaultAnswer.JSON.createObjectNode())
                    : VaultAnswer.error(403, "invalid accessor");
        }
        return path.startsWith("auth/")
                ? namespace.configureLogin(call, path.substring(5)).orElseGet(() -> VaultAnswer.noRoute(path))
                : VaultAnswer.noRoute(path);
    }
}
