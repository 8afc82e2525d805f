package dev.codexrunner.journal;

import dev.codexrunner.failure.Failure;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/**
 * {@code stderr.log}: the head goes to the file at once, the tail is kept in memory and follows at the end, with a note
 * of what was left out between them. Takes bytes that are redacted already. Never throws; the first failure is
 * remembered. One pump writes.
 */
public final class StderrLog extends OutputStream {

    public static final String FILE = "stderr.log";

    private static final int DEFAULT_HEAD = 4 * 1024 * 1024;
    private static final int DEFAULT_TAIL = 256 * 1024;

    private final Path file;
    private final OutputStream out;
    private final byte[] tail;
    private long headLeft;
    private long tailSeen;
    private boolean closed;
    private volatile Optional<Failure> failure = Optional.empty();

    private StderrLog(Path file, OutputStream out, int head, int tail) {
        this.file = file;
        this.out = out;
        this.headLeft = head;
        this.tail = new byte[tail];
    }

    /** @throws dev.codexrunner.failure.FailureException {@link JournalFailure#JOURNAL_NOT_WRITTEN} */
    public static StderrLog open(Path folder) {
        return open(folder, DEFAULT_HEAD, DEFAULT_TAIL);
    }

    static StderrLog open(Path folder, int head, int tail) {
        Path file = folder.resolve(FILE);
        try {
            return to(file, Channels.newOutputStream(JournalFile.create(file)), head, tail);
        } catch (IOException failed) {
            throw EventJournal.notWritten(file, failed).asException();
        }
    }

    static StderrLog to(Path file, OutputStream out, int head, int tail) {
        return new StderrLog(file, out, head, tail);
    }

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int count) {
        int toHead = (int) Math.min(headLeft, count);
        if (toHead > 0) {
            headLeft -= toHead;
            emit(bytes, offset, toHead);
        }
        for (int i = offset + toHead; i < offset + count; i++) {
            tail[(int) (tailSeen++ % tail.length)] = bytes[i];
        }
    }

    /** Writes the tail. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        int kept = (int) Math.min(tailSeen, tail.length);
        if (tailSeen > kept) {
            byte[] note = ("\n[... " + (tailSeen - kept) + " bytes left out ...]\n").getBytes(StandardCharsets.UTF_8);
            emit(note, 0, note.length);
        }
        int begin = (int) ((tailSeen - kept) % tail.length);
        int first = Math.min(kept, tail.length - begin);
        emit(tail, begin, first);
        emit(tail, 0, kept - first);
        try {
            out.close();
        } catch (IOException failed) {
            remember(failed);
        }
    }

    private void emit(byte[] bytes, int offset, int count) {
        try {
            out.write(bytes, offset, count);
        } catch (IOException failed) {
            remember(failed);
        }
    }

    private void remember(IOException failed) {
        failure = failure.or(() -> Optional.of(EventJournal.notWritten(file, failed)));
    }

    /** The first failure to write, if there was one. */
    public Optional<Failure> failure() {
        return failure;
    }
}
