package dev.codexrunner.secret;

/** Looks at a stream of bytes as they come, and names what must not be shown. */
interface SpanFinder {

    /** The next {@code length} bytes of the stream. */
    void accept(byte[] bytes, int offset, int length);

    /** The stream has ended: whatever was undecided is decided. */
    default void end() {}

    /** Offset in the stream from which on bytes may still become part of a span; all before may go. */
    long undecidedFrom();
}
