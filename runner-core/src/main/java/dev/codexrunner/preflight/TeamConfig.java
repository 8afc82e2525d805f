package dev.codexrunner.preflight;

import dev.codexrunner.file.SystemReason;
import dev.codexrunner.journal.TrustFacts;
import dev.codexrunner.launch.CodexHomeSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The repository's instructions for the agent, as a run takes them.
 *
 * @param facts for the record
 * @param settings of codex that keep the others out, {@code key=value}; nothing that the user gives may undo them
 * @param configToml the base commit's settings, with what messages call them
 * @param homeFiles what is to lie in the private CODEX_HOME, by its path there
 * @param beforePrompt the instructions where there is no private CODEX_HOME to put them into
 * @param warnings sentences for the user
 */
public record TeamConfig(
        TrustFacts.TeamConfig facts,
        List<String> settings,
        Optional<ShownToml> configToml,
        Map<String, String> homeFiles,
        Optional<String> beforePrompt,
        List<String> warnings) {

    public TeamConfig {
        settings = List.copyOf(settings);
        homeFiles = Map.copyOf(homeFiles);
        warnings = List.copyOf(warnings);
    }

    /** @param shown what messages call it */
    public record ShownToml(Path shown, String toml) {}

    /**
     * The given settings and the base commit's, to be judged together.
     *
     * @throws dev.codexrunner.failure.FailureException when it is no TOML
     */
    public CodexHomeSettings laidOver(CodexHomeSettings given) {
        return configToml.map(own -> given.with(own.shown(), own.toml())).orElse(given);
    }

    /**
     * Puts the base commit's files where codex looks for the user's own.
     *
     * @param privateHome the run's own CODEX_HOME
     * @throws dev.codexrunner.failure.FailureException {@link PolicyFailure#TEAM_CONFIG_UNUSABLE}
     */
    public void writeTo(Path privateHome) {
        homeFiles.forEach((name, text) -> {
            Path file = privateHome.resolve(name).normalize();
            try {
                // A tree can hold names that no checkout would take.
                if (!file.startsWith(privateHome)) {
                    throw unusable(name, "its path leads elsewhere");
                }
                Files.createDirectories(Optional.ofNullable(file.getParent()).orElse(privateHome));
                Files.write(file, text.getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw unusable(name, SystemReason.of(e));
            }
        });
    }

    static dev.codexrunner.failure.FailureException unusable(String path, String reason) {
        return PolicyFailure.TEAM_CONFIG_UNUSABLE.with(path, reason).asException();
    }
}
