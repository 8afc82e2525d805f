package dev.codexrunner.secret;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What the redactor knows at one moment. Two are the same only if they are one object. */
final class KnownForms {

    static final KnownForms NONE = new KnownForms(List.of(), List.of(), false);

    private final Dictionary asWritten;
    private final Dictionary joined;
    private final boolean looksEscaped;
    private volatile boolean outdated;

    /**
     * @param asWritten spellings looked for in the text as it stands, and with its escapes undone
     * @param joined spellings looked for in the text without blanks and line breaks, see {@link JoiningFilter}
     * @param looksEscaped whether a secret may itself be read as escapes, see {@link Escapes#CODES}
     */
    KnownForms(Collection<Spelling> asWritten, Collection<Spelling> joined, boolean looksEscaped) {
        this.asWritten = asWritten.isEmpty() ? Dictionary.EMPTY : new Dictionary(asWritten);
        this.joined = joined.isEmpty() ? Dictionary.EMPTY : new Dictionary(joined);
        this.looksEscaped = looksEscaped;
    }

    /** More secrets were learned since. */
    void outdate() {
        outdated = true;
    }

    /** Whether there may be newer ones. */
    boolean isOutdated() {
        return outdated || this == NONE;
    }

    /** A new finder for a stream that stands at {@code position}, if there is anything to find. */
    Optional<SpanFinder> finder(long position, Consumer<Span> found) {
        return asWritten.isEmpty()
                ? Optional.empty()
                : Optional.of(new KnownSecretFinder(asWritten, joined, looksEscaped, position, found));
    }
}
