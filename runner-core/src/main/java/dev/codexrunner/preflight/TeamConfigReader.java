package dev.codexrunner.preflight;

import dev.codexrunner.config.TeamConfigMode;
import dev.codexrunner.config.TrustConfig;
import java.nio.file.Path;

/** Takes the repository's instructions from where the configuration says. */
public final class TeamConfigReader {

    private TeamConfigReader() {}

    /**
     * Reads them; writes nothing yet.
     *
     * @param trust of the configuration
     * @param workingFolder the agent's
     * @param git over that folder
     * @throws dev.codexrunner.failure.FailureException when the base commit, or a file of it, can't be used
     */
    public static TeamConfig read(TrustConfig trust, Path workingFolder, GitObjects git) {
        RepositoryFolders folders = RepositoryFolders.of(workingFolder);
        return trust.teamConfig() == TeamConfigMode.BASE
                ? new BaseCommit(git, folders).read(trust.teamConfigBase().orElseThrow())
                : CheckoutInstructions.read(folders);
    }
}
