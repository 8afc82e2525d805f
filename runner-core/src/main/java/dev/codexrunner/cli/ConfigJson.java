package dev.codexrunner.cli;

import dev.codexrunner.config.EffectiveValue;
import dev.codexrunner.config.ExaminedConfig;
import dev.codexrunner.config.Setting;
import java.io.StringWriter;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** The effective configuration as JSON; a class of its own, so that only who asks for JSON loads Jackson. */
final class ConfigJson {

    private ConfigJson() {}

    static String write(ExaminedConfig config) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeObjectPropertyStart("settings");
            for (EffectiveValue value : config.values()) {
                write(json, value);
            }
            json.writeEndObject();
            json.writeArrayPropertyStart("warnings");
            config.warnings().forEach(json::writeString);
            json.writeEndArray();
            json.writeEndObject();
        }
        return text.toString();
    }

    private static void write(JsonGenerator json, EffectiveValue value) {
        json.writeObjectPropertyStart(value.setting().name());
        if (value.setting().shape() == Setting.Shape.LIST) {
            json.writeArrayPropertyStart("value");
            value.texts().forEach(json::writeString);
            json.writeEndArray();
        } else if (value.texts().isEmpty()) {
            json.writeNullProperty("value");
        } else {
            json.writeStringProperty("value", value.texts().get(0));
        }
        json.writeStringProperty("origin", value.origin().describe());
        json.writeBooleanProperty("secret", value.setting().secret());
        json.writeEndObject();
    }
}
