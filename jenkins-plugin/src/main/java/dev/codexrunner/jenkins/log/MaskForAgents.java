package dev.codexrunner.jenkins.log;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Masks what agents send. Each stream of theirs has a state of its own, as a secret may come in pieces. */
final class MaskForAgents implements RemoteMask {

    /** An agent opens one for each listener it is sent; the oldest has ended long ago. */
    private static final int MOST_STREAMS = 64;

    private final Supplier<Optional<Masker>> masker;
    private final AtomicInteger opened = new AtomicInteger();
    private final Map<Integer, Stream> streams = new LinkedHashMap<>();

    MaskForAgents(Supplier<Optional<Masker>> masker) {
        this.masker = masker;
    }

    @Override
    public int open() {
        return opened.incrementAndGet();
    }

    @Override
    public MaskedText mask(int number, byte[] text, boolean last) {
        Stream stream = stream(number);
        synchronized (stream) {
            try {
                stream.log.write(text, 0, text.length);
                if (last) {
                    stream.log.letGo();
                }
            } catch (IOException e) {
                throw new UncheckedIOException("Memory can be written.", e);
            }
            byte[] masked = stream.out.toByteArray();
            stream.out.reset();
            return new MaskedText(masked, stream.log.isHolding());
        }
    }

    private synchronized Stream stream(int number) {
        Stream stream = streams.computeIfAbsent(number, unused -> new Stream(masker));
        if (streams.size() > MOST_STREAMS) {
            streams.remove(streams.keySet().iterator().next());
        }
        return stream;
    }

    private static final class Stream {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();
        private final BuildLog log;

        Stream(Supplier<Optional<Masker>> masker) {
            // The agent counts the second, and what is written to memory takes no turns with what is written to the
            // log.
            this.log = new BuildLog(out, () -> masker.get().map(given -> given::masking), (task, delay, unit) -> {});
        }
    }
}
