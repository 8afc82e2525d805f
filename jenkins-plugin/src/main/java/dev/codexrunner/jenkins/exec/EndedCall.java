package dev.codexrunner.jenkins.exec;

import dev.codexrunner.jenkins.agent.RunFolder;
import dev.codexrunner.jenkins.agent.RunPlace;
import hudson.FilePath;
import hudson.model.Run;
import hudson.model.TaskListener;
import java.io.IOException;
import java.util.Optional;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/**
 * A command of the runner that has ended.
 *
 * @param workspace on its agent; empty where that is gone for good
 * @param exitCode {@link #UNKNOWN} where nobody is left to tell
 * @param stopped whether somebody or something stopped the step
 */
@Restricted(NoExternalUse.class)
public record EndedCall(
        Run<?, ?> run,
        TaskListener listener,
        RunPlace place,
        Optional<FilePath> workspace,
        int exitCode,
        boolean stopped) {

    /** The process is gone, and its exit code with it. */
    public static final int UNKNOWN = -1;

    /** A file of the run's folder, or empty where it is not there. */
    public Optional<FilePath> file(String path) throws IOException, InterruptedException {
        if (workspace.isEmpty()) {
            return Optional.empty();
        }
        FilePath file = workspace.get().child(path);
        return file.exists() ? Optional.of(file) : Optional.empty();
    }

    /** The end of what the runner wrote; empty where it is not to be had. */
    public String lastWords() throws IOException, InterruptedException {
        if (workspace.isEmpty()) {
            return "";
        }
        String kept = RunFolder.lastWords(workspace.get().child(EndOnAgent.lastWordsFile(place)));
        Optional<String> log = place.controlFolder().map(DurableFiles::log);
        return kept.isEmpty() && log.isPresent()
                ? RunFolder.lastWords(workspace.get().child(log.get()))
                : kept;
    }
}
