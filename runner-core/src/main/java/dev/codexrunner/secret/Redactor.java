package dev.codexrunner.secret;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Takes secrets out of text: those it was told of, in every form that tools write them in, and those that show by their
 * shape what they are. {@code [redacted:NAME]} stands in their place. Thread-safe.
 *
 * <p>It catches accidents. A command that holds a secret and wants it out can encode it in a way nobody looks for.
 */
public final class Redactor {

    private static final int LONGEST_NAME = 40;

    private final Set<Spelling> asWritten = new LinkedHashSet<>();
    private final Set<Spelling> joined = new LinkedHashSet<>();
    private final Set<String> tooShort = new LinkedHashSet<>();
    private volatile KnownForms known = KnownForms.NONE;

    /**
     * From now on this secret is masked, in streams already open too. One that is blank or shorter than eight characters
     * is not: it would blank the log. {@link #tooShort()} names it.
     */
    public synchronized void learn(Secret secret) {
        if (secret.reveal().strip().length() < SecretParts.SHORTEST) {
            tooShort.add(secret.name());
            return;
        }
        Spellings spellings = Spellings.of(secret, label(secret.name()));
        asWritten.addAll(spellings.asWritten());
        joined.addAll(spellings.joined());
        known = new KnownForms(asWritten, joined);
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
        return new RedactingStream(target, () -> known);
    }

    /** Names of secrets that are too short to be masked. */
    public synchronized List<String> tooShort() {
        return List.copyOf(tooShort);
    }

    /** Safe inside a JSON string, a URL and a shell word. */
    private static String label(String name) {
        String safe = name.replaceAll("[^A-Za-z0-9._-]", "-");
        return safe.substring(0, Math.min(LONGEST_NAME, safe.length()));
    }
}
