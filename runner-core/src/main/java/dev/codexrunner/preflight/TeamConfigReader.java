package dev.codexrunner.preflight;

import dev.codexrunner.config.TeamConfigMode;
import dev.codexrunner.config.TrustConfig;
import dev.codexrunner.launch.InstructionSettings;
import java.nio.file.Path;
import java.util.List;

/** Takes the repository's instructions from where the configuration says. */
public final class TeamConfigReader {

    private TeamConfigReader() {}

    /**
     * Reads them; writes nothing yet.
     *
     * @param trust of the configuration
     * @param workingFolder the agent's
     * @param git over that folder
     * @param settings how codex would look for them
     * @param credentialFiles absolute, without links
     * @param privateHome whether the run has a CODEX_HOME of its own
     * @throws dev.codexrunner.failure.FailureException when the base commit, or a file of it, can't be used, or what
     *     stands in the place of a file of the checkout must not be read
     */
    public static TeamConfig read(
            TrustConfig trust,
            Path workingFolder,
            GitObjects git,
            InstructionSettings settings,
            List<Path> credentialFiles,
            boolean privateHome) {
        if (trust.teamConfig() == TeamConfigMode.BASE) {
            return new BaseCommit(git, RepositoryFolders.of(workingFolder))
                    .read(trust.teamConfigBase().orElseThrow());
        }
        RepositoryFolders folders = RepositoryFolders.of(workingFolder, settings.rootMarkers());
        CheckoutFiles files = new CheckoutFiles(folders.root(), credentialFiles);
        return CheckoutInstructions.read(folders, files, settings, privateHome);
    }
}
