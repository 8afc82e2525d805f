package dev.codexrunner.preflight;

import dev.codexrunner.config.RunnerConfig;
import dev.codexrunner.failure.Failure;
import dev.codexrunner.failure.FailureException;
import dev.codexrunner.file.SystemReason;
import dev.codexrunner.journal.TrustFacts;
import dev.codexrunner.launch.CodexHomeSettings;
import dev.codexrunner.launch.LaunchPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.toml.TomlMapper;

/**
 * What the machine's owner lays down for every codex on it. codex mostly doesn't fail where a run asks for something else:
 * it works on under the policy's value. So it is read here, before the start.
 */
public final class ManagedPolicy {

    /** Where codex itself looks on Linux and macOS. */
    public static final Path STANDARD_FOLDER = Path.of("/etc/codex");

    static final String REQUIREMENTS = "requirements.toml";
    static final String MANAGED = "managed_config.toml";

    private final Path folder;
    private final String host;

    /**
     * @param folder where the policy's files lie
     * @param host this machine's name, which parts of a policy may be bound to
     */
    public ManagedPolicy(Path folder, String host) {
        this.folder = folder;
        this.host = host;
    }

    /** Where the policy's files lie. */
    public Path folder() {
        return folder;
    }

    /** The files that are there. */
    public List<Path> files() {
        return List.of(REQUIREMENTS, MANAGED, "config.toml").stream()
                .map(folder::resolve)
                .filter(Files::exists)
                .toList();
    }

    /**
     * The first thing in which the policy and a run don't agree.
     *
     * @throws FailureException {@link PolicyFailure#POLICY_UNREADABLE}
     */
    public Optional<Failure> objection(RunnerConfig config) {
        files().forEach(ManagedPolicy::parse);
        Path requirements = folder.resolve(REQUIREMENTS);
        Path managed = folder.resolve(MANAGED);
        return (Files.exists(requirements)
                        ? new PolicyRequirements(requirements, parse(requirements), host).objection(config)
                        : Optional.<Failure>empty())
                .or(() -> Files.exists(managed)
                        ? PolicyDefaults.objection(managed, parse(managed), config)
                        : Optional.empty())
                .or(() -> machineSettings(config));
    }

    private Optional<Failure> machineSettings(RunnerConfig config) {
        List<String> problems = LaunchPolicy.machineProblems(settings(), config.policy());
        return problems.isEmpty()
                ? Optional.empty()
                : Optional.of(PolicyFailure.MACHINE_SETTINGS_REFUSED.with(String.join("; ", problems)));
    }

    /** The settings that these files bring along. */
    public CodexHomeSettings settings() {
        return CodexHomeSettings.none().withMachine(folder);
    }

    /** Each file with its digest, for the record. */
    public List<TrustFacts.HashedFile> hashed() {
        List<TrustFacts.HashedFile> hashed = new ArrayList<>();
        for (Path file : files()) {
            try {
                hashed.add(new TrustFacts.HashedFile(file.toString(), Digests.sha256(Files.readAllBytes(file))));
            } catch (IOException e) {
                throw unreadable(file, SystemReason.of(e));
            }
        }
        return hashed;
    }

    private static JsonNode parse(Path file) {
        try {
            return new TomlMapper().readTree(Files.readString(file));
        } catch (JacksonException e) {
            // Not the library's own message: it quotes the line.
            throw unreadable(
                    file,
                    e.getLocation() == null
                            ? "syntax error"
                            : "syntax error in line " + e.getLocation().getLineNr());
        } catch (IOException e) {
            throw unreadable(file, SystemReason.of(e));
        }
    }

    static FailureException unreadable(Path file, String reason) {
        return PolicyFailure.POLICY_UNREADABLE.with(file, reason).asException();
    }
}
