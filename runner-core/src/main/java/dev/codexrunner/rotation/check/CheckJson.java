package dev.codexrunner.rotation.check;

import java.util.Optional;
import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The check as programs read it. */
final class CheckJson implements CheckFormat {

    @Override
    public String name() {
        return "json";
    }

    @Override
    public String render(CheckDocument document, Optional<String> before) {
        return of(document);
    }

    /** After {@code contract/rotation-check.schema.json}. */
    static String of(CheckDocument document) {
        return JsonMapper.builder()
                        .enumNamingStrategy(EnumNamingStrategies.SNAKE_CASE)
                        .enable(SerializationFeature.INDENT_OUTPUT)
                        .build()
                        .writeValueAsString(document)
                + "\n";
    }
}
