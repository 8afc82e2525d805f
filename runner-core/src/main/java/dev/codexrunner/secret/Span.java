package dev.codexrunner.secret;

/**
 * A stretch of the stream that must not be shown.
 *
 * @param start offset of its first byte, counted from the start of the stream
 * @param end offset after its last byte
 * @param name what stands in its place
 */
record Span(long start, long end, String name) {

    long length() {
        return end - start;
    }

    Span joinedWith(Span other) {
        return new Span(
                Math.min(start, other.start), Math.max(end, other.end), other.length() > length() ? other.name : name);
    }
}
