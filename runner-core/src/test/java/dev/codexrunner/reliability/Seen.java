package dev.codexrunner.reliability;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** What one test saw come of its fault. Not thread-safe. */
public final class Seen {

    private OptionalInt exitCode = OptionalInt.empty();
    private final List<String> observations = new ArrayList<>();

    Seen() {}

    /** The exit code that was seen, by the process or of the failure that ends it. */
    public Seen exit(int code) {
        exitCode = OptionalInt.of(code);
        return this;
    }

    /**
     * An observation that the test made, in a few words: {@code nothing left}, {@code 41 events on disk}. No times, no
     * paths, no ports: two runs say the same.
     */
    public Seen that(String observation) {
        observations.add(observation);
        return this;
    }

    OptionalInt exitCode() {
        return exitCode;
    }

    List<String> observations() {
        return observations;
    }
}
