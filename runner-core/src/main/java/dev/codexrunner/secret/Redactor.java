package dev.codexrunner.secret;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Takes secrets out of text: those it was told of, in every form that tools write them in, and those that show by their
 * shape what they are. {@code [redacted:NAME]} stands in their place. Thread-safe.
 *
 * <p>It catches accidents. A command that holds a secret and wants it out can encode it in a way nobody looks for.
 */
public final class Redactor {

    private static final int LONGEST_NAME = 40;

    private final Map<String, String> asWritten = new LinkedHashMap<>();
    private final Map<String, String> wrapped = new LinkedHashMap<>();
    private final Set<String> tooShort = new LinkedHashSet<>();
    private volatile KnownForms known = new KnownForms(new FormAutomaton(Map.of()), new FormAutomaton(Map.of()));

    /**
     * From now on this secret is masked, in streams already open too. One that is blank or shorter than eight characters
     * is not: it would blank the log. {@link #tooShort()} names it.
     */
    public synchronized void learn(Secret secret) {
        if (secret.reveal().strip().length() < SecretParts.SHORTEST) {
            tooShort.add(secret.name());
            return;
        }
        String name = label(secret.name());
        SecretForms.of(secret).forEach(spelling -> asWritten.putIfAbsent(spelling, name));
        SecretForms.wrappable(secret).forEach(spelling -> wrapped.putIfAbsent(spelling, name));
        known = new KnownForms(new FormAutomaton(asWritten), new FormAutomaton(wrapped));
    }

    /** The text without secrets. */
    public String redact(String text) {
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
