package dev.codexrunner.secret;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Aho-Corasick over bytes: finds every spelling of every secret in one pass, in time linear in the text. Edges lie in one
 * hash table, since the trie is almost all chains (a token of 1500 bytes has some 100,000 nodes in all its forms).
 */
final class FormAutomaton {

    static final int START = 0;

    private final int[] fromStart = new int[256];
    private int[] edgeKeys = new int[1 << 10];
    private int[] edgeTargets = new int[1 << 10];
    private int edges;

    private int nodes = 1;
    private int[] parent = new int[1 << 10];
    private byte[] letter = new byte[1 << 10];
    private int[] depth = new int[1 << 10];
    private int[] longest = new int[1 << 10];
    private int[] label = new int[1 << 10];
    private int[] fallback = new int[1 << 10];
    private final List<String> labels = new ArrayList<>();
    private int deepest;

    /** @param spellings what to look for, each with the name of its secret */
    FormAutomaton(Map<String, String> spellings) {
        spellings.forEach(this::add);
        linkFallbacks();
    }

    /** The state after one more byte. */
    int next(int state, byte value) {
        int from = state;
        while (from != START) {
            int target = edge(from, value);
            if (target != START) {
                return target;
            }
            from = fallback[from];
        }
        return fromStart[value & 0xff];
    }

    /** How many of the last bytes may be the beginning of a spelling. */
    int pending(int state) {
        return depth[state];
    }

    /** Length of the longest spelling that ends here, or 0. */
    int matched(int state) {
        return longest[state];
    }

    /** The name of the secret that {@link #matched} speaks of. */
    String name(int state) {
        return labels.get(label[state]);
    }

    /** Length of the longest spelling, in bytes. */
    int deepest() {
        return deepest;
    }

    private void add(String spelling, String name) {
        byte[] bytes = spelling.getBytes(StandardCharsets.UTF_8);
        int node = START;
        for (byte each : bytes) {
            int target = node == START ? fromStart[each & 0xff] : edge(node, each);
            node = target != START ? target : grow(node, each);
        }
        deepest = Math.max(deepest, bytes.length);
        longest[node] = bytes.length;
        int known = labels.indexOf(name);
        label[node] = known >= 0 ? known : labels.size();
        if (known < 0) {
            labels.add(name);
        }
    }

    private int grow(int from, byte value) {
        if (nodes == parent.length) {
            int larger = nodes * 2;
            parent = Arrays.copyOf(parent, larger);
            letter = Arrays.copyOf(letter, larger);
            depth = Arrays.copyOf(depth, larger);
            longest = Arrays.copyOf(longest, larger);
            label = Arrays.copyOf(label, larger);
            fallback = Arrays.copyOf(fallback, larger);
        }
        int node = nodes++;
        parent[node] = from;
        letter[node] = value;
        depth[node] = depth[from] + 1;
        if (from == START) {
            fromStart[value & 0xff] = node;
        } else {
            connect(from, value, node);
        }
        return node;
    }

    private void linkFallbacks() {
        int[] order = IntStream.range(1, nodes)
                .boxed()
                .sorted(Comparator.comparingInt(node -> depth[node]))
                .mapToInt(Integer::intValue)
                .toArray();
        for (int node : order) {
            fallback[node] = parent[node] == START ? START : next(fallback[parent[node]], letter[node]);
            if (longest[node] == 0) {
                longest[node] = longest[fallback[node]];
                label[node] = label[fallback[node]];
            }
        }
    }

    private int edge(int from, byte value) {
        int key = (from << 8) | (value & 0xff);
        int slot = slot(key, edgeKeys.length);
        while (edgeKeys[slot] != 0) {
            if (edgeKeys[slot] == key) {
                return edgeTargets[slot];
            }
            slot = (slot + 1) & (edgeKeys.length - 1);
        }
        return START;
    }

    private void connect(int from, byte value, int target) {
        if (edges * 2 >= edgeKeys.length) {
            rehash();
        }
        put(edgeKeys, edgeTargets, (from << 8) | (value & 0xff), target);
        edges++;
    }

    private void rehash() {
        int[] keys = new int[edgeKeys.length * 2];
        int[] targets = new int[keys.length];
        for (int i = 0; i < edgeKeys.length; i++) {
            if (edgeKeys[i] != 0) {
                put(keys, targets, edgeKeys[i], edgeTargets[i]);
            }
        }
        edgeKeys = keys;
        edgeTargets = targets;
    }

    private static void put(int[] keys, int[] targets, int key, int target) {
        int slot = slot(key, keys.length);
        while (keys[slot] != 0) {
            slot = (slot + 1) & (keys.length - 1);
        }
        keys[slot] = key;
        targets[slot] = target;
    }

    private static int slot(int key, int size) {
        int mixed = key * 0x9E3779B9;
        return (mixed ^ (mixed >>> 15)) & (size - 1);
    }
}
