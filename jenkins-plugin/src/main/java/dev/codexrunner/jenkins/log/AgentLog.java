package dev.codexrunner.jenkins.log;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/** A log on an agent whose text the controller masks, line by line. Where that fails, the log goes on without. */
final class AgentLog extends OutputStream {

    /** In milliseconds: shorter than on the controller, as nobody tells an agent that the build ends. */
    static final long QUIET = 300;

    private static final Logger LOGGER = Logger.getLogger(AgentLog.class.getName());
    private static final int BLOCK = 16 * 1024;
    private static final byte[] NOTHING = new byte[0];

    private final OutputStream log;
    private final RemoteMask controller;
    private final Consumer<Runnable> later;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private int stream;
    private boolean holding;
    private boolean awaited;
    private long writes;

    AgentLog(OutputStream log, RemoteMask controller, Consumer<Runnable> later) {
        this.log = log;
        this.controller = controller;
        this.later = later;
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return;
        }
        writes++;
        line.write(bytes, offset, length);
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
        log.write(masked(text, last));
    }

    private byte[] masked(byte[] text, boolean last) {
        try {
            if (stream == 0) {
                stream = controller.open();
            }
            MaskedText masked = controller.mask(stream, text, last);
            holding = masked.holding;
            return masked.text;
        } catch (RuntimeException e) {
            LOGGER.log(Level.WARNING, "The controller can't be asked to mask a build's log: it goes on unmasked", e);
            holding = false;
            return text;
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
