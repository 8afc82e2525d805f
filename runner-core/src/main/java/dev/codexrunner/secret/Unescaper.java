package dev.codexrunner.secret;

/**
 * Undoes escapes, all kinds at once and as deep as they are nested: backslashes (JSON, shells, C, Python), percent-encoding,
 * entities, ANSI sequences. What an escape stands for may itself begin one: {@code %255Cu002d} is a dash. A literal text
 * and every way to escape it so come out alike, which is what the dictionary is made of; that some texts come out as
 * something else than they mean is no harm. Looks ahead at most {@link #LONGEST_ESCAPE} pieces, and asks each of them once
 * between two changes whether it is complete, so time is linear: escapes within escapes would ask again and again.
 */
final class Unescaper implements ByteSink {

    static final int LONGEST_ESCAPE = 32;
    /** In bytes; a longer row of backslashes is no escape. */
    private static final int LONGEST_PIECE = 256;

    /** In bytes, of everything that waits to be understood. */
    private static final int LONGEST_STRETCH = 4 * 1024;

    private static final int ESCAPE = 0x1b;

    private final Escapes escapes;
    private final PieceWriter writer;
    private final Pieces pieces = new Pieces();
    private final EscapeReader reader;

    Unescaper(Escapes escapes, ByteSink next) {
        this.escapes = escapes;
        this.reader = new EscapeReader(escapes, pieces, this::resolve);
        this.writer = new PieceWriter(next);
    }

    @Override
    public void put(int value, long start, long end) {
        if (pieces.count() == 0 && !begins(value)) {
            writer.write(value, start, end);
            return;
        }
        pieces.append(value, start, end);
        settle(false);
    }

    private boolean begins(int value) {
        return value == '\\' || value == ESCAPE || (escapes == Escapes.ALL && (value == '%' || value == '&'));
    }

    /** What is incomplete now stays incomplete, and counts as it stands. */
    void end() {
        settle(true);
    }

    private void settle(boolean last) {
        while (pieces.count() > 0) {
            boolean settled = resolve(0);
            boolean mayWait = pieces.count() < LONGEST_ESCAPE && pieces.stretch() < LONGEST_STRETCH;
            if (!settled && !last && mayWait) {
                return;
            }
            writer.write(pieces.value(0), pieces.start(0), pieces.end(0));
            pieces.removeFirst();
        }
    }

    /** Makes the piece at {@code index} what it stands for. False where that depends on bytes to come. */
    private boolean resolve(int index) {
        while (index < pieces.count()) {
            if (pieces.isSettled(index) || !begins(pieces.value(index))) {
                return true;
            }
            if (pieces.isWaiting(index)) {
                return false;
            }
            boolean tooLong = pieces.end(index) - pieces.start(index) > LONGEST_PIECE;
            switch (tooLong ? EscapeReader.Result.NONE : reader.read(index)) {
                case READ -> {
                    // It may begin the next escape.
                }
                case NONE -> pieces.settle(index);
                case INCOMPLETE -> {
                    pieces.setWaiting(index);
                    return false;
                }
            }
        }
        return false;
    }

    @Override
    public void cut() {
        end();
        writer.cut();
    }

    @Override
    public long undecidedFrom(long position) {
        long undecided = writer.undecidedFrom(position);
        return pieces.count() == 0 ? undecided : Math.min(undecided, pieces.start(0));
    }
}
