package dev.codexrunner.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What the agent is asked to do, and where. The prompt itself is an argument or standard input and no setting.
 *
 * @param promptFile file with the prompt
 * @param cd the working folder; by default the current one
 * @param addDir further folders that the agent may write to in workspace-write
 * @param image pictures to attach to the prompt
 * @param outputSchema JSON Schema that the final message must satisfy
 * @param resume id of a thread to go on with
 * @param skipGitRepoCheck whether the working folder need not be a git repository
 * @param require paths that must exist, not empty, when the run has ended
 */
public record TaskConfig(
        Optional<Path> promptFile,
        Path cd,
        List<Path> addDir,
        List<Path> image,
        Optional<Path> outputSchema,
        Optional<String> resume,
        boolean skipGitRepoCheck,
        List<Path> require) {

    /** The same with a copy of the schema in its place. */
    public TaskConfig withOutputSchema(Path copy) {
        return new TaskConfig(promptFile, cd, addDir, image, Optional.of(copy), resume, skipGitRepoCheck, require);
    }
}
