package dev.codexrunner.jenkins.masking;

import java.util.Arrays;
import java.util.Collection;

/**
 * The beginnings of some texts, as a tree of their characters with links to the next shorter ones (Aho and Corasick). One pass
 * over a line tells which of them it ends with, however many and long the texts are. Immutable, and asking it makes no garbage.
 */
final class Beginnings {

    private static final int ROOT = 0;
    /** The root is nobody's child. */
    private static final int NONE = 0;

    private static final int ASCII = 128;

    private char[] letter;
    private int[] firstChild;
    private int[] sibling;
    /** The node of the longest beginning that this node's ends with. */
    private int[] shorter;

    private int[] depth;
    /** Children of the root, at which most of a log is read. */
    private final int[] first = new int[ASCII];

    private int size = 1;

    Beginnings(Collection<String> texts) {
        int most = 1 + texts.stream().mapToInt(String::length).sum();
        letter = new char[most];
        firstChild = new int[most];
        sibling = new int[most];
        depth = new int[most];
        texts.forEach(this::add);
        // Many begin alike.
        letter = Arrays.copyOf(letter, size);
        firstChild = Arrays.copyOf(firstChild, size);
        sibling = Arrays.copyOf(sibling, size);
        depth = Arrays.copyOf(depth, size);
        shorter = new int[size];
        link();
    }

    /** Length of the longest beginning, not the whole, of one of the texts that these characters end with; blanks and quotes don't count. */
    int atEndOf(CharSequence line) {
        int node = ROOT;
        for (int i = 0; i < line.length(); i++) {
            char next = line.charAt(i);
            if (!isBetween(next)) {
                node = after(node, next);
            }
        }
        while (firstChild[node] == NONE && node != ROOT) {
            node = shorter[node];
        }
        return depth[node];
    }

    /** Whether tools put it around a text, and within it when they break it into lines. */
    static boolean isBetween(char letter) {
        return letter == ' ' || (letter >= '\t' && letter <= '\r') || letter == '"' || letter == '\'';
    }

    private void add(String text) {
        int node = ROOT;
        for (int i = 0; i < text.length(); i++) {
            char next = text.charAt(i);
            int child = child(node, next);
            node = child == NONE ? grown(node, next) : child;
        }
    }

    private int grown(int node, char next) {
        int child = size++;
        letter[child] = next;
        depth[child] = depth[node] + 1;
        sibling[child] = firstChild[node];
        firstChild[node] = child;
        if (node == ROOT && next < ASCII) {
            first[next] = child;
        }
        return child;
    }

    /** Nodes in the order of their depths, as a link leads to a shallower one. */
    private void link() {
        int[] order = new int[size];
        int known = 1;
        for (int at = 0; at < known; at++) {
            int node = order[at];
            for (int child = firstChild[node]; child != NONE; child = sibling[child]) {
                order[known++] = child;
                shorter[child] = node == ROOT ? ROOT : after(shorter[node], letter[child]);
            }
        }
    }

    private int after(int node, char next) {
        int at = node;
        int child = child(at, next);
        while (child == NONE && at != ROOT) {
            at = shorter[at];
            child = child(at, next);
        }
        return child;
    }

    private int child(int node, char next) {
        if (node == ROOT && next < ASCII) {
            return first[next];
        }
        int child = firstChild[node];
        while (child != NONE && letter[child] != next) {
            child = sibling[child];
        }
        return child;
    }
}
