package dev.codexrunner.journal;

import dev.codexrunner.events.EventParser;
import dev.codexrunner.events.LineSplitter;
import dev.codexrunner.events.StreamLine;
import dev.codexrunner.failure.Failure;
import dev.codexrunner.outcome.CodexExit;
import dev.codexrunner.outcome.Requirements;
import dev.codexrunner.outcome.StderrReader;
import dev.codexrunner.outcome.StderrSummary;
import dev.codexrunner.outcome.Transcript;
import dev.codexrunner.outcome.TranscriptBuilder;
import dev.codexrunner.outcome.Usage;
import dev.codexrunner.outcome.Verdict;
import dev.codexrunner.outcome.VerdictJudge;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A run judged once more from its record: the same fold and the same judge as live, so the same verdict.
 *
 * @param usage without run.json only the thread's: the stream doesn't tell whether it was resumed
 */
public record Replay(Transcript transcript, StderrSummary stderr, Usage usage, Verdict verdict) {

    /**
     * @param events recorded stream, ours or codex's own output
     * @param stderr recorded stderr
     * @param exit how codex ended, or {@link CodexExit#unknown()}
     * @param manifest the run's description
     * @throws dev.codexrunner.failure.FailureException {@link JournalFailure#EVENTS_NOT_READABLE} or
     *     {@link JournalFailure#STDERR_NOT_READABLE}
     */
    public static Replay of(
            Path events,
            Optional<Path> stderr,
            CodexExit exit,
            Requirements requirements,
            Optional<RunManifest> manifest) {
        EventParser parser = new EventParser();
        TranscriptBuilder builder = new TranscriptBuilder();
        pump(events, JournalFailure.EVENTS_NOT_READABLE, line -> builder.accept(parser.read(line)));
        StderrReader stderrReader = new StderrReader();
        stderr.ifPresent(
                file -> pump(file, JournalFailure.STDERR_NOT_READABLE, line -> stderrReader.accept(line.text())));
        Transcript transcript = builder.transcript();
        StderrSummary summary = stderrReader.summary();
        Usage usage = Usage.of(
                transcript.threadUsage(),
                manifest.map(RunManifest::resumed).orElse(true),
                manifest.flatMap(RunManifest::usageBaseline));
        return new Replay(transcript, summary, usage, VerdictJudge.judge(transcript, exit, summary, requirements));
    }

    private static void pump(Path file, JournalFailure failure, Consumer<StreamLine> lines) {
        try (InputStream in = Files.newInputStream(file);
                LineSplitter splitter = new LineSplitter(lines)) {
            in.transferTo(splitter);
        } catch (IOException unreadable) {
            Failure told = failure.with(file, SystemReason.of(unreadable));
            throw told.asException();
        }
    }
}
