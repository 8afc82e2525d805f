package dev.codexrunner.outcome;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The life of items of one sort, in bounded memory: started, updated, repeated by a retry, finished or left open. The
 * first ones are kept; of the rest it only knows which are still open.
 */
final class TrackedItems<T> {

    /** Whether the item was not known before, and whether it has ended just now. */
    record Sighting(boolean firstSight, boolean firstEnd) {}

    private final int limit;
    private final Map<String, T> kept = new LinkedHashMap<>();
    private final Set<String> ended = new HashSet<>();
    private final Set<String> open = new HashSet<>();
    private long openUntracked;
    private long dropped;

    TrackedItems(int limit) {
        this.limit = limit;
    }

    Sighting see(String key, T value, boolean hasEnded) {
        boolean known = kept.containsKey(key) || open.contains(key);
        boolean endedBefore = ended.contains(key);
        keep(key, value, known, hasEnded || !endedBefore);
        if (!hasEnded) {
            if (!endedBefore && !open.contains(key)) {
                leaveOpen(key);
            }
            return new Sighting(!known, false);
        }
        open.remove(key);
        if (kept.containsKey(key)) {
            ended.add(key);
        }
        return new Sighting(!known, !endedBefore);
    }

    private void keep(String key, T value, boolean known, boolean newer) {
        if (kept.containsKey(key)) {
            if (newer) {
                kept.put(key, value);
            }
        } else if (kept.size() < limit) {
            kept.put(key, value);
        } else if (!known) {
            dropped++;
        }
    }

    private void leaveOpen(String key) {
        if (open.size() < limit) {
            open.add(key);
        } else {
            openUntracked++;
        }
    }

    long openCount() {
        return open.size() + openUntracked;
    }

    long dropped() {
        return dropped;
    }

    List<T> values() {
        return List.copyOf(kept.values());
    }
}
