package dev.codexrunner.jenkins.exec;

import dev.codexrunner.jenkins.agent.RunPlace;
import hudson.FilePath;
import hudson.Launcher;
import hudson.model.TaskListener;
import java.io.IOException;
import java.io.OutputStream;
import org.jenkinsci.plugins.durabletask.Controller;
import org.jenkinsci.plugins.durabletask.Handler;
import org.jspecify.annotations.Nullable;

/**
 * The shell task's controller with four differences: it stops this run and no other of the workspace; it leaves the run's
 * files until they have been fetched; it finds an end that was reached while the controller was away; and its log lacks a line.
 */
final class RunnerController extends Controller {

    private static final long serialVersionUID = 1;

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

    /** Waits for nothing: this may be the thread of a Pipeline, or whoever stops a build. */
    @Override
    public void stop(FilePath workspace, Launcher launcher) {
        StopOnAgent.begin(place, () -> launcher);
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
