package dev.codexrunner.progress;

import dev.codexrunner.events.Event;
import dev.codexrunner.events.TokenUsage;
import dev.codexrunner.report.ConsoleText;
import dev.codexrunner.report.Elapsed;
import dev.codexrunner.secret.Redactor;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** A line for each thing that happens; when nothing does, a heartbeat; on a terminal a status line below. Thread-safe. */
final class LiveProgress implements Progress {

    /** CI systems take silence for a hang; this is well below what any of them waits. */
    private static final Duration QUIET = Duration.ofSeconds(30);

    private static final int LONGEST_NOTE = 400;
    private static final String CLEAR_LINE = "\r\u001B[K";

    private final ProgressStream stream;
    private final ConsoleText console;
    private final ProgressLines lines;
    private final Instant startedAt;
    private final boolean terminal;
    private Instant lastSign;
    private Optional<TokenUsage> usage = Optional.empty();
    private boolean statusShown;

    LiveProgress(ProgressStream stream, Redactor redactor, Instant startedAt, Path workingFolder, boolean terminal) {
        this.stream = stream;
        this.console = new ConsoleText(redactor);
        this.lines = new ProgressLines(console, workingFolder);
        this.startedAt = startedAt;
        this.lastSign = startedAt;
        this.terminal = terminal;
    }

    @Override
    public synchronized void event(Event event, Instant now) {
        if (event instanceof Event.TurnCompleted completed) {
            usage = completed.usage().or(() -> usage);
        }
        for (String line : lines.of(event, now)) {
            show(line);
            lastSign = now;
        }
    }

    @Override
    public synchronized void note(String text) {
        show(console.line(text, LONGEST_NOTE));
    }

    @Override
    public synchronized void usage(TokenUsage soFar) {
        usage = Optional.of(soFar);
    }

    @Override
    public synchronized void tick(Instant now) {
        if (terminal) {
            stream.write(CLEAR_LINE + status(now));
            statusShown = true;
        } else if (Duration.between(lastSign, now).compareTo(QUIET) >= 0) {
            show("still running, " + status(now));
            lastSign = now;
        }
    }

    @Override
    public synchronized void close() {
        clearStatus();
    }

    private void show(String line) {
        clearStatus();
        stream.write(line + "\n");
    }

    private void clearStatus() {
        if (statusShown) {
            stream.write(CLEAR_LINE);
            statusShown = false;
        }
    }

    private String status(Instant now) {
        String tokens = usage.map(sum ->
                        String.format(Locale.ROOT, ", %,d tokens in, %,d out", sum.inputTokens(), sum.outputTokens()))
                .orElse("");
        return Elapsed.ofMillis(Duration.between(startedAt, now).toMillis()) + tokens;
    }
}
