package dev.codexrunner.secret;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** The bytes not yet passed on, and the spans within them. Overlapping spans count as one, named after the longest. */
final class HeldBytes {

    private final OutputStream target;
    private byte[] bytes = new byte[256];
    private int length;
    private long start;
    private List<Span> spans = new ArrayList<>();
    private long maskedUpTo = -1;

    HeldBytes(OutputStream target) {
        this.target = target;
    }

    /** Offset in the stream of the first byte held. */
    long start() {
        return start;
    }

    void append(byte[] more, int offset, int count) {
        if (length + count > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + count));
        }
        System.arraycopy(more, offset, bytes, length, count);
        length += count;
    }

    void replay(SpanFinder finder) {
        finder.accept(bytes, 0, length);
    }

    void mask(Span span) {
        spans.add(span);
    }

    /** Passes on everything before {@code undecided}, except half an escape. */
    void release(long undecided) throws IOException {
        boolean endsInMask = joined().stream().anyMatch(span -> span.start() < undecided && span.end() >= undecided);
        write(endsInMask ? undecided : start + EscapeEdge.before(bytes, index(undecided)));
    }

    void releaseAll() throws IOException {
        write(start + length);
    }

    private void write(long atMost) throws IOException {
        long limit = atMost;
        long written = start;
        List<Span> later = new ArrayList<>();
        for (Span span : joined()) {
            if (span.end() > atMost) {
                limit = Math.max(written, Math.min(limit, startOf(span)));
                later.add(span);
            } else if (span.end() > written) {
                writeMask(span, written);
                written = span.end();
            }
        }
        copy(written, limit);
        drop(limit);
        spans = later;
    }

    /** Where the span's mask will begin: not within an escape. */
    private long startOf(Span span) {
        boolean begun = span.start() < start || span.start() < maskedUpTo;
        return begun ? span.start() : start + EscapeEdge.before(bytes, index(span.start()));
    }

    /** One mask stands for a span however many pieces it was reported in. */
    private void writeMask(Span span, long written) throws IOException {
        if (span.start() >= maskedUpTo) {
            int edge = EscapeEdge.before(bytes, index(Math.max(span.start(), written)));
            copy(written, start + edge);
            target.write(("[redacted:" + span.name() + "]").getBytes(StandardCharsets.US_ASCII));
        }
        maskedUpTo = span.end();
    }

    private void drop(long limit) {
        int dropped = index(limit);
        System.arraycopy(bytes, dropped, bytes, 0, length - dropped);
        length -= dropped;
        start = limit;
    }

    private int index(long position) {
        return (int) (position - start);
    }

    private void copy(long from, long to) throws IOException {
        if (to > from) {
            target.write(bytes, index(from), (int) (to - from));
        }
    }

    private List<Span> joined() {
        if (spans.size() < 2) {
            return spans;
        }
        spans.sort(Comparator.comparingLong(Span::start).thenComparingLong(Span::end));
        List<Span> disjoint = new ArrayList<>();
        Span last = spans.get(0);
        for (Span span : spans.subList(1, spans.size())) {
            if (span.start() < last.end()) {
                last = last.joinedWith(span);
            } else {
                disjoint.add(last);
                last = span;
            }
        }
        disjoint.add(last);
        spans = disjoint;
        return disjoint;
    }
}
