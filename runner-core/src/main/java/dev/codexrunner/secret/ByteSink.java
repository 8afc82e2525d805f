package dev.codexrunner.secret;

/** Takes the bytes of a reading one by one, each with the stretch of the stream in which it was written. */
interface ByteSink {

    /**
     * @param value the byte, 0 to 255
     * @param start offset in the stream of the first byte that stands for it
     * @param end offset after the last one
     */
    void put(int value, long start, long end);

    /** What comes next does not continue what came before. */
    void cut();

    /** Offset in the stream from which on bytes may still become part of a secret; {@code position} where none may. */
    long undecidedFrom(long position);
}
