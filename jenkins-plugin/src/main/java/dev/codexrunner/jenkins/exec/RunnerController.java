package dev.codexrunner.jenkins.exec;

import dev.codexrunner.jenkins.agent.RunPlace;
import dev.codexrunner.jenkins.agent.StopRun;
import hudson.FilePath;
import hudson.Launcher;
import hudson.model.TaskListener;
import hudson.remoting.VirtualChannel;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import jenkins.util.Timer;
import org.jenkinsci.plugins.durabletask.Controller;
import org.jenkinsci.plugins.durabletask.Handler;
import org.jspecify.annotations.Nullable;

/**
 * The shell task's controller with four differences: it stops this run and no other of the workspace; it leaves the run's
 * files until they have been fetched; it finds an end that was reached while the controller was away; and its log lacks a line.
 */
final class RunnerController extends Controller {

    private static final long serialVersionUID = 1;

    private static final Logger LOGGER = Logger.getLogger(RunnerController.class.getName());
    private static final long STOPPED_BY_THEN_MS = 13_000;

    private final Controller shell;
    private final RunPlace place;
    private transient boolean lookedForEnd;
    private transient @Nullable ReportLine reportLine;

    RunnerController(Controller shell, RunPlace place) {
        this.shell = shell;
        this.place = place;
    }

    @Override
    public boolean writeLog(FilePath workspace, OutputStream sink) throws IOException, InterruptedException {
        // Before the first look at its exit code: the log of one that was cleaned up has been read to its end.
        return endBefore(workspace) == null
                && shell.writeLog(workspace, reportLine().takenOutOf(sink));
    }

    private synchronized ReportLine reportLine() {
        ReportLine line = reportLine == null ? new ReportLine(place) : reportLine;
        reportLine = line;
        return line;
    }

    @Override
    public @Nullable Integer exitStatus(FilePath workspace, Launcher launcher, TaskListener listener)
            throws IOException, InterruptedException {
        Integer end = endBefore(workspace);
        return end == null ? shell.exitStatus(workspace, launcher, listener) : end;
    }

    /** The exit code of a task whose files are gone already, as it ended just before a restart; looked for once. */
    private synchronized @Nullable Integer endBefore(FilePath workspace) throws IOException, InterruptedException {
        if (lookedForEnd) {
            return null;
        }
        Integer end = EndOnAgent.find(workspace, place);
        lookedForEnd = end == null;
        return end;
    }

    @Override
    public void watch(FilePath workspace, Handler handler, TaskListener listener)
            throws IOException, InterruptedException {
        place.watched();
        Integer end = endBefore(workspace);
        if (end == null) {
            shell.watch(workspace, new EndOnAgent.RememberingHandler(handler, place), listener);
        } else {
            EndOnAgent.tell(workspace, handler, end);
        }
    }

    @Override
    public void stop(FilePath workspace, Launcher launcher) throws IOException, InterruptedException {
        VirtualChannel channel = workspace.getChannel();
        if (channel != null) {
            channel.callAsync(new StopRun(place));
        }
        // A launcher that starts processes elsewhere, such as in a container, finds them where StopRun can't look.
        Timer.get().schedule(() -> kill(launcher), STOPPED_BY_THEN_MS, TimeUnit.MILLISECONDS);
    }

    private void kill(Launcher launcher) {
        try {
            launcher.kill(Map.of(RunPlace.VARIABLE, place.id()));
        } catch (IOException | InterruptedException | RuntimeException e) {
            LOGGER.log(Level.FINE, e, () -> "Could not look for what is left of " + place);
        }
    }

    /** Not yet: see {@link Finish}. */
    @Override
    public void cleanup(FilePath workspace) {
        // The report is still to be fetched.
    }

    @Override
    public String getDiagnostics(FilePath workspace, Launcher launcher) throws IOException, InterruptedException {
        return shell.getDiagnostics(workspace, launcher);
    }
}
