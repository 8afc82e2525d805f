package dev.codexrunner.launch;

import dev.codexrunner.file.SystemReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The folders that codex works with beside the repository: its home, and a TMPDIR of its own, in which whatever codex, its
 * sandbox and the agent's commands leave goes with the run. The TMPDIR is the one of them that the agent may write.
 */
public final class RunFolders implements AutoCloseable {

    private final CodexHome home;
    private final Path temporary;
    private final SandboxTargets targets;

    private RunFolders(CodexHome home, Path temporary, SandboxTargets targets) {
        this.home = home;
        this.temporary = temporary;
        this.targets = targets;
    }

    /**
     * Opens both.
     *
     * @param givenHome a CODEX_HOME of the user's; else a private one
     * @param env the runner's environment
     * @param runId the run
     * @param agentFolders folders that the agent may change, absolute
     * @throws dev.codexrunner.failure.FailureException as {@link CodexHome#open}, or
     *     {@link LaunchFailure#TEMPORARY_FOLDER_NO_PLACE}
     */
    public static RunFolders open(
            Optional<Path> givenHome, Map<String, String> env, RunId runId, List<Path> agentFolders) {
        CodexHome home = CodexHome.open(givenHome, env, runId, agentFolders);
        try {
            return new RunFolders(
                    home,
                    createTemporary(env, runId, agentFolders),
                    SandboxTargets.missingIn(agentFolders, shared(env)));
        } catch (RuntimeException e) {
            home.close();
            throw e;
        }
    }

    /** Under the user's state folder, else in the system's temporary folder. Its path is short, for the sockets in it. */
    private static Path createTemporary(Map<String, String> env, RunId runId, List<Path> agentFolders) {
        List<String> tried = new ArrayList<>();
        for (Path candidate : StateFolders.candidates(env)) {
            Path base = candidate.resolve("codex-runner/tmp");
            try {
                Path made = Files.createDirectories(base, StateFolders.PRIVATE).toRealPath();
                if (StateFolders.overlap(made, agentFolders).isEmpty()) {
                    return Files.createDirectory(made.resolve(runId.shortened()), StateFolders.PRIVATE);
                }
                tried.add(base + " (in the agent's reach)");
            } catch (IOException e) {
                tried.add(base + " (" + SystemReason.of(e) + ")");
            }
        }
        for (Path shared : StateFolders.temporary(env)) {
            try {
                return Files.createDirectory(shared.resolve("codex-runner-" + runId.shortened()), StateFolders.PRIVATE)
                        .toRealPath();
            } catch (IOException e) {
                tried.add(shared + " (" + SystemReason.of(e) + ")");
            }
        }
        throw LaunchFailure.TEMPORARY_FOLDER_NO_PLACE
                .with(String.join(", ", tried))
                .asException();
    }

    private static List<Path> shared(Map<String, String> env) {
        List<Path> shared = new ArrayList<>();
        for (Path folder : StateFolders.temporary(env)) {
            try {
                shared.add(folder.toRealPath());
            } catch (IOException missing) {
                shared.add(folder);
            }
        }
        return shared;
    }

    public CodexHome home() {
        return home;
    }

    /** codex's TMPDIR. */
    public Path temporary() {
        return temporary;
    }

    /** For {@code reaper.sh}, after the run's marks. */
    List<String> reaperArguments() {
        List<String> arguments = new ArrayList<>();
        arguments.add(home.toDelete().map(Path::toString).orElse(""));
        arguments.add(temporary.toString());
        arguments.addAll(targets.asArguments());
        return arguments;
    }

    /** Removes what codex's sandbox left in the agent's folders; to be called when nothing of the run is alive. */
    public void removeSandboxTargets() {
        targets.remove(temporary);
    }

    /** Deletes what is private; to be called when nothing of the run is alive. */
    @Override
    public void close() {
        removeSandboxTargets();
        FolderRemoval.remove(temporary);
        home.close();
    }
}
