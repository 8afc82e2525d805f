package dev.codexrunner.journal;

import dev.codexrunner.events.EventParser;
import dev.codexrunner.events.LineSplitter;
import dev.codexrunner.events.StreamLine;
import dev.codexrunner.failure.Failure;
import dev.codexrunner.file.RegularFile;
import dev.codexrunner.file.SystemReason;
import dev.codexrunner.outcome.Budget;
import dev.codexrunner.outcome.CodexExit;
import dev.codexrunner.outcome.Requirements;
import dev.codexrunner.outcome.Spending;
import dev.codexrunner.outcome.StderrReader;
import dev.codexrunner.outcome.StderrSummary;
import dev.codexrunner.outcome.Transcript;
import dev.codexrunner.outcome.TranscriptBuilder;
import dev.codexrunner.outcome.Usage;
import dev.codexrunner.outcome.Verdict;
import dev.codexrunner.outcome.VerdictJudge;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A run judged once more from its record: the same fold and the same judge as live, so the same verdict.
 *
 * @param transcript with what stderr adds to its counts
 * @param usage without run.json only the thread's: the stream doesn't tell whether it was resumed
 */
public record Replay(Transcript transcript, StderrSummary stderr, Usage usage, Verdict verdict) {

    /**
     * @param events recorded stream, ours or codex's own output
     * @param stderr recorded stderr; empty takes what {@code end} tells of it
     * @param exit how codex ended, or {@link CodexExit#unknown()}
     * @param manifest the run's description
     * @param end how the run ended; where it is known, it stands for what {@code stderr} and {@code exit} would tell
     * @throws dev.codexrunner.failure.FailureException {@link JournalFailure#EVENTS_NOT_READABLE} or
     *     {@link JournalFailure#STDERR_NOT_READABLE}
     */
    public static Replay of(
            Path events,
            Optional<Path> stderr,
            CodexExit exit,
            Requirements requirements,
            Optional<RunManifest> manifest,
            Optional<RunEnd> end) {
        EventParser parser = new EventParser();
        TranscriptBuilder builder = new TranscriptBuilder();
        try (LineTimes times = LineTimes.beside(events)) {
            pump(events, JournalFailure.EVENTS_NOT_READABLE, line -> builder.accept(parser.read(line), times.next()));
        }
        Transcript transcript = builder.transcript();
        StderrSummary summary =
                stderr.map(Replay::readStderr).or(() -> end.map(RunEnd::stderr)).orElse(StderrSummary.EMPTY);
        Usage usage = Usage.of(
                transcript.threadUsage(),
                manifest.map(RunManifest::resumed).orElse(true),
                manifest.flatMap(RunManifest::usageBaseline));
        CodexExit ended = end.flatMap(RunEnd::exit).orElse(exit);
        Verdict verdict = end.flatMap(RunEnd::cause)
                .or(() -> end.isPresent() ? Optional.empty() : overBudget(transcript, ended, manifest))
                .map(Verdict::of)
                .orElseGet(() -> VerdictJudge.judge(transcript, ended, summary, requirements));
        return new Replay(transcript.including(summary), summary, usage, verdict);
    }

    /** Where the runner was killed, nobody had judged the budgets yet. */
    private static Optional<Failure> overBudget(Transcript transcript, CodexExit exit, Optional<RunManifest> manifest) {
        return manifest.filter(run -> exit.ending() != CodexExit.Ending.CANCELLED)
                .flatMap(run -> run.budgets()
                        .flatMap(budgets ->
                                Budget.firstExceeded(budgets, Spending.of(transcript, run.usageBaseline()))));
    }

    private static StderrSummary readStderr(Path file) {
        StderrReader reader = new StderrReader();
        pump(file, JournalFailure.STDERR_NOT_READABLE, line -> reader.accept(line.text()));
        return reader.summary();
    }

    private static void pump(Path file, JournalFailure failure, Consumer<StreamLine> lines) {
        try (InputStream in = RegularFile.open(file);
                LineSplitter splitter = new LineSplitter(lines)) {
            in.transferTo(splitter);
        } catch (IOException unreadable) {
            Failure told = failure.with(file, SystemReason.of(unreadable));
            throw told.asException();
        }
    }
}
