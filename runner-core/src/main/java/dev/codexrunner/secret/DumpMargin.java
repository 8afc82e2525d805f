package dev.codexrunner.secret;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/**
 * The text beside the digits of a dump. It is read without the frame around it, so that the text of one line goes on in the
 * next; and where the digits of a line were a secret, or its end, it is masked with them: it may show dots, too few
 * characters to be known by themselves.
 */
final class DumpMargin {

    private static final int BLANKS = 3;

    private static final int NONE = 0;
    private static final int UNFRAMED = -1;

    /** What the digits of a line were may be known some lines later: they may have ended in half an escape. */
    private static final int LINES = 8;

    private final ByteSink text;
    private final Consumer<Span> found;
    private final Deque<Line> lines = new ArrayDeque<>(LINES);
    private Span lastFound = new Span(-1, -1, "");
    private long lineStart = -1;
    private long start = -1;
    private long end;

    /** What closes the margin of this line. */
    private int framed;

    /** Where what may close the margin stands, or negative. */
    private long closing = -1;

    private record Line(long start, long marginStart, long marginEnd) {}

    DumpMargin(ByteSink text, Consumer<Span> found) {
        this.text = text;
        this.found = found;
    }

    void beginLine(long at) {
        if (lineStart < 0) {
            lineStart = at;
        }
    }

    /** The digits of this line, or of one before it, were a secret. */
    void found(Span span) {
        lastFound = span;
        found.accept(span);
        for (Line line : lines) {
            if (span.end() > line.start && span.end() <= line.marginStart) {
                found.accept(new Span(line.marginStart, line.marginEnd, span.name()));
            }
        }
        if (start >= 0 && span.end() > lineStart) {
            found.accept(new Span(start, end, span.name()));
        }
    }

    /** @param blanks how many there were between the digits and the margin */
    void put(int value, int blanks, long itsStart, long itsEnd) {
        maskBesideSecret(value, itsStart, itsEnd);
        if (framed == NONE) {
            boolean opens = value == '|' || value == '>';
            boolean blank = value == ' ' && blanks >= BLANKS;
            if (!blank) {
                framed = opens ? value == '|' ? '|' : '<' : UNFRAMED;
            }
            if (opens || blank) {
                return;
            }
        }
        if (closing >= 0) {
            text.put(framed, closing, closing + 1);
            closing = -1;
        }
        if (value == framed) {
            closing = itsStart;
        } else {
            text.put(value, itsStart, itsEnd);
        }
    }

    private void maskBesideSecret(int value, long itsStart, long itsEnd) {
        if (start < 0 && value != ' ') {
            start = itsStart;
        }
        end = itsEnd;
        if (start >= 0 && lastFound.end() > lineStart) {
            found.accept(new Span(start, itsEnd, lastFound.name()));
        }
    }

    void endLine() {
        if (start >= 0) {
            if (lines.size() == LINES) {
                lines.removeFirst();
            }
            lines.addLast(new Line(lineStart, start, end));
        }
        lineStart = -1;
        start = -1;
        framed = NONE;
        closing = -1;
    }

    void cut() {
        text.cut();
        endLine();
        lines.clear();
    }

    long undecidedFrom(long position) {
        long undecided = text.undecidedFrom(position);
        return closing >= 0 && position - closing < DictionaryMatcher.LONGEST_GAP
                ? Math.min(undecided, closing)
                : undecided;
    }
}
