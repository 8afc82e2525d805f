package dev.codexrunner.run;

import dev.codexrunner.events.Event;
import dev.codexrunner.events.EventParser;
import dev.codexrunner.events.Item;
import dev.codexrunner.events.LineSplitter;
import dev.codexrunner.events.ParsedLine;
import dev.codexrunner.events.StreamLine;
import dev.codexrunner.events.TokenUsage;
import dev.codexrunner.launch.CodexProcess;
import dev.codexrunner.launch.LaunchPlan;
import dev.codexrunner.launch.ProcessExit;
import dev.codexrunner.launch.Supervisor;
import dev.codexrunner.outcome.StderrReader;
import dev.codexrunner.secret.Redactor;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;

/**
 * One start of codex, from its first byte to its end: each line is written down, then folded, then shown. While it runs,
 * a beat a second keeps the progress alive and the tokens watched.
 */
final class CodexAttempt {

    private static final Duration BEAT = Duration.ofSeconds(1);

    private final RunStreams streams;
    private final BudgetWatch budget;
    private final Path codexHome;
    private final Clock clock;
    private final SettingsWatch settings;
    private final RolloutCommands threadBefore;
    private final EventParser parser = new EventParser();
    private final StderrReader stderrReader;
    private volatile Optional<Rollout> rollout = Optional.empty();

    private final CompletableFuture<CodexProcess> started = new CompletableFuture<>();

    CodexAttempt(
            RunStreams streams,
            BudgetWatch budget,
            Path codexHome,
            Redactor redactor,
            Clock clock,
            SettingsWatch settings,
            RolloutCommands threadBefore) {
        this.streams = streams;
        this.budget = budget;
        this.codexHome = codexHome;
        this.clock = clock;
        this.settings = settings;
        this.threadBefore = threadBefore;
        this.stderrReader = new StderrReader(redactor::redact);
    }

    /**
     * How it ended.
     *
     * @param threadId the thread that it named
     * @param rollout what the rollout file told last
     * @param rolloutExists whether there was such a file
     * @param recovered how many commands were taken from it that the stream lacked
     */
    record Ended(
            ProcessExit exit,
            StderrReader stderr,
            Optional<String> threadId,
            RolloutFacts rollout,
            boolean rolloutExists,
            int recovered) {}

    /**
     * Runs it to its end.
     *
     * @param cancellation ends it when a signal comes
     * @throws dev.codexrunner.failure.FailureException when codex can't be started
     */
    Ended run(Supervisor supervisor, LaunchPlan plan, Cancellation cancellation) {
        long commandsBefore = streams.transcript().commandsBegun();
        LineSplitter stdout = new LineSplitter(this::take);
        LineSplitter stderrLines = new LineSplitter(line -> stderrReader.accept(line.text()));
        OutputStream stderr = new TwoStreams(streams.stderr(), stderrLines);
        CodexProcess process = supervisor.start(plan, stdout, stderr);
        started.complete(process);
        try (Cancellation.Registration registration =
                        cancellation.onCancel(signal -> process.cancel(OptionalInt.of(signal)));
                Heartbeat beat = Heartbeat.start(BEAT, () -> beat(process))) {
            ProcessExit exit = process.await();
            stdout.close();
            stderrLines.close();
            settings.broken(facts());
            int recovered = recover(commandsBefore);
            return new Ended(
                    exit,
                    stderrReader,
                    rollout.map(Rollout::threadId),
                    facts(),
                    rollout.filter(Rollout::exists).isPresent(),
                    recovered);
        }
    }

    /** codex 0.169.0 now and then has no event for a command that ends within milliseconds; its own record has it. */
    private int recover(long commandsBefore) {
        List<Item.CommandExecution> lacking = rollout.map(Rollout::commands)
                .orElse(RolloutCommands.NONE)
                .lackedBy(streams.transcript().commandsBegun() - commandsBefore, threadBefore);
        lacking.forEach(streams::recover);
        return lacking.size();
    }

    /** Ends it, also when it is only about to start. Thread-safe. */
    void end() {
        CompletableFuture<Void> unused = started.thenAccept(process -> process.cancel(OptionalInt.empty()));
    }

    private void take(StreamLine line) {
        ParsedLine parsed = parser.read(line);
        streams.transcript().accept(parsed, OptionalLong.of(streams.journal().append(line, parsed)));
        if (parsed.event() instanceof Event.ThreadStarted thread) {
            rollout = Optional.of(new Rollout(codexHome, thread.threadId()));
        }
        if (budget.seeWork(streams.transcript())) {
            CompletableFuture<Void> unused = started.thenAccept(CodexProcess::endForLimit);
        }
        streams.progress().event(parsed.event(), clock.instant());
        if (settings.broken(parsed.event())) {
            end();
        }
    }

    private void beat(CodexProcess process) {
        RolloutFacts facts = facts();
        if (settings.broken(facts)) {
            end();
        }
        Optional<TokenUsage> used = facts.threadUsage();
        used.ifPresent(streams.progress()::usage);
        streams.progress().tick(clock.instant());
        if (budget.seeTokens(used)) {
            process.endForLimit();
        }
    }

    private RolloutFacts facts() {
        return rollout.map(Rollout::read).orElse(RolloutFacts.NONE);
    }

    /** What is written goes to both. */
    private static final class TwoStreams extends OutputStream {

        private final OutputStream first;
        private final OutputStream second;

        TwoStreams(OutputStream first, OutputStream second) {
            this.first = first;
            this.second = second;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            first.write(bytes, offset, length);
            second.write(bytes, offset, length);
        }
    }
}
