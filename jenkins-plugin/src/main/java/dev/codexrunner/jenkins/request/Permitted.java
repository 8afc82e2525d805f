package dev.codexrunner.jenkins.request;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The values that a setting may have: one must match some pattern of each list. Lists are never merged into one, as the
 * intersection of two sets of patterns is no set of patterns. {@code *} stays between slashes, {@code **} crosses them.
 */
public final class Permitted {

    private static final Permitted ANYTHING = new Permitted(List.of());
    private static final Permitted NOTHING = new Permitted(List.of(List.of()));

    private final List<List<String>> lists;

    private Permitted(List<List<String>> lists) {
        this.lists = lists;
    }

    public static Permitted anything() {
        return ANYTHING;
    }

    public static Permitted nothing() {
        return NOTHING;
    }

    /** What one of these patterns matches; nothing where there are none. */
    public static Permitted only(Iterable<String> globs) {
        return new Permitted(List.of(Given.texts(globs)));
    }

    /** What both permit. */
    public Permitted and(Permitted other) {
        return new Permitted(
                Stream.concat(lists.stream(), other.lists.stream()).distinct().toList());
    }

    public boolean permits(String value) {
        return lists.stream().allMatch(globs -> globs.stream().anyMatch(glob -> new Glob(glob).matches(value)));
    }

    public boolean isAnything() {
        return lists.isEmpty();
    }

    /** Whether some pattern speaks of what {@code mark} separates, such as the field of a path. */
    boolean mentions(String mark) {
        return lists.stream().flatMap(List::stream).anyMatch(glob -> glob.contains(mark));
    }

    /** For messages: {@code a, b}, or {@code a, b; of these c}. */
    public String inWords() {
        if (isAnything()) {
            return Texts.of("Permitted.anything");
        }
        return lists.stream()
                .map(globs -> globs.isEmpty() ? Texts.of("Permitted.nothing") : String.join(", ", globs))
                .collect(Collectors.joining(Texts.of("Permitted.ofThese") + " "));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Permitted that && lists.equals(that.lists);
    }

    @Override
    public int hashCode() {
        return lists.hashCode();
    }

    @Override
    public String toString() {
        return "Permitted[" + inWords() + "]";
    }
}
