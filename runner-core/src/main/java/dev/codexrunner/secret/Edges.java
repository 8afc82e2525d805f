package dev.codexrunner.secret;

import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * The edges of an automaton, a chain for each state in arrays shared by all: almost all states have one edge, few have
 * many. Nine bytes an edge, four a state.
 */
final class Edges {

    static final int NONE = -1;

    private static final int LETTERS = 256;

    private final int[] fromStart = new int[LETTERS];
    /** Of each state: its last edge, or 0. */
    private int[] first = new int[64];

    private int count = 1;
    private byte[] letters = new byte[64];
    private int[] targets = new int[64];
    /** Of each edge: the next of the same state, or 0. */
    private int[] next = new int[64];

    Edges() {
        Arrays.fill(fromStart, NONE);
    }

    int target(int from, int letter) {
        if (from == 0) {
            return fromStart[letter];
        }
        int edge = find(from, letter);
        return edge == 0 ? NONE : targets[edge];
    }

    void connect(int from, int letter, int target) {
        if (from == 0) {
            fromStart[letter] = target;
            return;
        }
        int existing = find(from, letter);
        if (existing != 0) {
            targets[existing] = target;
            return;
        }
        makeSpace(from);
        letters[count] = (byte) letter;
        targets[count] = target;
        next[count] = first[from];
        first[from] = count++;
    }

    /** Every letter on which an edge leaves {@code from}, which is not the start. */
    void letters(int from, IntConsumer letter) {
        for (int edge = last(from); edge != 0; edge = next[edge]) {
            letter.accept(letters[edge] & 0xff);
        }
    }

    /** No more will come. */
    void freeze() {
        letters = Arrays.copyOf(letters, count);
        targets = Arrays.copyOf(targets, count);
        next = Arrays.copyOf(next, count);
    }

    private int find(int from, int letter) {
        byte wanted = (byte) letter;
        int edge = last(from);
        while (edge != 0 && letters[edge] != wanted) {
            edge = next[edge];
        }
        return edge;
    }

    private int last(int from) {
        return from < first.length ? first[from] : 0;
    }

    private void makeSpace(int from) {
        if (from >= first.length) {
            first = Arrays.copyOf(first, from + from / 2);
        }
        if (count == letters.length) {
            int larger = count + count / 4;
            letters = Arrays.copyOf(letters, larger);
            targets = Arrays.copyOf(targets, larger);
            next = Arrays.copyOf(next, larger);
        }
    }
}
