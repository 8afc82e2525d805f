package dev.codexrunner.doctor;

import dev.codexrunner.config.ResolvedConfig;
import dev.codexrunner.config.RunnerConfig;
import dev.codexrunner.launch.BoundedCommand;
import dev.codexrunner.launch.ChildEnvironment;
import dev.codexrunner.launch.CodexHome;
import dev.codexrunner.launch.RunFolders;
import dev.codexrunner.launch.RunId;
import dev.codexrunner.launch.Supervisor;
import dev.codexrunner.run.AgentFolders;
import dev.codexrunner.run.RunSurroundings;
import dev.codexrunner.secret.Secret;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What is examined: the run that would be.
 *
 * @param resolved its configuration
 * @param surroundings the world around it
 * @param runId marks the processes that are started
 * @param supervisor starts them
 * @param learn told of each secret as soon as it is known
 */
record Subject(
        ResolvedConfig resolved,
        RunSurroundings surroundings,
        RunId runId,
        Supervisor supervisor,
        Consumer<Secret> learn) {

    /** codex answers each of our questions in under a second; a cold disk, or a proxy on the way, takes longer. */
    private static final Duration COMMAND_BOUND = Duration.ofSeconds(30);

    RunnerConfig config() {
        return resolved.config();
    }

    Map<String, String> variables() {
        return surroundings.variables();
    }

    List<Path> agentFolders() {
        return AgentFolders.of(config().task(), config().codex(), variables());
    }

    BoundedCommand command() {
        return new BoundedCommand(supervisor, COMMAND_BOUND);
    }

    /** codex's environment as in a run, but for the token. */
    ChildEnvironment environment(Findings found) {
        return ChildEnvironment.allowed(variables(), config().codex().passEnv(), agentFolders())
                .withCodexHome(found.get(CodexHome.class).path())
                .withTemporaryFolder(found.get(RunFolders.class).temporary())
                .withCaBundle(found.find(CaFile.class).map(CaFile::path));
    }

    /**
     * The one file with certificate authorities that codex is given.
     *
     * @param path where it was written
     */
    record CaFile(Path path) {}

    /** The folder that short commands start in: not one that the agent may change. */
    static Path folder(Findings found) {
        return found.get(CodexHome.class).path();
    }

    /** A setting's text with where it came from; empty where it has none. */
    Optional<String> described(String setting) {
        return resolved.values().stream()
                .filter(value -> value.setting().name().equals(setting))
                .filter(value -> !value.texts().isEmpty())
                .map(value -> setting + " " + String.join(",", value.texts()) + " ("
                        + value.origin().describe() + ")")
                .findFirst();
    }

    @Override
    public String toString() {
        return "Subject[" + runId + "]";
    }
}
