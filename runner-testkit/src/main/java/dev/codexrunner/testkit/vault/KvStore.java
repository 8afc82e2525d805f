package dev.codexrunner.testkit.vault;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One KV engine, version 1 or 2. */
final class KvStore {

    private final int engine;
    private final Clock clock;
    private final BooleanSupplier dropsCustomMetadata;
    private final Map<String, JsonNode> plain = new ConcurrentHashMap<>();
    private final Map<String, KvEntry> versioned = new ConcurrentHashMap<>();

    /** @param dropsCustomMetadata as servers before Vault 1.9, which say nothing of it */
    KvStore(int engine, Clock clock, BooleanSupplier dropsCustomMetadata) {
        this.engine = engine;
        this.clock = clock;
        this.dropsCustomMetadata = dropsCustomMetadata;
    }

    int engine() {
        return engine;
    }

    /** Whether a write to this path changes something: it then needs {@code update}, and else {@code create}. */
    synchronized boolean exists(String path) {
        String verb = verb(path);
        return engine == 1
                ? plain.containsKey(path)
                : !(verb.equals("data") || verb.equals("metadata")) || versioned.containsKey(name(path));
    }

    synchronized VaultAnswer handle(VaultCall call, String path) {
        return engine == 1 ? plain(call, path) : versioned(call, verb(path), name(path));
    }

    private VaultAnswer plain(VaultCall call, String path) {
        if (call.isPatch()) {
            return VaultAnswer.error(405, "1 error occurred:\n\t* unsupported operation\n\n");
        }
        if (call.isWrite()) {
            plain.put(path, call.body());
            return VaultAnswer.none();
        }
        if (call.method().equals("DELETE")) {
            plain.remove(path);
            return VaultAnswer.none();
        }
        JsonNode found = plain.get(path);
        return found == null ? VaultAnswer.error(404) : VaultAnswer.data(200, found);
    }

    private VaultAnswer versioned(VaultCall call, String verb, String name) {
        return switch (verb) {
            case "data" -> data(call, name);
            case "delete", "undelete", "destroy" -> change(call, verb, name);
            case "metadata" -> metadata(call, name);
            default -> invalidPath();
        };
    }

    private VaultAnswer data(VaultCall call, String name) {
        if (call.isWrite()) {
            JsonNode cas = call.body().path("options").path("cas");
            KvEntry entry = versioned.getOrDefault(name, new KvEntry(clock));
            VaultAnswer answer = entry.write(call.body().path("data"), cas);
            if (answer.status() == 200) {
                versioned.put(name, entry);
            }
            return answer;
        }
        KvEntry entry = versioned.get(name);
        if (call.isRead()) {
            return entry == null ? VaultAnswer.error(404) : entry.read(call.query());
        }
        if (entry != null) {
            entry.deleteLatest();
        }
        return VaultAnswer.none();
    }

    private VaultAnswer change(VaultCall call, String verb, String name) {
        if (call.body().path("versions").isEmpty()) {
            return VaultAnswer.error(400, "no version number provided");
        }
        KvEntry entry = versioned.get(name);
        if (entry != null) {
            call.body().path("versions").forEach(number -> entry.change(verb, number.asInt()));
        }
        return VaultAnswer.none();
    }

    private VaultAnswer metadata(VaultCall call, String name) {
        KvEntry entry = versioned.get(name);
        if (call.method().equals("DELETE")) {
            versioned.remove(name);
            return VaultAnswer.none();
        }
        if (call.isPatch()) {
            return patchMetadata(call, entry);
        }
        if (call.isRead()) {
            return entry == null ? VaultAnswer.error(404) : entry.metadata(dropsCustomMetadata.getAsBoolean());
        }
        KvEntry written = entry == null ? new KvEntry(clock) : entry;
        VaultAnswer answer = written.writeMetadata(call.body(), dropsCustomMetadata.getAsBoolean());
        if (answer.status() == 204) {
            versioned.put(name, written);
        }
        return answer;
    }

    private VaultAnswer patchMetadata(VaultCall call, @Nullable KvEntry entry) {
        if (dropsCustomMetadata.getAsBoolean()) { // those servers know no PATCH either
            return VaultAnswer.error(405, "1 error occurred:\n\t* unsupported operation\n\n");
        }
        if (!call.contentType().startsWith("application/merge-patch+json")) {
            return VaultAnswer.error(
                    415, "PATCH requires Content-Type of application/merge-patch+json, provided " + call.contentType());
        }
        return entry == null
                ? new VaultAnswer(404, "application/json", Map.of(), "")
                : entry.patchMetadata(call.body());
    }

    private static VaultAnswer invalidPath() {
        ObjectNode body = VaultAnswer.envelope();
        body.putArray("warnings")
                .add(
                        "Invalid path for a versioned K/V secrets engine. See the API docs for the appropriate API endpoints"
                                + " to use.");
        return VaultAnswer.json(404, body);
    }

    private static String verb(String path) {
        int slash = path.indexOf('/');
        return slash < 0 ? path : path.substring(0, slash);
    }

    private static String name(String path) {
        return path.substring(Math.min(path.length(), verb(path).length() + 1));
    }
}
