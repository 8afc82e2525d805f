package dev.codexrunner.secret;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Takes secrets out of text: those it was told of, in every form that tools write them in, and those that show by their
 * shape what they are. {@code [redacted:NAME]} stands in their place. Thread-safe.
 *
 * <p>It catches accidents. A command that holds a secret and wants it out can encode it in a way nobody looks for.
 */
public final class Redactor {

    private final LearnedSecrets secrets = new LearnedSecrets();
    private final Set<String> tooShort = new LinkedHashSet<>();
    private int builds;
    /** What {@link #secrets} are looked for as; null from when one is learned until the next byte is redacted. */
    private volatile @Nullable KnownForms known = KnownForms.NONE;

    /**
     * From now on this secret is masked, in streams already open too. One that is blank or shorter than eight characters
     * is not: it would blank the log. {@link #tooShort()} names it. Of one that is very long only pieces are, and of very
     * many the longest aren't: {@link #tooMuch()} names these.
     */
    public synchronized void learn(Secret secret) {
        if (secret.reveal().strip().length() < SecretParts.SHORTEST) {
            tooShort.add(secret.name());
        } else if (secrets.add(secret)) {
            KnownForms before = known;
            known = null;
            if (before != null && before != KnownForms.NONE) {
                before.outdate();
            }
        }
    }

    /** The text without secrets. */
    public String redact(String text) {
        if (text.length() < SecretParts.SHORTEST) {
            return text;
        }
        ByteArrayOutputStream redacted = new ByteArrayOutputStream(text.length());
        try (OutputStream stream = redacting(redacted)) {
            stream.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException impossible) {
            throw new UncheckedIOException("Memory can be written.", impossible);
        }
        return redacted.toString(StandardCharsets.UTF_8);
    }

    /**
     * A stream that passes on to {@code target} what is no secret, however the bytes are cut into writes. Closing it
     * passes on what was held back, and closes the target.
     */
    public OutputStream redacting(OutputStream target) {
        return new RedactingStream(target, this::known);
    }

    /** Names of secrets that are too short to be masked. */
    public synchronized List<String> tooShort() {
        return List.copyOf(tooShort);
    }

    /** Names of secrets that are masked in part or not at all, because they are too long, or too many. */
    public synchronized List<String> tooMuch() {
        return secrets.tooMuch();
    }

    /** What the user should know of {@link #tooShort()} and {@link #tooMuch()}, a sentence for each. */
    public List<String> notices() {
        return Stream.concat(
                        tooShort().stream()
                                .map(name ->
                                        "The secret " + name + " is too short to be masked without hiding other text."),
                        tooMuch().stream()
                                .map(name -> "The secret " + name
                                        + " is masked in part at most: it is too long, or there are too many."))
                .toList();
    }

    /** How often what is looked for was made: it takes time and memory. */
    synchronized int builds() {
        return builds;
    }

    /** Once for all secrets learned since the last byte was redacted: there may be hundreds, and each would cost all. */
    private KnownForms known() {
        KnownForms current = known;
        return current == null ? build() : current;
    }

    private synchronized KnownForms build() {
        KnownForms current = known;
        if (current == null) {
            current = secrets.forms();
            known = current;
            builds++;
        }
        return current;
    }
}
