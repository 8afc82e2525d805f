package dev.codexrunner.report;

import java.io.IOException;
import java.io.Writer;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** report.json as text, and back: with {@link ReportHeadJson} all that knows Jackson here. */
public final class ReportJson {

    /** In characters; a final message alone may have four million. */
    private static final int LONGEST_STRING = 64 * 1024 * 1024;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(LONGEST_STRING)
                            .build())
                    .build())
            .enumNamingStrategy(EnumNamingStrategies.SNAKE_CASE)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private ReportJson() {}

    /** The report as indented JSON with a line break at the end. */
    public static String write(RunReport report) {
        return MAPPER.writeValueAsString(report) + "\n";
    }

    /**
     * The same, piece by piece; {@code out} stays open.
     *
     * @throws IOException when {@code out} takes nothing more
     */
    static void write(RunReport report, Writer out) throws IOException {
        try {
            MAPPER.writer().without(StreamWriteFeature.AUTO_CLOSE_TARGET).writeValue(out, report);
        } catch (JacksonIOException failed) {
            throw failed.getCause();
        }
        out.write('\n');
    }

    /** Maps, lists and plain values as indented JSON with a line break at the end. */
    public static String writeTree(Map<String, ?> tree) {
        return MAPPER.writeValueAsString(tree) + "\n";
    }

    /** The same on one line, with a line break at its end. */
    public static String writeLine(Map<String, ?> tree) {
        return MAPPER.writer().without(SerializationFeature.INDENT_OUTPUT).writeValueAsString(tree) + "\n";
    }

    /** A report that {@link #write} wrote; empty where the text is none. */
    public static Optional<RunReport> readReport(String json) {
        try {
            // The text "null" gives null.
            return Optional.ofNullable(MAPPER.readValue(json, RunReport.class));
        } catch (JacksonException notOurs) {
            return Optional.empty();
        }
    }

    /** Any JSON as maps, lists and plain values; empty for {@code null} and for what is no JSON. */
    static Optional<Object> read(String json) {
        try {
            return Optional.ofNullable(MAPPER.readValue(json, Object.class));
        } catch (JacksonException notJson) {
            return Optional.empty();
        }
    }

    static Map<String, Object> toTree(RunReport report) {
        return MAPPER.convertValue(report, new TypeReference<Map<String, Object>>() {});
    }

    static RunReport fromTree(Map<String, Object> tree) {
        return MAPPER.convertValue(tree, RunReport.class);
    }
}
