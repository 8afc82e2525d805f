package dev.codexrunner.rotation;

import dev.codexrunner.config.CodexConfig;
import dev.codexrunner.failure.FailureException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.toml.TomlMapper;

/**
 * Which model provider codex would ask in a probe, and whether it would show it the token at all: a provider of the user's
 * own answers well to any token where it has another key, or none.
 */
final class ProbeProvider {

    private static final String OPENAI = "openai";
    private static final List<String> OTHER_KEYS =
            List.of("env_key", "experimental_bearer_token", "auth", "http_headers", "env_http_headers", "query_params");
    /** Where the token is OpenAI's to judge. */
    private static final Pattern OPENAIS_HOST = Pattern.compile("(?i)(.+\\.)?(openai\\.com|chatgpt\\.com)");

    private ProbeProvider() {}

    /**
     * @param machine where codex looks for the machine's own settings
     * @throws FailureException {@link RotationFailure#ROTATION_PROBE_PROVES_NOTHING}
     */
    static void requireTheToken(CodexConfig codex, Path machine) {
        ObjectNode settings = TomlMapper.shared().createObjectNode();
        sources(codex, machine).forEach(source -> merge(settings, source));
        String name = settings.path("model_provider").asString(OPENAI);
        // The built in one takes its address from elsewhere; what is set under its name doesn't count.
        Optional<String> objection = name.equals(OPENAI)
                ? askedElsewhere(settings)
                : otherThanTheToken(settings.path("model_providers").path(name));
        objection.ifPresent(why -> {
            throw RotationFailure.ROTATION_PROBE_PROVES_NOTHING.with(name, why).asException();
        });
    }

    /** A gateway may have a key of its own; one that also stands for ChatGPT was asked about the token itself. */
    private static Optional<String> askedElsewhere(JsonNode settings) {
        Optional<String> address =
                settings.path("openai_base_url").stringValueOpt().filter(value -> !value.isBlank());
        String ours = host(settings.path("chatgpt_base_url").asString(""));
        return address.map(ProbeProvider::host)
                .filter(host -> host.isEmpty()
                        || !(host.equalsIgnoreCase(ours)
                                || OPENAIS_HOST.matcher(host).matches()))
                .map(host -> "openai_base_url leads to another host" + (host.isEmpty() ? "" : " (" + host + ")"));
    }

    private static String host(String address) {
        try {
            return Optional.ofNullable(URI.create(address.strip()).getHost()).orElse("");
        } catch (IllegalArgumentException noAddress) {
            return "";
        }
    }

    private static Optional<String> otherThanTheToken(JsonNode provider) {
        if (!provider.path("requires_openai_auth").asBoolean(false)) {
            return Optional.of("it has no requires_openai_auth=true");
        }
        return OTHER_KEYS.stream()
                .filter(key -> provider.has(key) && !isEmptyTable(provider.path(key)))
                .findFirst()
                .map(key -> "it has a key of its own (" + key + ")");
    }

    private static boolean isEmptyTable(JsonNode value) {
        return value.isObject() && value.isEmpty();
    }

    /** The weakest first, as codex has it. */
    private static Stream<JsonNode> sources(CodexConfig codex, Path machine) {
        List<Optional<JsonNode>> all = new ArrayList<>();
        all.add(file(machine.resolve("config.toml")));
        codex.codexHome().ifPresent(home -> {
            all.add(file(home.resolve("config.toml")));
            codex.profile().ifPresent(profile -> all.add(file(home.resolve(profile + ".config.toml"))));
        });
        codex.config().forEach(line -> all.add(line(line)));
        all.add(file(machine.resolve("managed_config.toml")));
        return all.stream().flatMap(Optional::stream);
    }

    /** What can't be read is refused by the run itself, in words of its own. */
    private static Optional<JsonNode> file(Path file) {
        try {
            return Files.exists(file) ? toml(Files.readString(file)) : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /** As codex reads it: a TOML value, or else a text without quotes. */
    private static Optional<JsonNode> line(String line) {
        int equals = line.indexOf('=');
        return equals < 0
                ? Optional.empty()
                : toml(line)
                        .or(() -> toml(line.substring(0, equals) + "='"
                                + line.substring(equals + 1).strip() + "'"));
    }

    private static Optional<JsonNode> toml(String text) {
        try {
            return Optional.of(TomlMapper.shared().readTree(text));
        } catch (JacksonException notToml) {
            return Optional.empty();
        }
    }

    private static void merge(ObjectNode into, JsonNode more) {
        more.properties().forEach(one -> {
            if (into.path(one.getKey()) instanceof ObjectNode known
                    && one.getValue().isObject()) {
                merge(known, one.getValue());
            } else {
                into.set(one.getKey(), one.getValue());
            }
        });
    }
}
