package dev.codexrunner.jenkins.request;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Settings by their keys, each with one value or several, in the order in which they came. */
final class SettingsMap {

    private SettingsMap() {}

    /** An unmodifiable copy. */
    static Map<String, List<String>> copyOf(Map<String, List<String>> settings) {
        Map<String, List<String>> copy = new LinkedHashMap<>();
        settings.forEach((key, values) -> copy.put(key, List.copyOf(values)));
        return Collections.unmodifiableMap(copy);
    }

    /** Both; {@code first} has precedence. */
    static Map<String, List<String>> joined(Map<String, List<String>> first, Map<String, List<String>> second) {
        Map<String, List<String>> joined = new LinkedHashMap<>(first);
        second.forEach(joined::putIfAbsent);
        return copyOf(joined);
    }
}
