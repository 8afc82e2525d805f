package dev.codexrunner.jenkins.masking;

import dev.codexrunner.secret.Redactor;
import dev.codexrunner.secret.Secret;
import java.io.OutputStream;
import java.util.List;

/**
 * Masks secrets in the log of one build, in every form that tools write them in: as they are, in base64 whatever stands
 * before them, in hexadecimal, percent-encoded, as JSON and more; across lines, and however a text is cut into writes.
 * Thread-safe; a secret learned while a stream is open counts in it from then on.
 */
public final class LogMask {

    private final Redactor redactor = new Redactor();
    private final LineEnds lineEnds = new LineEnds();

    /**
     * @param name what stands in the secret's place: {@code [redacted:NAME]}
     * @param value of any number of lines; shorter than eight characters it is not masked, see {@link #notices()}
     */
    public void learn(String name, String value) {
        redactor.learn(Secret.of(name, value));
        lineEnds.learn(value);
    }

    /**
     * A stream that writes to {@code log} what is no secret. A line is there once it is complete, unless a secret could go on
     * in the next one; then it waits for that one, for {@value MaskedLog#MOST_LINES} lines at most. A line comes as a whole.
     * Closing it writes what waits and closes the log.
     */
    public MaskingStream masking(OutputStream log) {
        return new MaskedLog(log, redactor, lineEnds);
    }

    /** A stream for a whole text, such as a file: whatever it writes to {@code target} is no secret. Closing it closes the target. */
    public OutputStream maskingText(OutputStream target) {
        return redactor.redacting(target);
    }

    /** As {@link #maskingText}, for JSON, or lines of it, which it is afterwards too. */
    public OutputStream maskingJson(OutputStream target) {
        return new MaskedJson(target, redactor::redact);
    }

    /** A text without secrets. */
    public String mask(String text) {
        return redactor.redact(text);
    }

    /** What the user should know of secrets that can't be masked, a sentence for each. */
    public List<String> notices() {
        return redactor.notices();
    }
}
