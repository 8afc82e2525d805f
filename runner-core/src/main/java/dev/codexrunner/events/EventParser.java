package dev.codexrunner.events;

/** Reads one line of codex's event stream. */
public final class EventParser {
    /** Longest excerpt of a raw line that an event keeps, in characters. */
    public static final int RAW_EXCERPT_CHARS = 4096;

    /** Most oddities reported for one line. */
    public static final int MAX_ODDITIES = 16;

    private EventParser() {}
}
