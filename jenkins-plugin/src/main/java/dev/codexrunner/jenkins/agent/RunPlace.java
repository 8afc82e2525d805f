package dev.codexrunner.jenkins.agent;

import hudson.AbortException;
import hudson.FilePath;
import hudson.slaves.WorkspaceList;
import java.io.Serializable;
import java.util.Optional;
import java.util.UUID;
import org.jenkinsci.plugins.workflow.FilePathUtils;
import org.jspecify.annotations.Nullable;

/**
 * Where a run has its files. Serializable, and free of anything that ends with a connection: it is part of what a restart of
 * the controller brings back.
 */
public final class RunPlace implements Serializable {

    private static final long serialVersionUID = 1;

    /** Marks the runner's process, and none of those that it starts: codex's environment is an allow-list. */
    public static final String VARIABLE = "JENKINS_CODEX_RUN";

    private static final String FOLDER = "codex-runner";

    private final String id;
    private final String node;
    private final String workspace;
    private final String folder;
    private volatile @Nullable String controlFolder;
    private volatile boolean watched;

    private RunPlace(String id, String node, String workspace, String folder) {
        this.id = id;
        this.node = node;
        this.workspace = workspace;
        this.folder = folder;
    }

    /**
     * A place of its own for a new run, beside the workspace; nothing is made yet.
     *
     * @param allocated by Jenkins: beside a folder that a job names there may be a checkout
     * @param workspace the folder that the run is to be in
     * @throws AbortException where there is no place beside the workspace
     */
    public static RunPlace beside(FilePath allocated, FilePath workspace) throws AbortException {
        FilePath temporary = allocated.getParent() == null ? null : WorkspaceList.tempDir(allocated);
        if (temporary == null) {
            throw new AbortException(Messages.RunPlace_noFolder(allocated.getRemote()));
        }
        String id = UUID.randomUUID().toString();
        String folder = temporary.child(FOLDER).child(id).getRemote();
        return new RunPlace(id, FilePathUtils.getNodeName(workspace), workspace.getRemote(), folder);
    }

    /** Unique; names the run in the build's folder and on its pages too. */
    public String id() {
        return id;
    }

    public String node() {
        return node;
    }

    /** The workspace, or empty while its agent is away. */
    public Optional<FilePath> workspace() {
        return Optional.ofNullable(FilePathUtils.find(node, workspace));
    }

    public String folder() {
        return folder;
    }

    public String file(String name) {
        return folder + "/" + name;
    }

    public String prompt() {
        return file("prompt.md");
    }

    public String settings() {
        return file("settings.yaml");
    }

    public String authorities() {
        return file("authorities.pem");
    }

    public String reportFolder() {
        return file("report");
    }

    /** Where a report goes that is made of a run's record after its end. */
    public String replayFolder() {
        return file("replay");
    }

    /** Where the runner's standard output goes, for a command whose result that is. */
    public String output() {
        return file("output.json");
    }

    public String script() {
        return file("script.sh");
    }

    /** The folder of the durable task; empty before it was launched, and for a task that is none. */
    public Optional<String> controlFolder() {
        return Optional.ofNullable(controlFolder);
    }

    public void controlFolder(String path) {
        controlFolder = path;
    }

    /** Whether the agent pushes log and end to the controller, so that nobody asks it for them. */
    public boolean isWatched() {
        return watched;
    }

    public void watched() {
        watched = true;
    }

    @Override
    public String toString() {
        return "RunPlace[" + folder + " on " + node + "]";
    }
}
