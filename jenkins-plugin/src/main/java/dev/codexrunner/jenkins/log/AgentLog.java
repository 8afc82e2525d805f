package dev.codexrunner.jenkins.log;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/** A log on an agent whose text the controller masks, line by line. Where that fails, text is left out, and the log says so. */
final class AgentLog extends OutputStream {

    /** In milliseconds: shorter than on the controller, as nobody tells an agent that the build ends. */
    static final long QUIET = 300;

    private static final Logger LOGGER = Logger.getLogger(AgentLog.class.getName());
    private static final int BLOCK = 16 * 1024;
    private static final byte[] NOTHING = new byte[0];

    private final MarkedLog log;
    private final RemoteMask controller;
    private final String mark;
    private final Consumer<Runnable> later;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private int stream;
    private boolean holding;
    private boolean awaited;
    private boolean warned;
    private long writes;

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
        int from = log.behindLeftOut(bytes, offset, length);
        if (from == offset + length) {
            return;
        }
        writes++;
        line.write(bytes, from, offset + length - from);
        if (bytes[offset + length - 1] == '\n' || line.size() >= BLOCK) {
            send(false);
        }
        if (!awaited && (holding || line.size() > 0)) {
            awaited = true;
            await(writes);
        }
    }

    private void await(long seen) {
        later.accept(() -> sendUnlessWrittenSince(seen));
    }

    private synchronized void sendUnlessWrittenSince(long seen) {
        if (writes != seen) {
            await(writes);
            return;
        }
        awaited = false;
        try {
            send(true);
            log.flush();
        } catch (IOException closed) {
            LOGGER.log(Level.FINE, "The log was closed before its last words", closed);
        }
    }

    private void send(boolean last) throws IOException {
        byte[] text = line.size() == 0 ? NOTHING : line.toByteArray();
        line.reset();
        if (text.length == 0 && !(last && holding)) {
            return;
        }
        try {
            if (stream == 0) {
                stream = controller.open();
            }
            MaskedText masked = controller.mask(stream, text, last);
            holding = masked.holding;
            log.write(masked.text);
        } catch (RuntimeException | LinkageError e) {
            LOGGER.log(warned ? Level.FINE : Level.WARNING, "The controller can't be asked to mask a build's log", e);
            warned = true;
            holding = false;
            boolean inLine = text.length > 0 && text[text.length - 1] != '\n';
            log.leaveOut(mark, inLine && !last);
        }
    }

    @Override
    public synchronized void flush() throws IOException {
        send(false);
        log.flush();
    }

    @Override
    public synchronized void close() throws IOException {
        try {
            send(true);
        } finally {
            log.close();
        }
    }
}
