package dev.codexrunner.rotation;

import dev.codexrunner.file.SystemReason;
import dev.codexrunner.launch.FolderRemoval;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** An empty folder for one run, outside every repository where that can be had, so that no AGENTS.md speaks to codex. */
record ThrowawayFolder(Path path) implements AutoCloseable {

    /**
     * @param env the runner's environment
     * @throws dev.codexrunner.failure.FailureException ROTATION_PROBE_NO_FOLDER
     */
    static ThrowawayFolder create(Map<String, String> env) {
        Path usual = Path.of(System.getProperty("java.io.tmpdir")).toAbsolutePath();
        Path parent = Stream.of(
                        Optional.of(usual),
                        Optional.ofNullable(env.get("HOME")).map(Path::of),
                        Optional.of(Path.of("/tmp")))
                .flatMap(Optional::stream)
                .filter(folder -> Files.isWritable(folder) && !isInRepository(folder))
                .findFirst()
                .orElse(usual);
        try {
            return new ThrowawayFolder(Files.createTempDirectory(parent, "codex-runner-probe-"));
        } catch (IOException e) {
            throw RotationFailure.ROTATION_PROBE_NO_FOLDER
                    .with(parent, SystemReason.of(e))
                    .asException();
        }
    }

    private static boolean isInRepository(Path folder) {
        for (Path at = folder.toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.exists(at.resolve(".git"))) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() {
        FolderRemoval.remove(path);
    }
}
