package dev.codexrunner.doctor;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What one check leaves for those after it, one value for each type. Closing it undoes what checks set up. */
final class Findings implements AutoCloseable {

    private final Map<Class<?>, Object> values = new HashMap<>();
    private final Deque<Runnable> undo = new ArrayDeque<>();

    <T> void put(Class<T> type, T value) {
        values.put(type, value);
    }

    /** What a check left that this one {@linkplain Check#needs() needs}. */
    <T> T get(Class<T> type) {
        return find(type).orElseThrow(() -> new IllegalStateException("a check needs " + type + " and didn't say so"));
    }

    <T> Optional<T> find(Class<T> type) {
        return Optional.ofNullable(values.get(type)).map(type::cast);
    }

    /** Has something undone in the end, latest first. */
    void undoAtEnd(Runnable step) {
        undo.push(step);
    }

    @Override
    public void close() {
        while (!undo.isEmpty()) {
            undo.pop().run();
        }
    }
}
