package dev.codexrunner.jenkins.exec;

import dev.codexrunner.jenkins.agent.RunFolder;
import dev.codexrunner.jenkins.agent.RunPlace;
import hudson.FilePath;
import hudson.remoting.VirtualChannel;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import jenkins.MasterToSlaveFileCallable;
import jenkins.util.Timer;
import org.jenkinsci.plugins.durabletask.Handler;
import org.jspecify.annotations.Nullable;

/**
 * The end of a run, remembered on its agent. Where the log is pushed, the shell task deletes its files as soon as it has told
 * the controller of the end; one that dies at that moment would never learn it.
 */
final class EndOnAgent {

    private static final String EXIT_CODE = "exit-code";
    private static final String LAST_WORDS = "last-words.txt";

    private EndOnAgent() {}

    static String lastWordsFile(RunPlace place) {
        return place.file(LAST_WORDS);
    }

    /** The exit code of a task whose own files are gone; null while they are there. */
    static @Nullable Integer find(FilePath workspace, RunPlace place) throws IOException, InterruptedException {
        String control = place.controlFolder().orElse("");
        return control.isEmpty() ? null : workspace.child(control).act(new Find(place.file(EXIT_CODE)));
    }

    /** Tells of an end as the shell task would, from the agent and later. */
    static void tell(FilePath workspace, Handler handler, int exitCode) throws IOException, InterruptedException {
        workspace.actAsync(new Tell(handler, exitCode));
    }

    private static final class Find extends MasterToSlaveFileCallable<@Nullable Integer> {

        private static final long serialVersionUID = 1;

        private final String exitCodeFile;

        Find(String exitCodeFile) {
            this.exitCodeFile = exitCodeFile;
        }

        @Override
        public @Nullable Integer invoke(File controlFolder, VirtualChannel channel) throws IOException {
            if (controlFolder.isDirectory()) {
                return null;
            }
            Path remembered = Path.of(exitCodeFile);
            if (!Files.exists(remembered)) {
                return EndedCall.UNKNOWN;
            }
            try {
                return Integer.valueOf(
                        Files.readString(remembered, StandardCharsets.US_ASCII).strip());
            } catch (NumberFormatException halfWritten) {
                return EndedCall.UNKNOWN;
            }
        }
    }

    private static final class Tell extends MasterToSlaveFileCallable<@Nullable Void> {

        private static final long serialVersionUID = 1;

        private final Handler handler;
        private final int exitCode;

        Tell(Handler handler, int exitCode) {
            this.handler = handler;
            this.exitCode = exitCode;
        }

        @Override
        public @Nullable Void invoke(File workspace, VirtualChannel channel) {
            Timer.get().submit(() -> {
                handler.exited(exitCode, null);
                return null;
            });
            return null;
        }
    }

    /** Runs on the agent, and writes down exit code and last words before it tells anybody. */
    static final class RememberingHandler extends Handler {

        private static final long serialVersionUID = 1;

        private final Handler handler;
        private final String folder;
        private final String report;
        private final String log;
        private transient @Nullable ReportLine reportLine;

        RememberingHandler(Handler handler, RunPlace place) {
            this.handler = handler;
            folder = place.folder();
            report = place.reportFolder();
            log = DurableFiles.log(place.controlFolder().orElse(place.folder()));
        }

        @Override
        public void output(InputStream stream) throws Exception {
            ReportLine line = reportLine == null ? new ReportLine(report) : reportLine;
            reportLine = line;
            handler.output(line.takenOutOf(stream));
        }

        @Override
        public void exited(int exitCode, byte @Nullable [] output) throws Exception {
            Path place = Path.of(folder);
            if (Files.isDirectory(place)) {
                Files.writeString(place.resolve(LAST_WORDS), RunFolder.lastWordsOf(Path.of(log)));
                Files.writeString(place.resolve(EXIT_CODE), Integer.toString(exitCode), StandardCharsets.US_ASCII);
            }
            handler.exited(exitCode, output);
        }
    }
}
