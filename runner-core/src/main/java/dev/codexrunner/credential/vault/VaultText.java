package dev.codexrunner.credential.vault;

import dev.codexrunner.secret.Secret;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Makes a server's words fit for a message: one line, bounded, and without what we sent in confidence. */
final class VaultText {

    private static final int LONGEST = 400;
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\s]+");

    private VaultText() {}

    static String clean(String text) {
        String line = UNPRINTABLE.matcher(text).replaceAll(" ").strip();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "...";
    }

    /** A time as Vault writes it; empty where it stands for none. */
    static Optional<Instant> time(JsonNode text) {
        try {
            return Optional.of(OffsetDateTime.parse(text.asString("")).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    static String clean(String text, Collection<Secret> sent) {
        String redacted = text;
        for (Secret secret : sent) {
            if (!secret.isBlank()) {
                redacted = redacted.replace(secret.reveal(), "[redacted]");
            }
        }
        return clean(redacted);
    }
}
