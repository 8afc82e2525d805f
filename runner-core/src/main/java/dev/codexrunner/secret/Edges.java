package dev.codexrunner.secret;

import java.util.Arrays;
import java.util.function.IntConsumer;

/** The edges of an automaton in one hash table: almost all states have one, few have many. */
final class Edges {

    static final int NONE = -1;

    private static final int LETTERS = 256;

    private final int[] fromStart = new int[LETTERS];
    private int[] keys = new int[1 << 8];
    private int[] targets = new int[1 << 8];
    private int size;
    /** For each state the letters that lead on, as a chain through {@link #letterNext}; needed for copies only. */
    private int[] firstLetter = new int[1 << 8];

    private byte[] letters = new byte[1 << 8];
    private int[] letterNext = new int[1 << 8];
    private int letterCount = 1;

    Edges() {
        Arrays.fill(fromStart, NONE);
    }

    int target(int from, int letter) {
        if (from == 0) {
            return fromStart[letter];
        }
        int key = (from << 8) | letter;
        int slot = slot(key);
        while (keys[slot] != 0) {
            if (keys[slot] == key) {
                return targets[slot];
            }
            slot = (slot + 1) & (keys.length - 1);
        }
        return NONE;
    }

    void connect(int from, int letter, int target) {
        if (from == 0) {
            fromStart[letter] = target;
            return;
        }
        if (size * 2 >= keys.length) {
            rehash();
        }
        int key = (from << 8) | letter;
        int slot = slot(key);
        while (keys[slot] != 0 && keys[slot] != key) {
            slot = (slot + 1) & (keys.length - 1);
        }
        if (keys[slot] == 0) {
            size++;
            keys[slot] = key;
            remember(from, letter);
        }
        targets[slot] = target;
    }

    /** Every letter on which an edge leaves {@code from}, which is not the start. */
    void letters(int from, IntConsumer letter) {
        for (int at = from < firstLetter.length ? firstLetter[from] : 0; at != 0; at = letterNext[at]) {
            letter.accept(letters[at] & 0xff);
        }
    }

    /** What is only needed while edges are added goes. */
    void freeze() {
        firstLetter = new int[0];
        letters = new byte[0];
        letterNext = new int[0];
    }

    private void remember(int from, int letter) {
        if (from >= firstLetter.length) {
            firstLetter = Arrays.copyOf(firstLetter, Math.max(from + 1, firstLetter.length * 2));
        }
        if (letterCount == letters.length) {
            letters = Arrays.copyOf(letters, letterCount * 2);
            letterNext = Arrays.copyOf(letterNext, letterCount * 2);
        }
        letters[letterCount] = (byte) letter;
        letterNext[letterCount] = firstLetter[from];
        firstLetter[from] = letterCount++;
    }

    private void rehash() {
        int[] oldKeys = keys;
        int[] oldTargets = targets;
        keys = new int[oldKeys.length * 2];
        targets = new int[keys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != 0) {
                int slot = slot(oldKeys[i]);
                while (keys[slot] != 0) {
                    slot = (slot + 1) & (keys.length - 1);
                }
                keys[slot] = oldKeys[i];
                targets[slot] = oldTargets[i];
            }
        }
    }

    private int slot(int key) {
        int mixed = key * 0x9E3779B9;
        return (mixed ^ (mixed >>> 15)) & (keys.length - 1);
    }
}
