package dev.codexrunner.secret;

import java.util.List;

/** What the redactor knows at one moment. Immutable; two are the same only if they are one object. */
final class KnownForms {

    private final FormAutomaton asWritten;
    private final FormAutomaton wrapped;

    /**
     * @param asWritten spellings looked for as they stand
     * @param wrapped spellings looked for with line breaks taken out
     */
    KnownForms(FormAutomaton asWritten, FormAutomaton wrapped) {
        this.asWritten = asWritten;
        this.wrapped = wrapped;
    }

    /** New finders for a stream that stands at {@code position}. */
    List<SpanFinder> finders(long position) {
        return List.of(new KnownFormFinder(asWritten, position), new WrappedFormFinder(wrapped, position));
    }
}
