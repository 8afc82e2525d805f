package dev.codexrunner.secret;

/** Gives the same bytes to two. */
final class FanOut implements ByteSink {

    private final ByteSink first;
    private final ByteSink second;

    FanOut(ByteSink first, ByteSink second) {
        this.first = first;
        this.second = second;
    }

    @Override
    public void put(int value, long start, long end) {
        first.put(value, start, end);
        second.put(value, start, end);
    }

    @Override
    public void cut() {
        first.cut();
        second.cut();
    }

    @Override
    public long undecidedFrom(long position) {
        return Math.min(first.undecidedFrom(position), second.undecidedFrom(position));
    }
}
