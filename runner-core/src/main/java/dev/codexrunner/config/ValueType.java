package dev.codexrunner.config;

import java.util.Optional;
import java.util.function.Function;

/**
 * How one value of a setting is written.
 *
 * @param placeholder what the help shows for the value, for instance {@code DURATION}
 * @param expectation ends the sentence "It must be ..."
 * @param commaSeparated whether several values may stand in one text with commas between them
 * @param parser empty where the text is no such value; must not throw
 */
record ValueType<V>(
        String placeholder, String expectation, boolean commaSeparated, Function<String, Optional<V>> parser) {

    Optional<V> parse(String text) {
        return parser.apply(text);
    }
}
