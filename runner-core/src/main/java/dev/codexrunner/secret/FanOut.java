package dev.codexrunner.secret;

import java.util.List;

/** Gives the same bytes to several. */
final class FanOut implements ByteSink {

    private final ByteSink[] sinks;

    FanOut(List<? extends ByteSink> sinks) {
        this.sinks = sinks.toArray(ByteSink[]::new);
    }

    @Override
    public void put(int value, long start, long end) {
        for (ByteSink sink : sinks) {
            sink.put(value, start, end);
        }
    }

    @Override
    public void cut() {
        for (ByteSink sink : sinks) {
            sink.cut();
        }
    }

    @Override
    public long undecidedFrom(long position) {
        long undecided = position;
        for (ByteSink sink : sinks) {
            undecided = Math.min(undecided, sink.undecidedFrom(position));
        }
        return undecided;
    }
}
