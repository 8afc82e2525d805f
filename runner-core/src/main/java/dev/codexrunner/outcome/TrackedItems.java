package dev.codexrunner.outcome;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/**
 * The life of items of one sort, in bounded memory: started, updated, repeated by a retry, finished or left open. The
 * first ones are kept; of the rest it only knows which are still open.
 */
final class TrackedItems<T> {

    /** Whether the item was not known before, and whether it has ended just now. */
    record Sighting(boolean firstSight, boolean firstEnd) {}

    /** An item as it was last seen, and when it was first seen and ended. */
    private record Kept<T>(T value, Occurrence when) {}

    /** Ids alone, so that far more of them fit than of the items themselves. */
    private static final int MAX_OPEN = 10_000;

    private final int limit;
    private final Map<String, Kept<T>> kept = new LinkedHashMap<>();
    private final Set<String> ended = new HashSet<>();
    private final Set<String> open = new HashSet<>();
    private long openUntracked;
    private long dropped;

    TrackedItems(int limit) {
        this.limit = limit;
    }

    /** @param value asked for only where it will be kept */
    Sighting see(String key, Moment now, boolean hasEnded, Supplier<T> value) {
        boolean known = kept.containsKey(key) || open.contains(key);
        boolean endedBefore = ended.contains(key);
        keep(key, now, known, hasEnded, endedBefore, value);
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

    private void keep(String key, Moment now, boolean known, boolean hasEnded, boolean endedBefore, Supplier<T> value) {
        Kept<T> before = kept.get(key);
        if (before != null) {
            if (hasEnded || !endedBefore) {
                Occurrence when = hasEnded && !endedBefore ? before.when().until(now) : before.when();
                kept.put(key, new Kept<>(value.get(), when));
            }
        } else if (kept.size() < limit) {
            kept.put(key, new Kept<>(value.get(), Occurrence.at(now)));
        } else if (!known) {
            dropped++;
        }
    }

    private void leaveOpen(String key) {
        if (open.size() < MAX_OPEN) {
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

    /** @param dated puts a value and its time together */
    <R> List<R> values(BiFunction<T, Occurrence, R> dated) {
        return kept.values().stream()
                .map(item -> dated.apply(item.value(), item.when()))
                .toList();
    }
}
