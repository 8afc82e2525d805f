package dev.codexrunner.credential.vault;

import dev.codexrunner.credential.vault.SecretMetadata.Version;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads the answer to a question for metadata. Pure. */
final class MetadataAnswer {

    private MetadataAnswer() {}

    /** Empty where it is no such answer. */
    static Optional<SecretMetadata> of(VaultReply reply) {
        JsonNode data = reply.data();
        if (!data.path("current_version").isInt()) {
            return Optional.empty();
        }
        List<Version> versions = new ArrayList<>();
        data.path("versions").forEachEntry((number, version) -> {
            if (number.matches("\\d{1,9}")) {
                versions.add(new Version(
                        Integer.parseInt(number),
                        VaultText.time(version.path("created_time")),
                        VaultText.time(version.path("deletion_time")),
                        version.path("destroyed").asBoolean(false)));
            }
        });
        versions.sort(Comparator.comparingInt(Version::number)); // Vault sorts them as text
        Map<String, String> custom = new LinkedHashMap<>();
        data.path("custom_metadata").forEachEntry((key, value) -> custom.put(key, value.asString("")));
        return Optional.of(
                new SecretMetadata(data.path("current_version").intValue(), List.copyOf(versions), Map.copyOf(custom)));
    }
}
