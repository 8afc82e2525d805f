package dev.codexrunner.testkit.vault;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The tokens that live. */
final class VaultTokens {

    private static final SecureRandom RANDOM = new SecureRandom();
    /** What a login grants. */
    private static final int LEASE_SECONDS = 60;

    /** A living token, and whose it is by the login's word. */
    record Entry(
            String token,
            String accessor,
            String namespace,
            List<String> policies,
            boolean root,
            String displayName,
            Map<String, String> meta) {

        /** As {@code lookup-self} tells it. */
        ObjectNode describe() {
            ObjectNode data = VaultAnswer.JSON.createObjectNode();
            data.put("accessor", accessor).put("display_name", displayName);
            ObjectNode facts = data.putObject("meta");
            meta.forEach(facts::put);
            return data;
        }
    }

    /** An answer inside a wrapping token. */
    record Wrapped(String path, JsonNode answer, Instant until) {}

    private final Clock clock;
    private final Map<String, Entry> living = new ConcurrentHashMap<>();
    private final Map<String, Wrapped> wrapped = new ConcurrentHashMap<>();

    VaultTokens(Clock clock) {
        this.clock = clock;
    }

    static String random(String prefix) {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return prefix + HexFormat.of().formatHex(bytes);
    }

    Entry createRoot() {
        return put(new Entry(random("hvs."), random(""), "", List.of("root"), true, "root", Map.of()));
    }

    private Entry put(Entry entry) {
        living.put(entry.token(), entry);
        return entry;
    }

    /** The answer to a login by this name. */
    VaultAnswer issue(String namespace, JsonNode role, String displayName, Map<String, String> meta) {
        String names = role.path("token_policies").asString("");
        List<String> policies = names.isBlank() ? List.of() : List.of(names.split(",", -1));
        boolean batch = role.path("token_type").asString("").equals("batch");
        Entry entry = put(
                new Entry(random(batch ? "hvb." : "hvs."), random(""), namespace, policies, false, displayName, meta));
        ObjectNode body = VaultAnswer.envelope();
        ObjectNode auth = body.putObject("auth");
        auth.put("client_token", entry.token()).put("accessor", entry.accessor());
        auth.putArray("policies").add("default");
        policies.forEach(auth.withArray("policies")::add);
        ObjectNode facts = auth.putObject("metadata");
        meta.forEach(facts::put);
        auth.put("lease_duration", LEASE_SECONDS)
                .put("renewable", !batch)
                .put("token_type", batch ? "batch" : "service");
        return VaultAnswer.json(200, body);
    }

    Optional<Entry> find(String token) {
        return Optional.ofNullable(living.get(token));
    }

    boolean hasAccessor(String accessor) {
        return living.values().stream().anyMatch(entry -> entry.accessor().equals(accessor));
    }

    List<String> accessors() {
        return living.values().stream().map(Entry::accessor).toList();
    }

    int count() {
        return living.size();
    }

    void revoke(String token) {
        living.remove(token);
    }

    void revokeAccessor(String accessor) {
        living.values().removeIf(entry -> entry.accessor().equals(accessor));
    }

    /** The answer to a renewal; what lives here ends by revocation alone. */
    static VaultAnswer renewed(Entry entry) {
        ObjectNode body = VaultAnswer.envelope();
        body.putObject("auth")
                .put("client_token", entry.token())
                .put("accessor", entry.accessor())
                .put("lease_duration", LEASE_SECONDS)
                .put("renewable", true);
        return VaultAnswer.json(200, body);
    }

    VaultAnswer wrap(String path, VaultAnswer answer, int ttl) {
        String token = random("hvs.w");
        wrapped.put(
                token,
                new Wrapped(
                        path,
                        VaultAnswer.JSON.readTree(answer.body()),
                        clock.instant().plusSeconds(ttl)));
        ObjectNode body = VaultAnswer.envelope();
        body.putObject("wrap_info")
                .put("token", token)
                .put("accessor", random(""))
                .put("ttl", ttl)
                .put("creation_path", path);
        return VaultAnswer.json(200, body);
    }

    VaultAnswer unwrap(String token) {
        return Optional.ofNullable(wrapped.remove(token))
                .filter(this::isAlive)
                .map(wrapping -> VaultAnswer.json(200, wrapping.answer()))
                .orElseGet(VaultTokens::invalidWrapping);
    }

    /** Where the token was made; it stays as it is. */
    VaultAnswer lookUpWrapped(String token) {
        return Optional.ofNullable(wrapped.get(token))
                .filter(this::isAlive)
                .map(wrapping -> VaultAnswer.data(
                        200, VaultAnswer.JSON.createObjectNode().put("creation_path", wrapping.path())))
                .orElseGet(VaultTokens::invalidWrapping);
    }

    private boolean isAlive(Wrapped wrapping) {
        return clock.instant().isBefore(wrapping.until());
    }

    private static VaultAnswer invalidWrapping() {
        return VaultAnswer.error(400, "wrapping token is not valid or does not exist");
    }
}
