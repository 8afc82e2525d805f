package dev.codexrunner.preflight.credentialfile;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code auths} of {@code ~/.docker/config.json}; podman's auth.json is the same. */
record DockerConfig() implements CredentialFormat {

    private static final List<String> FIELDS = List.of("password", "identitytoken", "registrytoken");

    /** Whatever a field holds. */
    @Override
    public boolean holdsCredential(String text) {
        try {
            for (JsonNode registry : JsonMapper.shared().readTree(text).path("auths")) {
                if (registry.has("auth") || FIELDS.stream().anyMatch(registry::has)) {
                    return true;
                }
            }
            return false;
        } catch (JacksonException broken) {
            return !text.isBlank();
        }
    }

    @Override
    public List<String> credentials(String text) {
        try {
            List<String> found = new ArrayList<>();
            for (JsonNode registry : JsonMapper.shared().readTree(text).path("auths")) {
                String auth = registry.path("auth").asString("");
                if (!auth.isBlank()) {
                    found.addAll(BasicAuthentication.of(auth));
                }
                FIELDS.stream()
                        .map(field -> registry.path(field).asString(""))
                        .filter(value -> !value.isBlank())
                        .forEach(found::add);
            }
            return found;
        } catch (JacksonException broken) {
            // Still half of a credential, perhaps: a file that no one can read as JSON is kept from everyone.
            return new WholeFile().credentials(text);
        }
    }
}
