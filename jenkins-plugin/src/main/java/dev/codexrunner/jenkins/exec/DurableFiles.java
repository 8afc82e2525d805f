package dev.codexrunner.jenkins.exec;

import hudson.FilePath;
import java.io.IOException;
import org.jenkinsci.plugins.durabletask.Controller;
import org.jenkinsci.plugins.durabletask.FileMonitoringTask;

/** Where a durable task has its files. No task itself: only a subclass may name the type of its controllers. */
abstract class DurableFiles extends FileMonitoringTask {

    private static final String LOG = "jenkins-log.txt";

    private DurableFiles() {}

    /** Path of the control folder on the agent. */
    static String controlFolder(Controller controller, FilePath workspace) throws IOException, InterruptedException {
        return ((FileMonitoringController) controller).controlDir(workspace).getRemote();
    }

    /** Path of the log in a control folder. */
    static String log(String controlFolder) {
        return controlFolder + "/" + LOG;
    }
}
