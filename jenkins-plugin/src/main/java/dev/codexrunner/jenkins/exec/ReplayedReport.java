package dev.codexrunner.jenkins.exec;

import dev.codexrunner.jenkins.agent.AgentSetup;
import dev.codexrunner.jenkins.agent.RunPlace;
import dev.codexrunner.jenkins.request.RunnerCommand;
import hudson.EnvVars;
import hudson.FilePath;
import hudson.Launcher;
import hudson.Proc;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Shows what a run did whose runner was killed before it could report. The record that it wrote line by line is still on the
 * agent, and another runner makes a report of it; that needs neither codex nor a secret.
 */
final class ReplayedReport {

    private static final Logger LOGGER = Logger.getLogger(ReplayedReport.class.getName());
    private static final List<String> RECORD = List.of("run.json", "events.jsonl");
    private static final long LONGEST_SECONDS = 120;

    private ReplayedReport() {}

    /** The folder of the new report; empty where there is no record, or nothing can be made of it. */
    static Optional<FilePath> of(EndedCall ended, FilePath record) throws IOException, InterruptedException {
        for (String name : RECORD) {
            if (!record.child(name).exists()) {
                return Optional.empty();
            }
        }
        try {
            replay(ended, record);
            return ended.file(ended.place().replayFolder());
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, e, () -> "No report could be made of the record of " + ended.place());
            return Optional.empty();
        }
    }

    private static void replay(EndedCall ended, FilePath record) throws IOException, InterruptedException {
        RunPlace place = ended.place();
        Launcher launcher = record.createLauncher(ended.listener());
        CallSite site = CallSite.of(ended.run(), record, new EnvVars(), launcher, ended.listener(), place);
        RunnerCommand runner = AgentSetup.runner(site.node(), place, false);
        List<String> command = runner.replay(record.child("events.jsonl").getRemote(), place.replayFolder());
        String script = RunnerScript.text(place, command, Map.of());
        Proc process = launcher.launch()
                .cmds("/bin/sh", "-c", script)
                .stdout(OutputStream.nullOutputStream())
                .stderr(OutputStream.nullOutputStream())
                .quiet(true)
                .start();
        process.joinWithTimeout(LONGEST_SECONDS, TimeUnit.SECONDS, ended.listener());
    }
}
