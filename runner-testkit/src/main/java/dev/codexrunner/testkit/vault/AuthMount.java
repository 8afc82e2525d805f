package dev.codexrunner.testkit.vault;

import java.security.cert.CertificateEncodingException;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One mounted login method: its roles or users, and its login. */
final class AuthMount {

    private final String type;
    private final String path;
    private final String namespace;
    private final VaultTokens tokens;
    private final Clock clock;
    private JsonNode config = VaultAnswer.JSON.createObjectNode();
    private final Map<String, JsonNode> roles = new ConcurrentHashMap<>();
    private final Map<String, String> roleIds = new ConcurrentHashMap<>();
    /** By "role/secret id". */
    private final Map<String, SecretId> secretIds = new ConcurrentHashMap<>();

    /**
     * A secret id that was issued.
     *
     * @param usesLeft a negative number for no limit
     * @param addresses the block that it may be used from
     */
    private record SecretId(AtomicInteger usesLeft, String addresses) {}

    AuthMount(String type, String path, String namespace, VaultTokens tokens, Clock clock) {
        this.type = type;
        this.path = path;
        this.namespace = namespace;
        this.tokens = tokens;
        this.clock = clock;
    }

    boolean isLogin(String path) {
        return path.equals("login") || path.startsWith("login/");
    }

    synchronized VaultAnswer login(VaultCall call, String path) {
        return switch (type) {
            case "approle" -> appRole(call);
            case "jwt", "kubernetes" -> jwt(call);
            case "cert" -> certificate(call);
            case "userpass", "ldap" -> password(call, path.substring(path.lastIndexOf('/') + 1));
            default -> VaultAnswer.noRoute(call.path());
        };
    }

    synchronized VaultAnswer configure(VaultCall call, String path) {
        String[] parts = path.split("/", -1);
        if (path.equals("config")) {
            config = call.body();
            return VaultAnswer.none();
        }
        if (parts.length == 2 && call.isWrite()) { // role/NAME, users/NAME, certs/NAME
            roles.put(parts[1], call.body());
            roleIds.computeIfAbsent(parts[1], name -> VaultTokens.random(""));
            return VaultAnswer.none();
        }
        if (parts.length == 3 && parts[2].equals("role-id")) {
            ObjectNode data = VaultAnswer.JSON.createObjectNode();
            return VaultAnswer.data(200, data.put("role_id", roleIds.getOrDefault(parts[1], "")));
        }
        if (parts.length == 3 && parts[2].equals("secret-id")) {
            return issueSecretId(parts[1], call);
        }
        if (parts.length == 4 && parts[3].equals("destroy")) {
            secretIds.remove(parts[1] + "/" + call.text("secret_id"));
            return VaultAnswer.none();
        }
        return VaultAnswer.error(404, "unsupported path");
    }

    private VaultAnswer issueSecretId(String role, VaultCall call) {
        String secretId = VaultTokens.random("");
        JsonNode settings = roles.getOrDefault(role, config);
        int uses = settings.path("secret_id_num_uses").asInt(0);
        String addresses = call.body().path("cidr_list").path(0).asString("127.0.0.1/32");
        secretIds.put(role + "/" + secretId, new SecretId(new AtomicInteger(uses == 0 ? -1 : uses), addresses));
        ObjectNode data = VaultAnswer.JSON.createObjectNode();
        return VaultAnswer.data(200, data.put("secret_id", secretId));
    }

    private VaultAnswer appRole(VaultCall call) {
        for (Map.Entry<String, String> entry : roleIds.entrySet()) {
            if (entry.getValue().equals(call.text("role_id"))) {
                JsonNode role = roles.getOrDefault(entry.getKey(), config);
                if (!role.path("bind_secret_id").asBoolean(true)) {
                    return issue(role, "", Map.of("role_name", entry.getKey()));
                }
                if (call.text("secret_id").isEmpty()) {
                    return VaultAnswer.error(400, "missing secret_id");
                }
                String key = entry.getKey() + "/" + call.text("secret_id");
                SecretId secretId = secretIds.get(key);
                if (secretId != null) {
                    if (!secretId.addresses().startsWith("127.")) { // where every client of a stand-in is
                        return VaultAnswer.error(
                                400,
                                "source address \"127.0.0.1\" unauthorized through CIDR restrictions on the secret ID");
                    }
                    AtomicInteger uses = secretId.usesLeft();
                    if (uses.get() > 0 && uses.decrementAndGet() == 0) {
                        secretIds.remove(key);
                    }
                    return issue(role, "", Map.of("role_name", entry.getKey()));
                }
            }
        }
        return VaultAnswer.error(400, "invalid role or secret ID");
    }

    private VaultAnswer jwt(VaultCall call) {
        JsonNode role = roles.get(call.text("role"));
        if (role == null) {
            return type.equals("jwt")
                    ? VaultAnswer.error(400, "role \"" + call.text("role") + "\" could not be found")
                    : VaultAnswer.error(400, "invalid role name \"" + call.text("role") + "\"");
        }
        String refusal = JwtCheck.refusal(call.text("jwt"), config, role, clock);
        if (refusal.isEmpty()) {
            return issue(role, "-" + JwtCheck.subject(call.text("jwt")), Map.of("role", call.text("role")));
        }
        return type.equals("jwt") ? VaultAnswer.error(400, refusal) : VaultAnswer.error(403, "permission denied");
    }

    private VaultAnswer certificate(VaultCall call) {
        if (call.certificate().isEmpty()) {
            return VaultAnswer.error(400, "no client certificate found");
        }
        for (Map.Entry<String, JsonNode> role : roles.entrySet()) {
            String wanted = role.getValue().path("certificate").asString("").replaceAll("-----[A-Z ]+-----|\\s", "");
            boolean named = call.text("name").isEmpty() || call.text("name").equals(role.getKey());
            try {
                String shown = Base64.getEncoder()
                        .encodeToString(call.certificate().get().getEncoded());
                if (named && wanted.equals(shown)) {
                    return issue(role.getValue(), "-" + role.getKey(), Map.of("cert_name", role.getKey()));
                }
            } catch (CertificateEncodingException e) {
                throw new IllegalStateException("a certificate from a handshake can be encoded", e);
            }
        }
        return VaultAnswer.error(400, "invalid certificate or no client certificate supplied");
    }

    private VaultAnswer password(VaultCall call, String user) {
        JsonNode known = roles.get(user);
        if (known != null && known.path("password").asString("").equals(call.text("password"))) {
            return issue(known, "-" + user, Map.of("username", user));
        }
        return type.equals("ldap")
                ? VaultAnswer.error(400, "ldap operation failed: failed to bind as user")
                : VaultAnswer.error(400, "invalid username or password");
    }

    /** Real servers put the mount's path before the user's name. */
    private VaultAnswer issue(JsonNode role, String user, Map<String, String> meta) {
        return tokens.issue(namespace, role, path.replace('/', '-') + user, meta);
    }
}
