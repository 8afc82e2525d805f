package dev.codexrunner.config;

import java.util.List;
import java.util.Optional;

/** Settings that once existed, so that an upgrade says what took their place instead of "unknown". */
final class RemovedSettings {

    /**
     * @param name the name it had
     * @param since the version without it
     * @param successor the setting that took its place
     */
    record Removed(String name, String since, String successor) {}

    /** Append here when a setting goes; nothing has gone yet. */
    static final RemovedSettings KNOWN = new RemovedSettings(List.of());

    private final List<Removed> removed;

    RemovedSettings(List<Removed> removed) {
        this.removed = List.copyOf(removed);
    }

    Optional<Removed> named(String name) {
        return removed.stream().filter(one -> one.name().equals(name)).findFirst();
    }
}
