package dev.codexrunner.jenkins.log;

import dev.codexrunner.jenkins.masking.MaskingStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Part of a log, with a mask between: knows how much of it the mask still holds back. */
final class MaskedPart {

    private static final byte[] MASK = "[redacted:".getBytes(StandardCharsets.UTF_8);

    /** Of what was written since something was masked, in bytes. */
    private static final int MOST_WRITTEN = 64 * 1024;

    private final PassedOn passedOn;
    private final MaskingStream masking;
    /** What was written since the mask held nothing. */
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    MaskedPart(OutputStream log, Masker masker) {
        this.passedOn = new PassedOn(log);
        this.masking = masker.masking(passedOn);
    }

    void write(byte[] bytes, int offset, int length) throws IOException {
        written.write(bytes, offset, length);
        masking.write(bytes, offset, length);
        forgetWhatIsPassedOn();
    }

    private void forgetWhatIsPassedOn() {
        if (!passedOn.masked && passedOn.count == written.size()) {
            written.reset();
            passedOn.count = 0;
        }
    }

    /** In bytes; where something was masked, all that was written since, as nobody can tell. */
    int held() {
        return passedOn.masked ? Math.max(written.size(), 1) : written.size() - passedOn.count;
    }

    /** Whether it should end at the next line's end, so as not to grow with the log. */
    boolean isLong() {
        return written.size() > MOST_WRITTEN;
    }

    void passOnLines() throws IOException {
        masking.passOnLines();
        forgetWhatIsPassedOn();
    }

    /** What is decided of it. */
    void showUnfinishedLine() throws IOException {
        masking.flush();
        forgetWhatIsPassedOn();
    }

    void end() throws IOException {
        masking.close();
    }

    /** The log, which a part's end does not close. */
    private static final class PassedOn extends OutputStream {
        private final OutputStream log;
        private int count;
        private boolean masked;
        private int matched;

        PassedOn(OutputStream log) {
            this.log = log;
        }

        @Override
        public void write(int value) throws IOException {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            log.write(bytes, offset, length);
            count += length;
            for (int i = offset; i < offset + length && !masked; i++) {
                matched = bytes[i] == MASK[matched] ? matched + 1 : bytes[i] == MASK[0] ? 1 : 0;
                masked = matched == MASK.length;
            }
        }

        @Override
        public void flush() throws IOException {
            log.flush();
        }

        @Override
        public void close() throws IOException {
            log.flush();
        }
    }
}
