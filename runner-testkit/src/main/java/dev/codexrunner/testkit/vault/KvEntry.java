package dev.codexrunner.testkit.vault;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One secret of a version 2 engine: its versions and what is known of them. As measured on OpenBao 2.7. */
final class KvEntry {

    private static final int DEFAULT_MAX_VERSIONS = 10;

    /** One version; its data is null once destroyed. */
    private static final class Version {
        private JsonNode data;
        private final Instant created;
        private String deletionTime;
        private boolean destroyed;

        Version(JsonNode data, Instant created, String deletionTime) {
            this.data = data;
            this.created = created;
            this.deletionTime = deletionTime;
        }

        boolean isGone(Instant now) {
            return destroyed
                    || (!deletionTime.isEmpty() && !Instant.parse(deletionTime).isAfter(now));
        }

        ObjectNode describe() {
            ObjectNode facts = VaultAnswer.JSON.createObjectNode();
            facts.put("created_time", created.toString());
            return facts.put("deletion_time", deletionTime).put("destroyed", destroyed);
        }
    }

    private final Clock clock;
    private final TreeMap<Integer, Version> versions = new TreeMap<>();
    private final CustomMetadata custom = new CustomMetadata();
    private int current;
    private int maxVersions;
    private String deleteVersionAfter = "0s";

    KvEntry(Clock clock) {
        this.clock = clock;
    }

    VaultAnswer write(JsonNode data, JsonNode cas) {
        // The number of a deleted or destroyed latest version counts all the same.
        if (cas.isInt() && cas.intValue() != current) {
            return VaultAnswer.error(400, "check-and-set parameter did not match the current version");
        }
        Instant now = clock.instant();
        Duration life = duration(deleteVersionAfter);
        current++;
        Version version =
                new Version(data, now, life.isZero() ? "" : now.plus(life).toString());
        versions.put(current, version);
        while (versions.size() > (maxVersions == 0 ? DEFAULT_MAX_VERSIONS : maxVersions)) {
            versions.pollFirstEntry();
        }
        return VaultAnswer.data(200, described(current, version));
    }

    VaultAnswer read(String query) {
        int asked = query.startsWith("version=") ? Integer.parseInt(query.substring("version=".length())) : 0;
        int number = asked == 0 ? current : asked;
        Version version = versions.get(number);
        if (version == null) {
            return VaultAnswer.error(404);
        }
        boolean gone = version.isGone(clock.instant());
        ObjectNode answer = VaultAnswer.JSON.createObjectNode();
        answer.set("data", gone ? answer.nullNode() : version.data);
        answer.set("metadata", described(number, version));
        return VaultAnswer.data(gone ? 404 : 200, answer);
    }

    private ObjectNode described(int number, Version version) {
        ObjectNode facts = version.describe();
        facts.set("custom_metadata", custom.json());
        return facts.put("version", number);
    }

    void deleteLatest() {
        change("delete", current);
    }

    /** A number that is not there does not matter. */
    void change(String verb, int number) {
        Version version = versions.get(number);
        if (version == null) {
            return;
        }
        switch (verb) {
            case "delete" -> version.deletionTime = clock.instant().toString();
            case "undelete" -> version.deletionTime = "";
            default -> {
                version.destroyed = true;
                version.data = VaultAnswer.JSON.nullNode();
            }
        }
    }

    /** Members that are not given stay; {@code custom_metadata} is replaced as a whole. */
    VaultAnswer writeMetadata(JsonNode body, boolean dropCustom) {
        if (body.has("custom_metadata") && !dropCustom) {
            VaultAnswer answer = custom.replace(body.path("custom_metadata"));
            if (answer.status() != 204) {
                return answer;
            }
        }
        maxVersions = body.path("max_versions").asInt(maxVersions);
        deleteVersionAfter = body.path("delete_version_after").asString(deleteVersionAfter);
        return VaultAnswer.none();
    }

    VaultAnswer patchMetadata(JsonNode body) {
        return custom.merge(body.path("custom_metadata"));
    }

    VaultAnswer metadata(boolean withoutCustom) {
        ObjectNode data = VaultAnswer.JSON.createObjectNode();
        data.put("cas_required", false).put("current_version", current);
        data.put("oldest_version", current > versions.size() && !versions.isEmpty() ? versions.firstKey() : 0);
        data.put("max_versions", maxVersions).put("delete_version_after", deleteVersionAfter);
        if (!withoutCustom) {
            data.set("custom_metadata", custom.json());
        }
        ObjectNode each = data.putObject("versions");
        versions.forEach((number, version) -> each.set(String.valueOf(number), version.describe()));
        return VaultAnswer.data(200, data);
    }

    /** Go's notation in its simplest form, such as {@code 2s} or {@code 24h}. */
    private static Duration duration(String text) {
        return Duration.parse("PT" + text.toUpperCase(Locale.ROOT));
    }
}
