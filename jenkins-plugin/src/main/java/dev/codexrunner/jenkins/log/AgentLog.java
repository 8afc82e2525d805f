package dev.codexrunner.jenkins.log;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A log on an agent whose text the controller masks. It goes there in pieces that time, size and a flush cut, and nothing
 * else: were a line held back because a secret may have begun in it, whoever writes lines could guess it letter by letter.
 */
final class AgentLog extends OutputStream {

    /** In milliseconds, until the text that nobody goes on with is sent; other text is sent when it is this old. */
    static final long QUIET = 300;

    /** In bytes, of text that is not sent yet. */
    static final int MOST = 64 * 1024;

    /** In bytes, of a text that is too long to wait whole: a secret could go on behind it. */
    private static final int KEPT = 16 * 1024;

    private static final Logger LOGGER = Logger.getLogger(AgentLog.class.getName());

    private final MarkedLog log;
    private final RemoteMask controller;
    private final String mark;
    private final Consumer<Runnable> later;
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private int atLastLook;
    private boolean awaited;
    private boolean atLineEnd;
    private boolean warned;

    /** @param mark what the log is to say: not to be looked up when the controller is out of reach */
    AgentLog(OutputStream log, RemoteMask controller, String mark, Consumer<Runnable> later) {
        this.log = new MarkedLog(log);
        this.controller = controller;
        this.mark = mark;
        this.later = later;
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) throws IOException {
        for (int from = log.behindLeftOut(bytes, offset, length); from < offset + length; ) {
            int piece = Math.min(MOST - written.size(), offset + length - from);
            written.write(bytes, from, piece);
            from += piece;
            if (written.size() >= MOST) {
                sendUpTo(MOST - KEPT);
                atLastLook = 0;
            }
        }
        atLineEnd = length > 0 && bytes[offset + length - 1] == '\n';
        if (!awaited && written.size() > 0) {
            atLastLook = written.size();
            awaitLook();
        }
    }

    private void awaitLook() {
        awaited = true;
        later.accept(this::look);
    }

    private synchronized void look() {
        awaited = false;
        try {
            if (atLastLook == written.size()) {
                sendAll();
            } else {
                sendLines(atLastLook);
                atLastLook = written.size();
                awaitLook();
            }
            log.flush();
        } catch (IOException closed) {
            LOGGER.log(Level.FINE, "The log was closed before its last words", closed);
        }
    }

    private void sendAll() throws IOException {
        byte[] all = written.toByteArray();
        written.reset();
        if (all.length > 0) {
            try {
                log.write(controller.mask(all));
            } catch (RuntimeException | LinkageError e) {
                leaveOut(all, e);
            }
        }
    }

    /** Of the line that isn't complete by then nothing is sent. */
    private void sendLines(int bound) throws IOException {
        int end = lastLineEnd(written.toByteArray(), bound);
        if (end > 0) {
            sendUpTo(end);
        }
    }

    private void sendUpTo(int bound) throws IOException {
        byte[] all = written.toByteArray();
        int lineEnd = lastLineEnd(all, bound);
        int end = lineEnd > 0 ? lineEnd : bound;
        written.reset();
        byte[] allMasked;
        byte[] firstMasked;
        try {
            allMasked = controller.mask(all);
            firstMasked = controller.mask(Arrays.copyOf(all, end));
        } catch (RuntimeException | LinkageError e) {
            leaveOut(all, e);
            return;
        }
        if (startsWith(allMasked, firstMasked)) {
            log.write(firstMasked);
            written.write(all, end, all.length - end);
        } else {
            // A secret goes on behind the end.
            log.write(allMasked);
        }
    }

    private void leaveOut(byte[] text, Throwable why) throws IOException {
        LOGGER.log(warned ? Level.FINE : Level.WARNING, "The controller can't be asked to mask a build's log", why);
        warned = true;
        log.leaveOut(mark, text[text.length - 1] != '\n');
    }

    /** The index behind the last line end before {@code bound}; 0 where there is none. */
    private static int lastLineEnd(byte[] text, int bound) {
        int end = bound;
        while (end > 0 && text[end - 1] != '\n') {
            end--;
        }
        return end;
    }

    private static boolean startsWith(byte[] text, byte[] start) {
        return text.length >= start.length && Arrays.equals(text, 0, start.length, start, 0, start.length);
    }

    /** Who does this behind a line has said all for now, and may be about to tell that the step has ended. */
    @Override
    public synchronized void flush() throws IOException {
        if (atLineEnd) {
            sendAll();
        }
        log.flush();
    }

    @Override
    public synchronized void close() throws IOException {
        try {
            sendAll();
        } finally {
            log.close();
        }
    }
}
