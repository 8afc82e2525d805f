package dev.codexrunner.secret;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Finds tokens that nobody told us of, by their shape. Splits the stream into words, collects a word only as far as it
 * takes to judge it, then masks or skips the rest of it: memory is bounded and time linear however long the word. Characters
 * that nobody sees, such as a soft hyphen, belong to the word in which they stand.
 */
final class TokenFinder implements SpanFinder {

    private static final Set<String> SCHEMES = Set.of("bearer", "basic", "agentassertion");
    private static final int LONGEST_SCHEME = "agentassertion".length();
    private static final int LONGEST_SCHEME_GAP = 4;

    /** After this many bytes a word that begins like no token is let go. */
    private static final int PREFIX = 16;

    private enum State {
        BETWEEN,
        COLLECTING,
        SKIPPING,
        MASKING
    }

    private final Consumer<Span> found;
    private final LeadIn leadIn = new LeadIn();
    private final InvisibleFilter visible = InvisibleFilter.beyondAscii(new Visible());
    private State state = State.BETWEEN;
    private byte[] word = new byte[TokenJudge.ENOUGH];
    private int length;
    private int judgeAt;
    private String scheme = "";
    private String maskName = "";
    private int gap;
    private long wordStart;
    /** In the stream, of the byte that is looked at. */
    private long position;
    /** How many bytes of the stream there were. */
    private long read;

    TokenFinder(Consumer<Span> found) {
        this.found = found;
    }

    @Override
    public void accept(byte[] bytes, int offset, int count) {
        for (int i = offset; i < offset + count; i++, read++) {
            byte value = bytes[i];
            if (value >= 0 && !visible.isWithinCharacter()) {
                step(value, read);
            } else {
                visible.put(value & 0xff, read, read + 1);
            }
        }
        if (state == State.MASKING) {
            found.accept(new Span(wordStart, position, maskName));
        }
    }

    private void step(byte value, long at) {
        position = at;
        boolean escaped = leadIn.covers(value);
        if (!escaped && isWord(value)) {
            within(value);
        } else {
            between(value);
        }
        position = at + 1;
    }

    /** What is left of the stream where nobody sees all of it. */
    private final class Visible implements ByteSink {

        @Override
        public void put(int value, long start, long end) {
            step((byte) value, start);
        }

        @Override
        public void cut() {
            // The stream is never cut here.
        }

        @Override
        public long undecidedFrom(long from) {
            return state == State.COLLECTING ? wordStart : from;
        }
    }

    @Override
    public void end() {
        endWord((byte) '\n');
    }

    @Override
    public long undecidedFrom() {
        return visible.undecidedFrom(read);
    }

    private boolean isWord(byte value) {
        return Ascii.isLetterOrDigit(value)
                || value == '-'
                || value == '_'
                || value == '.'
                || (!scheme.isEmpty() && (value == '+' || value == '/' || value == '~' || value == '='));
    }

    private void within(byte value) {
        if (state == State.BETWEEN) {
            state = State.COLLECTING;
            wordStart = position;
            length = 0;
            judgeAt = PREFIX;
        }
        if (state != State.COLLECTING) {
            return;
        }
        if (length == word.length) {
            word = Arrays.copyOf(word, word.length * 2);
        }
        word[length++] = value;
        if (length >= judgeAt) {
            judge();
        }
    }

    /** Judges at doubling lengths only, so that a long word is not read again for each of its bytes. */
    private void judge() {
        if (length < TokenJudge.ENOUGH) {
            judgeAt = TokenJudge.ENOUGH;
            if (scheme.isEmpty() && !TokenJudge.mayBeToken(word, length)) {
                letGo();
            }
            return;
        }
        judgeAt = length * 2;
        Optional<String> name = name();
        if (name.isPresent()) {
            maskName = name.get();
            state = State.MASKING;
        } else if (!TokenJudge.mayBeJwt(word, length) || length >= TokenJudge.LONGEST_JWT_HEADER) {
            letGo();
        }
    }

    private void letGo() {
        state = State.SKIPPING;
        word = new byte[TokenJudge.ENOUGH];
    }

    private Optional<String> name() {
        return scheme.isEmpty() ? TokenJudge.token(word, length) : TokenJudge.credential(scheme, word, length);
    }

    private void between(byte value) {
        if (state == State.BETWEEN) {
            if (++gap > LONGEST_SCHEME_GAP || value == '"') {
                scheme = "";
            }
        } else {
            endWord(value);
        }
    }

    private void endWord(byte next) {
        String nextScheme = "";
        if (state == State.MASKING) {
            found.accept(new Span(wordStart, position, maskName));
        } else if (state == State.COLLECTING) {
            Optional<String> name = next == '(' ? Optional.empty() : name();
            name.ifPresent(known -> found.accept(new Span(wordStart, position, known)));
            nextScheme = name.isPresent() || next == '\n' ? "" : schemeOfWord();
        }
        state = State.BETWEEN;
        scheme = nextScheme;
        gap = 1;
    }

    private String schemeOfWord() {
        int first = length == 0 ? 0 : word[0] | 0x20;
        if (length > LONGEST_SCHEME || (first != 'a' && first != 'b')) {
            return "";
        }
        String text = new String(word, 0, length, StandardCharsets.US_ASCII).toLowerCase(Locale.ROOT);
        return SCHEMES.contains(text) ? text : "";
    }
}
