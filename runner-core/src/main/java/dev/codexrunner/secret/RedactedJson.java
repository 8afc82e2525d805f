package dev.codexrunner.secret;

import java.io.StringWriter;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Redacts JSON value by value. {@link Redactor#redact} on the text keeps almost all JSON whole, but not where a secret is
 * a bare number or reaches over a quote; this keeps all of it whole, repeated keys too.
 */
public final class RedactedJson {

    private static final JsonFactory JSON = new JsonFactory();

    private final Redactor redactor;

    public RedactedJson(Redactor redactor) {
        this.redactor = redactor;
    }

    /** One JSON document without its secrets, on one line. What is no JSON is redacted as text. */
    public String redact(String json) {
        StringWriter redacted = new StringWriter(json.length());
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), json);
                JsonGenerator generator = JSON.createGenerator(ObjectWriteContext.empty(), redacted)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                copy(token, parser, generator);
            }
        } catch (JacksonException notJson) {
            return redactor.redact(json);
        }
        // Once more over the text: a secret may be spread over what were several values.
        String text = redactor.redact(redacted.toString());
        return text.equals(redacted.toString()) || isJson(text) ? text : redacted.toString();
    }

    private void copy(JsonToken token, JsonParser parser, JsonGenerator generator) {
        switch (token) {
            case PROPERTY_NAME -> generator.writeName(redactor.redact(parser.getString()));
            case VALUE_STRING -> generator.writeString(redactor.redact(parser.getString()));
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser.getString(), generator);
            default -> generator.copyCurrentEvent(parser);
        }
    }

    private void number(String digits, JsonGenerator generator) {
        String redacted = redactor.redact(digits);
        if (redacted.equals(digits)) {
            generator.writeNumber(digits);
        } else {
            generator.writeString(redacted);
        }
    }

    private static boolean isJson(String text) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
            while (parser.nextToken() != null) {
                // Reading on is the test.
            }
            return true;
        } catch (JacksonException broken) {
            return false;
        }
    }
}
