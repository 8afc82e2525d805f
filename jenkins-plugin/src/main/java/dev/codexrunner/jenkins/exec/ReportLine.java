package dev.codexrunner.jenkins.exec;

import dev.codexrunner.jenkins.agent.RunPlace;
import dev.codexrunner.jenkins.result.BuildEffect;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Takes out of a runner's log what the step says itself, and better: the line with the folder of the report, which is the agent's
 * and goes with the run, and a failure's verdict with its two lines, which name options that nobody gave. For one log, which may
 * come in whatever pieces.
 */
final class ReportLine {

    private static final int LINE_END = '\n';

    private static final List<byte[]> DETAILS = List.of(bytes("  why: "), bytes("  fix: "));

    private final List<byte[]> beginnings = new ArrayList<>();
    /** The beginning of a line, as long as it may become one of those. */
    private final ByteArrayOutputStream held = new ByteArrayOutputStream();

    private boolean inTakenLine;
    private boolean inOtherLine;
    private boolean afterVerdict;

    ReportLine(RunPlace place) {
        this(place.reportFolder());
    }

    ReportLine(String reportFolder) {
        beginnings.add(bytes("report: " + reportFolder));
        BuildEffect.failureKinds().forEach(kind -> beginnings.add(bytes("verdict: " + kind + " (exit ")));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
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

    /** What of the text is of other lines. What may yet become one of those waits. */
    private synchronized byte[] others(byte[] text, int offset, int length) {
        ByteArrayOutputStream others = new ByteArrayOutputStream(length);
        for (int i = offset; i < offset + length; i++) {
            if (inTakenLine) {
                inTakenLine = text[i] != LINE_END;
            } else if (inOtherLine) {
                others.write(text[i]);
                inOtherLine = text[i] != LINE_END;
            } else {
                held.write(text[i]);
                decide(others, text[i]);
            }
        }
        return others.toByteArray();
    }

    private void decide(ByteArrayOutputStream others, byte last) {
        byte[] line = held.toByteArray();
        if (isOneOf(beginnings, line) || (afterVerdict && isOneOf(DETAILS, line))) {
            inTakenLine = true;
            afterVerdict = true;
            held.reset();
        } else if (!begins(beginnings, line) && !(afterVerdict && begins(DETAILS, line))) {
            others.writeBytes(line);
            inOtherLine = last != LINE_END;
            afterVerdict = false;
            held.reset();
        }
    }

    private static boolean isOneOf(List<byte[]> beginnings, byte[] line) {
        return beginnings.stream().anyMatch(each -> Arrays.equals(each, line));
    }

    private static boolean begins(List<byte[]> beginnings, byte[] line) {
        return beginnings.stream()
                .anyMatch(
                        each -> line.length < each.length && Arrays.equals(each, 0, line.length, line, 0, line.length));
    }
}
