package dev.codexrunner.rotation.check;

import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The check as programs read it. */
public final class CheckJson {

    private CheckJson() {}

    /** After {@code contract/rotation-check.schema.json}. */
    public static String of(CheckDocument document) {
        return JsonMapper.builder()
                        .enumNamingStrategy(EnumNamingStrategies.SNAKE_CASE)
                        .enable(SerializationFeature.INDENT_OUTPUT)
                        .build()
                        .writeValueAsString(document)
                + "\n";
    }
}
