package dev.codexrunner.launch;

import dev.codexrunner.file.SystemReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.toml.TomlMapper;

/**
 * What a given CODEX_HOME's files set: {@code config.toml}, and {@code NAME.config.toml} for a profile. Empty for a
 * private home.
 *
 * @param files the settings of each file, in the order in which codex lays them over each other
 * @param machine those of the machine's own files, which hold for every codex on it
 */
public record CodexHomeSettings(Map<Path, SettingsFile> files, Map<Path, SettingsFile> machine) {

    /** The older form of a managed policy: its settings win over the command line. */
    static final String MANAGED = "managed_config.toml";

    private static final Pattern PROFILE_NAME = Pattern.compile("[A-Za-z0-9_-]+");

    /** One file's content; keeps the library's type out of the signatures. */
    public static final class SettingsFile {
        private final JsonNode root;

        private SettingsFile(JsonNode root) {
            this.root = root;
        }

        List<String> topLevelKeys() {
            return List.copyOf(root.propertyNames());
        }

        Optional<List<String>> texts(String key) {
            if (!root.path(key).isArray()) {
                return Optional.empty();
            }
            List<String> texts = new ArrayList<>();
            root.path(key).forEach(value -> value.stringValueOpt().ifPresent(texts::add));
            return Optional.of(texts);
        }

        Optional<Integer> number(String key) {
            JsonNode value = root.path(key);
            return value.canConvertToInt() && value.asInt() >= 0 ? Optional.of(value.asInt()) : Optional.empty();
        }

        Optional<String> text(String key) {
            return root.path(key).stringValueOpt();
        }

        List<String> textsAt(String table, String key) {
            List<String> texts = new ArrayList<>();
            root.path(table).path(key).forEach(value -> value.stringValueOpt().ifPresent(texts::add));
            return texts;
        }

        List<String> keysUnder(String key) {
            return List.copyOf(root.path(key).propertyNames());
        }
    }

    /** One {@code -c} setting as a file with that line would set it; empty where it is no TOML. */
    static Optional<SettingsFile> ofLine(String line) {
        try {
            return Optional.of(new SettingsFile(new TomlMapper().readTree(line)));
        } catch (JacksonException notToml) {
            return Optional.empty();
        }
    }

    public static CodexHomeSettings none() {
        return new CodexHomeSettings(Map.of(), Map.of());
    }

    /**
     * Reads what applies to a run.
     *
     * @param givenHome the given CODEX_HOME, or empty for a private one
     * @param profile the profile's name
     * @throws dev.codexrunner.failure.FailureException when a file is no TOML, or the profile isn't there
     */
    public static CodexHomeSettings read(Optional<Path> givenHome, Optional<String> profile) {
        Map<Path, SettingsFile> files = new LinkedHashMap<>();
        givenHome
                .map(home -> home.resolve("config.toml"))
                .filter(Files::exists)
                .ifPresent(file -> files.put(file, parse(file)));
        profile.ifPresent(name -> {
            Path file = profileFile(givenHome, name);
            files.put(file, parse(file));
        });
        return new CodexHomeSettings(files, Map.of());
    }

    /**
     * The same with a file of settings that is not on disk under this name.
     *
     * @param shown what messages call it
     * @param toml its content
     * @throws dev.codexrunner.failure.FailureException when it is no TOML
     */
    public CodexHomeSettings with(Path shown, String toml) {
        Map<Path, SettingsFile> more = new LinkedHashMap<>(files);
        more.put(shown, parse(shown, toml));
        return new CodexHomeSettings(more, machine);
    }

    /** The same with the machine's own files of another. */
    public CodexHomeSettings withMachineOf(CodexHomeSettings other) {
        return new CodexHomeSettings(files, other.machine);
    }

    /**
     * The same with the machine's own files, {@code config.toml} and {@code managed_config.toml}.
     *
     * @param folder where codex looks for them
     * @throws dev.codexrunner.failure.FailureException when one can't be read, or is no TOML
     */
    public CodexHomeSettings withMachine(Path folder) {
        Map<Path, SettingsFile> found = new LinkedHashMap<>();
        Stream.of("config.toml", MANAGED)
                .map(folder::resolve)
                .filter(Files::exists)
                .forEach(file -> found.put(file, parse(file)));
        return new CodexHomeSettings(files, found);
    }

    private static Path profileFile(Optional<Path> givenHome, String name) {
        if (!PROFILE_NAME.matcher(name).matches()) {
            throw LaunchFailure.PROFILE_NEEDS_CODEX_HOME
                    .with(name, "its name has other characters")
                    .asException();
        }
        Path file = givenHome
                .orElseThrow(() -> LaunchFailure.PROFILE_NEEDS_CODEX_HOME
                        .with(name, "a private CODEX_HOME has no profiles")
                        .asException())
                .resolve(name + ".config.toml");
        if (!Files.isRegularFile(file)) {
            throw LaunchFailure.PROFILE_NEEDS_CODEX_HOME
                    .with(name, "there is no " + file)
                    .asException();
        }
        return file;
    }

    private static SettingsFile parse(Path file) {
        try {
            return parse(file, Files.readString(file));
        } catch (IOException e) {
            throw LaunchFailure.CODEX_CONFIG_UNREADABLE
                    .with(file, SystemReason.of(e))
                    .asException();
        }
    }

    private static SettingsFile parse(Path file, String toml) {
        try {
            return new SettingsFile(new TomlMapper().readTree(toml));
        } catch (JacksonException e) {
            // Not the library's own message: it quotes the line, which may hold a key.
            String place = e.getLocation() == null
                    ? "syntax error"
                    : "syntax error in line " + e.getLocation().getLineNr();
            throw LaunchFailure.CODEX_CONFIG_UNREADABLE.with(file, place).asException();
        }
    }

    /** Names under a table, over all files but the machine's. */
    List<String> keysUnder(String table) {
        return files.values().stream()
                .flatMap(content -> content.keysUnder(table).stream())
                .distinct()
                .toList();
    }

    /** All that codex would start: the machine's too. */
    List<String> mcpServers() {
        return Stream.concat(files.values().stream(), machine.values().stream())
                .flatMap(content -> content.keysUnder("mcp_servers").stream())
                .distinct()
                .toList();
    }

    /** Whether a file sets something under this top-level key. */
    boolean sets(String topLevelKey) {
        return files.values().stream()
                .anyMatch(content -> content.topLevelKeys().contains(topLevelKey));
    }

    /** The text that holds for a top-level key: the last file's that sets it. Empty where none does, or not to a text. */
    public Optional<String> text(String topLevelKey) {
        return files.values().stream()
                .flatMap(content -> content.text(topLevelKey).stream())
                .reduce((earlier, later) -> later);
    }
}
