package dev.codexrunner.secret;

/** The bytes and characters that an {@link Unescaper} has not passed on yet, each with where it was written. */
final class Pieces {

    /** A piece that stands for nothing, such as a colour. */
    static final int NOTHING = -1;

    private static final int SPACE = 2 * Unescaper.LONGEST_ESCAPE;

    private int[] values = new int[0];
    private long[] starts = new long[0];
    private long[] ends = new long[0];
    private boolean[] decoded = new boolean[0];
    private boolean[] settled = new boolean[0];
    /** By piece: the change up to which it is known to wait for more bytes. */
    private long[] waiting = new long[0];

    private int count;
    private long changes;

    int count() {
        return count;
    }

    int value(int index) {
        return values[index];
    }

    long start(int index) {
        return starts[index];
    }

    long end(int index) {
        return ends[index];
    }

    /** How many bytes of the stream all pieces cover. */
    long stretch() {
        return ends[count - 1] - starts[0];
    }

    /** Whether the piece came of an escape. */
    boolean isDecoded(int index) {
        return decoded[index];
    }

    /** Whether the piece stands for itself although it could begin an escape. */
    boolean isSettled(int index) {
        return settled[index];
    }

    void settle(int index) {
        settled[index] = true;
        changes++;
    }

    /** Whether it was found to wait for more bytes, and nothing has come or changed since. */
    boolean isWaiting(int index) {
        return waiting[index] == changes && changes > 0;
    }

    void setWaiting(int index) {
        waiting[index] = changes;
    }

    void append(int value, long start, long end) {
        if (values.length == 0) {
            makeSpace();
        }
        values[count] = value;
        starts[count] = start;
        ends[count] = end;
        decoded[count] = false;
        settled[count] = false;
        waiting[count] = 0;
        count++;
        changes++;
    }

    /** Not before it is needed: most texts have no escapes, and many are short. */
    private void makeSpace() {
        values = new int[SPACE];
        starts = new long[SPACE];
        ends = new long[SPACE];
        decoded = new boolean[SPACE];
        settled = new boolean[SPACE];
        waiting = new long[SPACE];
    }

    /** Puts one piece in the place of {@code length} of them. */
    void replace(int index, int length, int value) {
        values[index] = value;
        ends[index] = ends[index + length - 1];
        decoded[index] = true;
        settled[index] = false;
        changes++;
        close(index + 1, length - 1);
    }

    /** Leaves out pieces that stand for nothing; in front of all others a trace of them stays. */
    void remove(int index, int length) {
        if (index == 0) {
            replace(index, length, NOTHING);
        } else {
            changes++;
            close(index, length);
        }
    }

    void removeFirst() {
        changes++;
        close(0, 1);
    }

    private void close(int index, int length) {
        int from = index + length;
        int moved = count - from;
        System.arraycopy(values, from, values, index, moved);
        System.arraycopy(starts, from, starts, index, moved);
        System.arraycopy(ends, from, ends, index, moved);
        System.arraycopy(decoded, from, decoded, index, moved);
        System.arraycopy(settled, from, settled, index, moved);
        count -= length;
    }
}
