package dev.codexrunner.rotation;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/** When a token ends, as the person who created it said or the token says itself: at an instant, or never. */
public final class TokenExpiry {

    private static final String NEVER = "never";

    private final Optional<Instant> at;

    private TokenExpiry(Optional<Instant> at) {
        this.at = at;
    }

    public static TokenExpiry at(Instant instant) {
        return new TokenExpiry(Optional.of(instant));
    }

    public static TokenExpiry never() {
        return new TokenExpiry(Optional.empty());
    }

    /**
     * Reads {@code never}, an instant ({@code 2027-01-31T12:00:00Z}) or a date, of which the beginning in UTC counts: a
     * warning that comes hours early is better than one that comes late. Empty for anything else.
     */
    public static Optional<TokenExpiry> parse(String text) {
        String stripped = text.strip();
        if (stripped.equals(NEVER)) {
            return Optional.of(never());
        }
        try {
            return Optional.of(at(
                    stripped.length() == "2027-01-31".length()
                            ? LocalDate.parse(stripped)
                                    .atStartOfDay(ZoneOffset.UTC)
                                    .toInstant()
                            : Instant.parse(stripped)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Empty for never. */
    public Optional<Instant> instant() {
        return at;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TokenExpiry that && at.equals(that.at);
    }

    @Override
    public int hashCode() {
        return at.hashCode();
    }

    /** What {@link #parse} reads. */
    @Override
    public String toString() {
        return at.map(Instant::toString).orElse(NEVER);
    }
}
