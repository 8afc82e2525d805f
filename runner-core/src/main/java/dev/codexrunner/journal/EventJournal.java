package dev.codexrunner.journal;

import dev.codexrunner.events.Event;
import dev.codexrunner.events.ParsedLine;
import dev.codexrunner.events.StreamLine;
import dev.codexrunner.failure.Failure;
import dev.codexrunner.file.SystemReason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;

/**
 * Writes each line of the stream, redacted, to {@code events.jsonl}, and when it came to {@code events.times}, one
 * number of milliseconds since the start for each line. Every line goes to the system at once, without a buffer of ours:
 * after a KILL of the runner all that was handed over is there. A failing disk never disturbs the pump: the first failure
 * is remembered for the end. One pump writes.
 */
public final class EventJournal implements AutoCloseable {

    public static final String EVENTS = "events.jsonl";
    public static final String TIMES = "events.times";

    private final Path folder;
    private final UnaryOperator<String> redact;
    private final Clock clock;
    private final Instant start;
    private final FileChannel events;
    private final FileChannel times;
    private final Optional<Object> identity;
    private volatile Optional<Failure> failure = Optional.empty();
    private volatile OptionalLong firstMillis = OptionalLong.empty();

    private EventJournal(
            Path folder, UnaryOperator<String> redact, Clock clock, FileChannel events, FileChannel times) {
        this.folder = folder;
        this.redact = redact;
        this.clock = clock;
        this.start = clock.instant();
        this.events = events;
        this.times = times;
        this.identity = JournalFile.identity(folder.resolve(EVENTS));
    }

    /**
     * @param folder exists; files of an earlier run in it are refused
     * @throws dev.codexrunner.failure.FailureException {@link JournalFailure#JOURNAL_NOT_WRITTEN}
     */
    public static EventJournal open(Path folder, UnaryOperator<String> redact, Clock clock) {
        try {
            FileChannel events = JournalFile.create(folder.resolve(EVENTS));
            try {
                return new EventJournal(folder, redact, clock, events, JournalFile.create(folder.resolve(TIMES)));
            } catch (IOException failed) {
                events.close();
                throw failed;
            }
        } catch (IOException failed) {
            throw notWritten(folder.resolve(EVENTS), failed).asException();
        }
    }

    /**
     * Writes a line down. Call it before anything is shown of that line.
     *
     * @return when the line came, in milliseconds since the start: what was written down
     */
    public long append(StreamLine line, ParsedLine parsed) {
        long millis = Math.max(0, Duration.between(start, clock.instant()).toMillis());
        if (firstMillis.isEmpty()) {
            firstMillis = OptionalLong.of(millis);
        }
        if (failure.isEmpty()) {
            write(line, parsed, millis);
        }
        return millis;
    }

    private void write(StreamLine line, ParsedLine parsed, long millis) {
        String text = parsed.event() instanceof Event.OversizedLine oversized
                ? oversized.toJson()
                : redact.apply(line.text());
        try {
            long whole = events.position();
            long wholeTimes = times.position();
            try {
                write(events, text + "\n");
                write(times, millis + "\n");
            } catch (IOException failed) {
                // Half a line is no event; what was written before stays.
                events.truncate(whole);
                times.truncate(wholeTimes);
                throw failed;
            }
        } catch (IOException failed) {
            failure = Optional.of(notWritten(folder.resolve(EVENTS), failed));
        }
    }

    private static void write(FileChannel channel, String text) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /** When the first line came, in milliseconds since the start; empty where none has. */
    public OptionalLong firstMillis() {
        return firstMillis;
    }

    /** The same of a recorded stream, as the times beside it have it; empty where there are none. */
    public static OptionalLong firstMillis(Path events) {
        try (LineTimes times = LineTimes.beside(events)) {
            return times.next();
        }
    }

    /** The first failure to write, if there was one, or that what was written is no longer where it was. */
    public Optional<Failure> failure() {
        return failure.or(this::gone);
    }

    private Optional<Failure> gone() {
        Path file = folder.resolve(EVENTS);
        return identity.equals(JournalFile.identity(file))
                ? Optional.empty()
                : Optional.of(JournalFailure.JOURNAL_GONE.with(file));
    }

    @Override
    public void close() {
        try (times) {
            events.close();
        } catch (IOException failed) {
            failure = failure.or(() -> Optional.of(notWritten(folder.resolve(EVENTS), failed)));
        }
    }

    static Failure notWritten(Path file, IOException failed) {
        return JournalFailure.JOURNAL_NOT_WRITTEN.with(file, SystemReason.of(failed));
    }
}
