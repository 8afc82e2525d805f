package dev.codexrunner.jenkins.exec;

import dev.codexrunner.jenkins.agent.RunPlace;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Takes out of a runner's log the line that names the folder of its report: that one is the agent's, and goes with the run.
 * The step names the run's page in its place. For one log, which may come in whatever pieces.
 */
final class ReportLine {

    private static final int LINE_END = '\n';

    private final byte[] beginning;
    /** How much of it the line has shown so far; less than nothing where the line is another one. */
    private int seen;

    private boolean inLine;

    ReportLine(RunPlace place) {
        this(place.reportFolder());
    }

    ReportLine(String reportFolder) {
        beginning = ("report: " + reportFolder).getBytes(StandardCharsets.UTF_8);
    }

    OutputStream takenOutOf(OutputStream log) {
        return new FilterOutputStream(log) {
            @Override
            public void write(int value) throws IOException {
                write(new byte[] {(byte) value}, 0, 1);
            }

            @Override
            public void write(byte[] text, int offset, int length) throws IOException {
                out.write(others(text, offset, length));
            }
        };
    }

    InputStream takenOutOf(InputStream log) {
        return new InputStream() {
            private final byte[] block = new byte[8 * 1024];
            private byte[] others = new byte[0];
            private int at;

            @Override
            public int read() throws IOException {
                return fill() ? others[at++] & 0xff : -1;
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                if (length == 0) {
                    return 0;
                }
                if (!fill()) {
                    return -1;
                }
                int count = Math.min(length, others.length - at);
                System.arraycopy(others, at, target, offset, count);
                at += count;
                return count;
            }

            private boolean fill() throws IOException {
                while (at == others.length) {
                    int count = log.read(block);
                    if (count < 0) {
                        return false;
                    }
                    others = others(block, 0, count);
                    at = 0;
                }
                return true;
            }
        };
    }

    /** What of the text is of other lines. What may yet become that line waits. */
    private synchronized byte[] others(byte[] text, int offset, int length) {
        ByteArrayOutputStream others = new ByteArrayOutputStream(length);
        for (int i = offset; i < offset + length; i++) {
            if (inLine) {
                inLine = text[i] != LINE_END;
            } else if (seen >= 0 && text[i] == beginning[seen]) {
                seen++;
                inLine = seen == beginning.length;
                seen = inLine ? 0 : seen;
            } else {
                others.write(beginning, 0, Math.max(0, seen));
                others.write(text[i]);
                seen = text[i] == LINE_END ? 0 : -1;
            }
        }
        return others.toByteArray();
    }
}
