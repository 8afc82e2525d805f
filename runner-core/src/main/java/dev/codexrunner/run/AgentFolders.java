package dev.codexrunner.run;

import dev.codexrunner.config.CodexConfig;
import dev.codexrunner.config.Sandbox;
import dev.codexrunner.config.TaskConfig;
import dev.codexrunner.config.UnusableConfig;
import dev.codexrunner.launch.WritableRoots;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;

/** The folders that the agent may change: nothing that judges, records or starts it may lie in one of them. */
public final class AgentFolders {

    private static final Path SHARED_TEMPORARY = Path.of("/tmp");

    private AgentFolders() {}

    /**
     * The working folder and each {@code --add-dir}, in every sandbox: what is read-only in this run may have been
     * written by the one before. In workspace-write the temporary folders too, which codex's sandbox leaves writable
     * unless told otherwise. Absolute and without links.
     *
     * @param variables the runner's environment. Its TMPDIR is not the one that codex gets, but that of a codex which
     *     somebody started by hand
     */
    public static List<Path> of(TaskConfig task, CodexConfig codex, Map<String, String> variables) {
        List<Path> folders = new ArrayList<>(ofWork(task, codex, variables));
        if (codex.sandbox() == Sandbox.WORKSPACE_WRITE) {
            if (!excludes(codex, "exclude_slash_tmp")) {
                folders.add(SHARED_TEMPORARY);
            }
            String temporary = variables.getOrDefault("TMPDIR", "");
            if (temporary.startsWith("/") && !excludes(codex, "exclude_tmpdir_env_var")) {
                folders.add(Path.of(temporary));
            }
        }
        return folders.stream().map(AgentFolders::real).distinct().toList();
    }

    /** The same, as far as it can be read. */
    static List<Path> of(UnusableConfig config, Map<String, String> variables) {
        List<Path> folders = new ArrayList<>(config.agentFolders());
        if (config.sandbox() == Sandbox.WORKSPACE_WRITE) {
            folders.add(SHARED_TEMPORARY);
            String temporary = variables.getOrDefault("TMPDIR", "");
            if (temporary.startsWith("/")) {
                folders.add(Path.of(temporary));
            }
        }
        return folders.stream().map(AgentFolders::real).distinct().toList();
    }

    /**
     * The same without the temporary folders, whose changes are nobody's concern: the working folder, each
     * {@code --add-dir}, and the writable roots that an allowed setting of codex adds.
     */
    static List<Path> ofWork(TaskConfig task, CodexConfig codex, Map<String, String> variables) {
        List<Path> folders = new ArrayList<>();
        folders.add(task.cd());
        folders.addAll(task.addDir());
        WritableRoots.of(codex).stream()
                .map(root ->
                        root.replaceFirst("^~(?=/|$)", Matcher.quoteReplacement(variables.getOrDefault("HOME", "~"))))
                .map(root -> task.cd().resolve(root))
                .forEach(folders::add);
        return folders.stream().map(AgentFolders::real).distinct().toList();
    }

    private static boolean excludes(CodexConfig codex, String key) {
        return codex.config().contains("sandbox_workspace_write." + key + "=true");
    }

    static Path real(Path folder) {
        try {
            return folder.toRealPath();
        } catch (IOException missing) {
            return folder.toAbsolutePath().normalize();
        }
    }
}
