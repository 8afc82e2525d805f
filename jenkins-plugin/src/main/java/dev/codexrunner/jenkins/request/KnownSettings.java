package dev.codexrunner.jenkins.request;

import dev.codexrunner.config.Suggestions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The keys of docs/configuration.md with the forms of their values, from settings.txt; a test compares the two. Says early what
 * the runner would say on the agent; what takes more than a look at the text is left to it.
 */
public final class KnownSettings {

    private static final String SEVERAL = ", several";
    private static final Map<String, String> FORMS = read();

    private KnownSettings() {}

    public static Set<String> keys() {
        return FORMS.keySet();
    }

    /** What a setting can be where it is one of several words; else empty. */
    public static List<String> choices(String key) {
        String form = FORMS.getOrDefault(key, "").replace(SEVERAL, "");
        return form.contains("|") && !form.startsWith("DATE") ? List.of(form.split("\\|")) : List.of();
    }

    /** What is wrong with a key, in a sentence that begins with {@code where}. */
    static Optional<String> problemOfKey(String where, String key) {
        return FORMS.containsKey(key)
                ? Optional.empty()
                : Optional.of(Texts.of("KnownSettings.key", where, Refusals.quoted(key), meant(key, keys())));
    }

    /** What is wrong with a known key's values. */
    static Optional<String> problemOfValues(String where, String key, List<String> values) {
        String form = FORMS.getOrDefault(key, "");
        if (values.size() != 1 && !form.endsWith(SEVERAL)) {
            return Optional.of(Texts.of("KnownSettings.values", where, key, values.size()));
        }
        return values.stream()
                .filter(value -> !fits(key, value))
                .findFirst()
                .map(value -> Texts.of(
                        "KnownSettings.value", where, key, Refusals.quoted(value), expected(key), meant(key, value)));
    }

    /** Did you mean, with a blank before it; empty where nothing is near. */
    static String meant(String word, Collection<String> words) {
        return Suggestions.nearest(word, words)
                .map(near -> " " + Texts.of("KnownSettings.meant", near))
                .orElse("");
    }

    private static String meant(String key, String value) {
        return meant(value, choices(key));
    }

    private static boolean fits(String key, String value) {
        String form = FORMS.getOrDefault(key, "");
        List<String> choices = choices(key);
        if (!choices.isEmpty()) {
            List<String> given = form.endsWith(SEVERAL) ? Arrays.asList(value.split(",")) : List.of(value);
            return given.stream().map(String::strip).allMatch(choices::contains);
        }
        return switch (form) {
            case "DURATION" -> DurationText.isWritten(value);
            case "N" -> value.matches("[0-9]{1,18}");
            default -> !value.isBlank();
        };
    }

    static String oneOf(Collection<String> words) {
        return Texts.of("KnownSettings.oneOf", String.join(", ", words));
    }

    static String expected(String key) {
        List<String> choices = choices(key);
        if (!choices.isEmpty()) {
            return oneOf(choices);
        }
        return Texts.of(
                switch (FORMS.getOrDefault(key, "")) {
                    case "DURATION" -> "KnownSettings.duration";
                    case "N" -> "KnownSettings.number";
                    default -> "KnownSettings.text";
                });
    }

    private static Map<String, String> read() {
        try (InputStream file = KnownSettings.class.getResourceAsStream("settings.txt");
                BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            Map<String, String> forms = new LinkedHashMap<>();
            lines.lines().map(line -> line.split(" ", 2)).forEach(line -> forms.put(line[0], line[1]));
            return Collections.unmodifiableMap(forms);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}
