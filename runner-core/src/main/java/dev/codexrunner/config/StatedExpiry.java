package dev.codexrunner.config;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * When a token ends, as the person says who created it.
 *
 * @param at the moment; empty for a token that never ends
 */
public record StatedExpiry(Optional<Instant> at) {

    private static final String NEVER = "never";

    /**
     * {@code never}, a moment with its offset, or a day: of a day its beginning in UTC, so that nobody is promised hours
     * that the token may not have.
     */
    public static Optional<StatedExpiry> parse(String text) {
        if (text.equals(NEVER)) {
            return Optional.of(new StatedExpiry(Optional.empty()));
        }
        return moment(text).map(at -> new StatedExpiry(Optional.of(at)));
    }

    private static Optional<Instant> moment(String text) {
        try {
            return Optional.of(
                    text.indexOf('T') < 0
                            ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                            : OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return at.map(Instant::toString).orElse(NEVER);
    }
}
