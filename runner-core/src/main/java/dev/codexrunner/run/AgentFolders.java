package dev.codexrunner.run;

import dev.codexrunner.config.TaskConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The folders that the agent may change: nothing that judges, records or starts it may lie in one of them. */
public final class AgentFolders {

    private AgentFolders() {}

    /**
     * The working folder and each {@code --add-dir}, absolute and without links. In every sandbox: what is read-only in
     * this run may have been written by the one before.
     */
    public static List<Path> of(TaskConfig task) {
        return Stream.concat(Stream.of(task.cd()), task.addDir().stream())
                .map(AgentFolders::real)
                .distinct()
                .toList();
    }

    private static Path real(Path folder) {
        try {
            return folder.toRealPath();
        } catch (IOException missing) {
            return folder.toAbsolutePath().normalize();
        }
    }
}
