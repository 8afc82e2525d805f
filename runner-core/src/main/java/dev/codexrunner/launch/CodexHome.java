package dev.codexrunner.launch;

import dev.codexrunner.config.LoginMode;
import dev.codexrunner.file.SystemReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folder that codex keeps its settings, its login and the record of its run in: a private one that is deleted in the
 * end, or a given one that is kept. Several runs may share a given one, as several codex do on a desktop.
 */
public final class CodexHome implements AutoCloseable {

    private static final String SESSIONS = "sessions";
    private static final String DATABASES = "databases";

    /**
     * In a given one, what lies beside the sessions. Not the databases' logs, which come and go: codex's sandbox would make
     * a file in the place of one that is gone.
     */
    private static final Pattern KEPT =
            Pattern.compile("archived_sessions|log|shell_snapshots|history\\.jsonl|.+\\.sqlite");

    private final Path path;
    private final boolean isPrivate;
    private final Optional<String> warning;

    private CodexHome(Path path, boolean isPrivate, Optional<String> warning) {
        this.path = path;
        this.isPrivate = isPrivate;
        this.warning = warning;
    }

    /**
     * The given folder, else a private one.
     *
     * @param given what the user gave
     * @param env the runner's environment
     * @param runId the run
     * @param agentFolders folders that the agent may change, absolute
     * @throws dev.codexrunner.failure.FailureException when the given one can't be trusted, or no place is safe
     */
    public static CodexHome open(Optional<Path> given, Map<String, String> env, RunId runId, List<Path> agentFolders) {
        return given.map(folder -> useGiven(folder, env, agentFolders))
                .orElseGet(() -> createPrivate(env, runId, agentFolders));
    }

    /**
     * A new folder of the run's own, readable by its owner only, under the user's state or cache folder. Never under a
     * temporary folder, where codex refuses to put its helper programs.
     *
     * @param env the runner's environment
     * @param runId the folder's name
     * @param agentFolders folders that the agent may change, absolute
     * @throws dev.codexrunner.failure.FailureException when no place is safe
     */
    public static CodexHome createPrivate(Map<String, String> env, RunId runId, List<Path> agentFolders) {
        List<String> tried = new ArrayList<>();
        for (Path candidate : StateFolders.candidates(env)) {
            try {
                Path base = Files.createDirectories(candidate.resolve("codex-runner/homes"), StateFolders.PRIVATE)
                        .toRealPath();
                if (isTemporary(base, env)) {
                    tried.add(candidate + " (a temporary folder)");
                } else if (StateFolders.overlap(base, agentFolders).isPresent()) {
                    tried.add(candidate + " (in the agent's reach)");
                } else {
                    return new CodexHome(
                            Files.createDirectory(base.resolve(runId.value()), StateFolders.PRIVATE),
                            true,
                            Optional.empty());
                }
            } catch (IOException e) {
                tried.add(candidate + " (" + SystemReason.of(e) + ")");
            }
        }
        throw LaunchFailure.CODEX_HOME_NO_PLACE
                .with(tried.isEmpty() ? "none, since HOME is not set" : String.join(", ", tried))
                .asException();
    }

    private static boolean isTemporary(Path path, Map<String, String> env) {
        return StateFolders.temporary(env).stream().map(StateFolders::real).anyMatch(path::startsWith);
    }

    /**
     * A given folder, made if it isn't there, used as it is and kept.
     *
     * @param given the folder
     * @param env the runner's environment
     * @param agentFolders folders that the agent may change, absolute
     * @throws dev.codexrunner.failure.FailureException when the agent or another user could change it
     */
    public static CodexHome useGiven(Path given, Map<String, String> env, List<Path> agentFolders) {
        try {
            Path path = (Files.isDirectory(given) ? given : Files.createDirectories(given, StateFolders.PRIVATE))
                    .toRealPath();
            StateFolders.overlap(path, agentFolders).ifPresent(folder -> {
                throw LaunchFailure.CODEX_HOME_INSIDE_WORKING_FOLDER
                        .with(path, folder)
                        .asException();
            });
            if (FileTrust.examine(path, false).isPresent()) {
                throw LaunchFailure.CODEX_HOME_WRITABLE_BY_OTHERS.with(path).asException();
            }
            Optional<String> warning = isTemporary(path, env)
                    ? Optional.of("CODEX_HOME " + path
                            + " lies under a temporary folder, where codex does without its helper programs.")
                    : Optional.empty();
            return new CodexHome(path, false, warning);
        } catch (IOException e) {
            throw LaunchFailure.CODEX_HOME_UNUSABLE
                    .with(given, SystemReason.of(e))
                    .asException();
        }
    }

    /** Absolute, without links. */
    public Path path() {
        return path;
    }

    /** Whether it goes when the run ends. */
    public boolean isPrivate() {
        return isPrivate;
    }

    /**
     * What in it may hold a credential, for {@link HiddenFiles}: codex's own logins, and a given home's settings, where
     * MCP servers have their keys. codex reads them outside of its sandbox.
     */
    public List<Path> credentialFiles(LoginMode login) {
        return Stream.of("auth.json", ".credentials.json", "config.toml")
                .map(path::resolve)
                .filter(file -> Files.isRegularFile(file) || (login == LoginMode.STORED && file.endsWith("auth.json")))
                .toList();
    }

    /**
     * What codex keeps of its runs, for {@link HiddenFiles}: it repeats instructions, and all that was read. Folders are
     * made, since only what is there can be hidden. There is always one, so that a run always has a permission profile:
     * with one, codex 0.169.0 reads the files of a patch in the sandbox, and else in its own process.
     *
     * @throws dev.codexrunner.failure.FailureException {@link LaunchFailure#CODEX_HOME_UNUSABLE}
     */
    public List<Path> records() {
        try {
            List<Path> records = new ArrayList<>();
            records.add(made(SESSIONS));
            if (isPrivate) {
                records.add(made(DATABASES));
            } else {
                try (Stream<Path> entries = Files.list(path)) {
                    entries.filter(entry ->
                                    KEPT.matcher(entry.getFileName().toString()).matches())
                            .forEach(records::add);
                }
            }
            return records;
        } catch (IOException e) {
            throw LaunchFailure.CODEX_HOME_UNUSABLE
                    .with(path, SystemReason.of(e))
                    .asException();
        }
    }

    private Path made(String name) throws IOException {
        Path folder = path.resolve(name);
        return Files.isDirectory(folder) ? folder : Files.createDirectory(folder, StateFolders.PRIVATE);
    }

    /** Settings that belong to the folder: a private one has its databases together, where they can be hidden. */
    public List<String> settings() {
        return isPrivate ? List.of("sqlite_home=" + HiddenFiles.quoted(path.resolve(DATABASES))) : List.of();
    }

    /** What the {@link Reaper} has to delete. */
    public Optional<Path> toDelete() {
        return isPrivate ? Optional.of(path) : Optional.empty();
    }

    /** What to tell the user about the place. */
    public Optional<String> warning() {
        return warning;
    }

    /** Deletes a private one and says whether it is gone; a given one is left as it is. */
    public boolean delete() {
        return isPrivate && FolderRemoval.remove(path);
    }

    @Override
    public void close() {
        delete();
    }
}
