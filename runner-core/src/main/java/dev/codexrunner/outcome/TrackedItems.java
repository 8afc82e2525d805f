package dev.codexrunner.outcome;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The life of items of one sort, in bounded memory: started, updated, repeated by a retry, finished or left open. The
 * first ones are kept, those that failed before those that did not; of the rest it only knows which are still open.
 */
final class TrackedItems<T> {

    /** How an item stands by an event. */
    enum State {
        OPEN,
        ENDED,
        FAILED
    }

    /**
     * @param firstSight whether the item was not known before
     * @param firstEnd whether it has ended just now
     * @param kept the item, where it is one of those that are kept
     */
    record Sighting<T>(boolean firstSight, boolean firstEnd, Optional<T> kept) {}

    /** An item as it was last seen, and when it was first seen and ended. */
    private record Kept<T>(T value, Occurrence when) {}

    /** Ids and times alone, so that far more of them fit than of the items themselves. */
    private static final int MAX_OPEN = 10_000;

    private final int limit;
    private final Consumer<T> givenUp;
    private final Map<String, Kept<T>> kept = new LinkedHashMap<>();
    private final Set<String> ended = new HashSet<>();

    /** When each was first seen: it may have to be kept when it fails. */
    private final Map<String, Moment> open = new HashMap<>();

    /** Kept, and over without having failed, the last one on top. */
    private final Deque<String> succeeded = new ArrayDeque<>();

    private long openUntracked;
    private long dropped;

    /** @param givenUp told of each that was kept until one that failed needed its place */
    TrackedItems(int limit, Consumer<T> givenUp) {
        this.limit = limit;
        this.givenUp = givenUp;
    }

    /** @param value asked for only where it will be kept */
    Sighting<T> see(String key, Moment now, State state, Supplier<T> value) {
        boolean endedBefore = ended.contains(key);
        boolean known = kept.containsKey(key) || open.containsKey(key) || endedBefore;
        keep(key, now, known, state, endedBefore, value);
        Optional<T> held = Optional.ofNullable(kept.get(key)).map(Kept::value);
        if (state == State.OPEN) {
            if (!endedBefore && !open.containsKey(key)) {
                leaveOpen(key, now);
            }
            return new Sighting<>(!known, false, held);
        }
        open.remove(key);
        if (held.isPresent() && ended.add(key) && state == State.ENDED) {
            succeeded.push(key);
        }
        return new Sighting<>(!known, !endedBefore, held);
    }

    private void keep(String key, Moment now, boolean known, State state, boolean endedBefore, Supplier<T> value) {
        Kept<T> before = kept.get(key);
        boolean hasEnded = state != State.OPEN;
        if (before != null) {
            if (hasEnded || !endedBefore) {
                Occurrence when = hasEnded && !endedBefore ? before.when().until(now) : before.when();
                kept.put(key, new Kept<>(value.get(), when));
            }
        } else if (endedBefore) {
            // It gave its place to one that failed.
            return;
        } else if (kept.size() < limit) {
            kept.put(key, new Kept<>(value.get(), Occurrence.at(now)));
        } else {
            dropped += known ? 0 : 1;
            if (state == State.FAILED && !succeeded.isEmpty()) {
                replaceLastSuccess(key, now, value);
            }
        }
    }

    /** One more is kept and one less: as many are dropped as before. */
    private void replaceLastSuccess(String key, Moment now, Supplier<T> value) {
        Kept<T> success = kept.remove(succeeded.pop());
        if (success != null) {
            givenUp.accept(success.value());
            Moment begun = open.get(key);
            kept.put(
                    key,
                    new Kept<>(
                            value.get(),
                            begun == null
                                    ? Occurrence.at(now)
                                    : Occurrence.at(begun).until(now)));
        }
    }

    private void leaveOpen(String key, Moment now) {
        if (open.size() < MAX_OPEN) {
            open.put(key, now);
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

    /**
     * In the order in which they were first seen.
     *
     * @param dated puts a value and its time together
     */
    <R> List<R> values(BiFunction<T, Occurrence, R> dated) {
        return kept.values().stream()
                .sorted(Comparator.comparingLong(item -> item.when().line()))
                .map(item -> dated.apply(item.value(), item.when()))
                .toList();
    }
}
