package dev.codexrunner.secret;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Every spelling that is looked for, as a suffix automaton: reading a text byte by byte, it knows the longest end of that
 * text that occurs anywhere in any spelling, and whether that is {@link Spelling#enough()}. One step takes constant time
 * on average, whatever the text; memory is linear in the spellings. Immutable once built.
 */
final class Dictionary {

    static final int START = 0;

    /** In bytes. Strings of this length are known without walking; every match is longer. */
    static final int GRAM = 4;

    static final Dictionary EMPTY = new Dictionary(List.of());

    /** In bytes: lengths are kept in 16 bits. */
    private static final int LONGEST = Character.MAX_VALUE - 1;

    private static final int GRAM_BITS = 16;

    private final Edges edges = new Edges();
    private int states = 1;
    /** Of each state: the length of the longest string that leads there. */
    private char[] length = new char[64];
    /** Of each state: the state of its longest suffix that is elsewhere too. */
    private int[] link = new int[64];
    /** Of each state: from which length on its strings are matches. */
    private final char[] enough;
    /** Of each state: the longest of its suffixes, behind {@link #link}, that is a match; or the start. */
    private final int[] hit;

    private final char[] label;
    private final String[] labels;
    /** A bit for each hash of four bytes in a row that occur. */
    private final long[] grams;

    private final int longest;
    private final boolean ascii;

    Dictionary(Collection<Spelling> spellings) {
        longest = spellings.stream()
                .mapToInt(spelling -> spelling.text().length())
                .max()
                .orElse(0);
        if (longest > LONGEST) {
            throw new IllegalArgumentException("A spelling has " + longest + " bytes, more than " + LONGEST);
        }
        link[START] = -1;
        spellings.forEach(this::add);
        edges.freeze();
        length = Arrays.copyOf(length, states);
        link = Arrays.copyOf(link, states);
        enough = new char[states];
        hit = new int[states];
        label = new char[states];
        Arrays.fill(enough, Character.MAX_VALUE);
        labels = spellings.stream().map(Spelling::name).distinct().toArray(String[]::new);
        ascii = spellings.stream().allMatch(spelling -> spelling.text().chars().allMatch(c -> c < 0x80));
        grams = new long[Math.max(1, Integer.highestOneBit(states) * GRAM_BITS / Long.SIZE)];
        Map<String, Integer> numbers = new HashMap<>();
        for (int i = 0; i < labels.length; i++) {
            numbers.put(labels[i], i);
        }
        spellings.forEach(spelling -> mark(spelling, numbers.getOrDefault(spelling.name(), 0)));
        link();
    }

    boolean isEmpty() {
        return longest == 0;
    }

    /** Whether no spelling has a byte above 127. */
    boolean isAscii() {
        return ascii;
    }

    /** The state for {@code state}'s string and one more byte, or {@link Edges#NONE}. */
    int next(int state, int value) {
        return edges.target(state, value);
    }

    /** The state of the longest end of {@code state}'s strings that goes on in more ways. */
    int shorter(int state) {
        return link[state];
    }

    int length(int state) {
        return length[state];
    }

    /** How many of the last bytes are a match, where the last {@code read} bytes led to {@code state}; 0 if none are. */
    int matched(int state, int read) {
        return read >= enough[state] ? read : length[hit[state]];
    }

    /** The name of the secret that {@link #matched} speaks of. */
    String name(int state, int read) {
        return labels[label[read >= enough[state] ? state : hit[state]]];
    }

    private void add(Spelling spelling) {
        int last = START;
        for (byte each : spelling.bytes()) {
            last = extend(last, each & 0xff);
        }
    }

    private int extend(int last, int letter) {
        int existing = edges.target(last, letter);
        if (existing != Edges.NONE) {
            return length[existing] == length[last] + 1 ? existing : split(last, letter, existing);
        }
        int added = grow(length[last] + 1);
        int from = last;
        while (from != -1 && edges.target(from, letter) == Edges.NONE) {
            edges.connect(from, letter, added);
            from = link[from];
        }
        if (from != -1) {
            int target = edges.target(from, letter);
            // In two steps: splitting may put a longer array in the place of the one that would be assigned to.
            int suffix = length[target] == length[from] + 1 ? target : split(from, letter, target);
            link[added] = suffix;
        }
        return added;
    }

    /** Gives the shorter strings of {@code target} a state of their own. */
    private int split(int from, int letter, int target) {
        int copy = grow(length[from] + 1);
        edges.letters(target, each -> edges.connect(copy, each, edges.target(target, each)));
        link[copy] = link[target];
        link[target] = copy;
        for (int back = from; back != -1 && edges.target(back, letter) == target; back = link[back]) {
            edges.connect(back, letter, copy);
        }
        return copy;
    }

    private int grow(int itsLength) {
        if (states == length.length) {
            length = Arrays.copyOf(length, states + states / 2);
            link = Arrays.copyOf(link, states + states / 2);
        }
        length[states] = (char) itsLength;
        return states++;
    }

    /** Whether these four bytes may occur one after the other. */
    boolean mayHold(int gram) {
        int hash = hash(gram);
        return (grams[hash >>> 6] & (1L << hash)) != 0;
    }

    private int hash(int gram) {
        int mixed = gram * 0x9E3779B9;
        return (mixed ^ (mixed >>> 16)) & (grams.length * Long.SIZE - 1);
    }

    private void mark(Spelling spelling, int name) {
        int state = START;
        int gram = 0;
        for (byte each : spelling.bytes()) {
            gram = (gram << 8) | (each & 0xff);
            int hash = hash(gram);
            grams[hash >>> 6] |= 1L << hash;
            state = edges.target(state, each & 0xff);
            claim(state, spelling.enough(), name);
        }
    }

    private void claim(int state, int itsEnough, int name) {
        if (itsEnough < enough[state]) {
            enough[state] = (char) itsEnough;
            label[state] = (char) name;
        }
    }

    /** What holds of a string holds of its suffixes: they occur wherever it does. */
    private void link() {
        int[] order = byLength();
        for (int i = states - 1; i > 0; i--) {
            int state = order[i];
            if (link[state] != START) {
                claim(link[state], enough[state], label[state]);
            }
        }
        for (int i = 1; i < states; i++) {
            int state = order[i];
            int suffix = link[state];
            hit[state] = length[suffix] >= enough[suffix] ? suffix : hit[suffix];
        }
    }

    private int[] byLength() {
        int[] next = new int[longest + 2];
        for (int state = 0; state < states; state++) {
            next[length[state] + 1]++;
        }
        for (int i = 1; i < next.length; i++) {
            next[i] += next[i - 1];
        }
        int[] order = new int[states];
        for (int state = 0; state < states; state++) {
            order[next[length[state]]++] = state;
        }
        return order;
    }
}
