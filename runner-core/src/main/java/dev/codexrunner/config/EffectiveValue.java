package dev.codexrunner.config;

import java.util.List;

/**
 * What holds for one setting, as {@code config show} prints it.
 *
 * @param setting the setting
 * @param texts its values as written, none where it is not set; a secret's is never among them
 * @param origin who said so
 */
public record EffectiveValue(Setting<?> setting, List<String> texts, Origin origin) {

    /** Stands in for a secret's value. */
    public static final String HIDDEN = "(hidden)";
}
