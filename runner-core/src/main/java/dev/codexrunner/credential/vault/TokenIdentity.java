package dev.codexrunner.credential.vault;

import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Names the holder of a Vault token by what Vault says of it. Pure. */
final class TokenIdentity {

    static final String UNKNOWN = "unknown";

    private TokenIdentity() {}

    /**
     * Of the answer to {@code lookup-self}. AppRole's display name is {@code approle} for every role, so that the role
     * is added; the names that other logins give hold the user already.
     */
    static String of(VaultReply reply) {
        JsonNode data = reply.data();
        String name = VaultText.clean(data.path("display_name").asString(""));
        if (reply.status() != 200 || name.isEmpty()) {
            return UNKNOWN;
        }
        Optional<String> role = Stream.of("role_name", "role")
                .map(key -> VaultText.clean(data.path("meta").path(key).asString("")))
                .filter(found -> !found.isEmpty())
                .findFirst();
        return role.filter(found -> !name.contains(found))
                .map(found -> name + "-" + found)
                .orElse(name);
    }
}
