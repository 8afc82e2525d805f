package dev.codexrunner.testkit.vault;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One KV engine, version 1 or 2. */
final class KvStore {

    /** One version of a secret; its data is null once destroyed. */
    private static final class Version {
        private JsonNode data;
        private final ObjectNode metadata;

        Version(JsonNode data, ObjectNode metadata) {
            this.data = data;
            this.metadata = metadata;
        }
    }

    private final int engine;
    private final Clock clock;
    private final Map<String, JsonNode> plain = new ConcurrentHashMap<>();
    private final Map<String, List<Version>> versioned = new ConcurrentHashMap<>();
    private final Map<String, JsonNode> custom = new ConcurrentHashMap<>();

    KvStore(int engine, Clock clock) {
        this.engine = engine;
        this.clock = clock;
    }

    int engine() {
        return engine;
    }

    synchronized VaultAnswer handle(VaultCall call, String path) {
        return engine == 1 ? plain(call, path) : versioned(call, path);
    }

    private VaultAnswer plain(VaultCall call, String path) {
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

    private VaultAnswer versioned(VaultCall call, String path) {
        int slash = path.indexOf('/');
        String verb = slash < 0 ? path : path.substring(0, slash);
        String name = slash < 0 ? "" : path.substring(slash + 1);
        return switch (verb) {
            case "data" -> call.isWrite() ? write(call, name) : call.isRead() ? read(call, name) : deleteLatest(name);
            case "delete", "undelete", "destroy" -> change(call, verb, name);
            case "metadata" -> metadata(call, name);
            default -> invalidPath();
        };
    }

    private static VaultAnswer invalidPath() {
        ObjectNode body = VaultAnswer.envelope();
        body.putArray("warnings")
                .add(
                        "Invalid path for a versioned K/V secrets engine. See the API docs for the appropriate API endpoints"
                                + " to use.");
        return VaultAnswer.json(404, body);
    }

    private VaultAnswer write(VaultCall call, String name) {
        List<Version> versions = versioned.computeIfAbsent(name, key -> new ArrayList<>());
        JsonNode cas = call.body().path("options").path("cas");
        if (cas.isInt() && cas.intValue() != versions.size()) {
            return VaultAnswer.error(400, "check-and-set parameter did not match the current version");
        }
        ObjectNode metadata = VaultAnswer.JSON.createObjectNode();
        metadata.put("created_time", clock.instant().toString()).put("deletion_time", "");
        metadata.set("custom_metadata", custom.getOrDefault(name, metadata.nullNode()));
        metadata.put("destroyed", false).put("version", versions.size() + 1);
        versions.add(new Version(call.body().path("data"), metadata));
        return VaultAnswer.data(200, metadata);
    }

    private VaultAnswer read(VaultCall call, String name) {
        List<Version> versions = versioned.getOrDefault(name, List.of());
        int asked = call.query().startsWith("version=")
                ? Integer.parseInt(call.query().substring("version=".length()))
                : versions.size();
        if (asked < 1 || asked > versions.size()) {
            return VaultAnswer.error(404);
        }
        Version version = versions.get(asked - 1);
        boolean gone = version.metadata.path("destroyed").booleanValue()
                || !version.metadata.path("deletion_time").stringValue().isEmpty();
        ObjectNode data = VaultAnswer.JSON.createObjectNode();
        data.set("data", gone ? data.nullNode() : version.data);
        data.set("metadata", version.metadata);
        return VaultAnswer.data(gone ? 404 : 200, data);
    }

    private VaultAnswer deleteLatest(String name) {
        List<Version> versions = versioned.getOrDefault(name, List.of());
        if (!versions.isEmpty()) {
            versions.get(versions.size() - 1)
                    .metadata
                    .put("deletion_time", clock.instant().toString());
        }
        return VaultAnswer.none();
    }

    private VaultAnswer change(VaultCall call, String verb, String name) {
        List<Version> versions = versioned.getOrDefault(name, List.of());
        for (JsonNode number : call.body().path("versions")) {
            int index = number.asInt() - 1;
            if (index >= 0 && index < versions.size()) {
                Version version = versions.get(index);
                switch (verb) {
                    case "delete" ->
                        version.metadata.put("deletion_time", clock.instant().toString());
                    case "undelete" -> version.metadata.put("deletion_time", "");
                    default -> {
                        version.metadata.put("destroyed", true);
                        version.data = version.metadata.nullNode();
                    }
                }
            }
        }
        return VaultAnswer.none();
    }

    private VaultAnswer metadata(VaultCall call, String name) {
        if (call.method().equals("DELETE")) {
            versioned.remove(name);
            custom.remove(name);
            return VaultAnswer.none();
        }
        if (!call.isRead()) {
            ObjectNode merged = VaultAnswer.JSON.createObjectNode();
            if (call.method().equals("PATCH") && custom.get(name) instanceof ObjectNode before) {
                merged.setAll(before);
            }
            call.body().path("custom_metadata").forEachEntry(merged::set);
            custom.put(name, merged);
            return VaultAnswer.none();
        }
        List<Version> versions = versioned.getOrDefault(name, List.of());
        if (versions.isEmpty() && !custom.containsKey(name)) {
            return VaultAnswer.error(404);
        }
        ObjectNode data = VaultAnswer.JSON.createObjectNode();
        data.put("current_version", versions.size());
        data.set("custom_metadata", custom.getOrDefault(name, data.nullNode()));
        ObjectNode each = data.putObject("versions");
        for (int i = 0; i < versions.size(); i++) {
            each.set(String.valueOf(i + 1), versions.get(i).metadata);
        }
        return VaultAnswer.data(200, data);
    }
}
