package dev.codexrunner.jenkins.report;

import dev.codexrunner.jenkins.report.GuardedJson.OddJsonException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** JSON as plain maps, lists, texts, numbers and booleans. */
public final class PlainJson {

    private static final String WHOLE = "whole";

    private PlainJson() {}

    /** Empty where the text is no JSON object. */
    public static Optional<Map<String, @Nullable Object>> object(String text) {
        try {
            Object plain = JsonFields.parse(GuardedJson.of("{\"" + WHOLE + "\":" + text + "}", true))
                    .plain(WHOLE);
            if (!(plain instanceof Map<?, ?> map)) {
                return Optional.empty();
            }
            Map<String, @Nullable Object> object = new LinkedHashMap<>();
            map.forEach((key, value) -> object.put(String.valueOf(key), value));
            return Optional.of(object);
        } catch (OddJsonException | RuntimeException | StackOverflowError e) {
            return Optional.empty();
        }
    }
}
