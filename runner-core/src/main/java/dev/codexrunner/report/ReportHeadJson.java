package dev.codexrunner.report;

import java.io.InputStream;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads from report.json what stands in front of its long lists, and no further: a file of any size costs a few kilobytes.
 * Where somebody has sorted its fields anew, what lies between is passed over without being kept.
 */
public final class ReportHeadJson {

    /** In characters: of a name or a reason, not of a final message. */
    private static final int LONGEST_STRING = 1024 * 1024;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(LONGEST_STRING)
                            .build())
                    .build())
            // A part is followed by the rest of the file.
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private @Nullable Integer schemaVersion;
    private RunReport.@Nullable Run run;
    private RunReport.@Nullable VerdictSection verdict;
    private OptionalInt attempts = OptionalInt.empty();
    private Optional<RunReport.Tokens> usage = Optional.empty();
    private boolean usageSeen;

    private ReportHeadJson() {}

    /**
     * Empty where it is no report, or lacks one of its parts.
     *
     * @param json read as far as need be, then closed
     */
    public static Optional<ReportHead> read(InputStream json) {
        try (JsonParser parser = MAPPER.createParser(json)) {
            return new ReportHeadJson().head(parser);
        } catch (JacksonException notOurs) {
            return Optional.empty();
        }
    }

    private Optional<ReportHead> head(JsonParser parser) {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            return Optional.empty();
        }
        Optional<ReportHead> whole = whole();
        while (whole.isEmpty() && parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String field = parser.currentName();
            parser.nextToken();
            read(field, parser);
            whole = whole();
        }
        return whole;
    }

    private void read(String field, JsonParser parser) {
        switch (field) {
            case "schemaVersion" -> schemaVersion = parser.getIntValue();
            case "run" -> run = MAPPER.readValue(parser, RunReport.Run.class);
            case "verdict" -> verdict = MAPPER.readValue(parser, RunReport.VerdictSection.class);
            case "usage" -> {
                usage = Optional.ofNullable(MAPPER.readValue(parser, RunReport.Tokens.class));
                usageSeen = true;
            }
            case "codex" -> countAttempts(parser);
            default -> parser.skipChildren();
        }
    }

    private void countAttempts(JsonParser parser) {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return;
        }
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String field = parser.currentName();
            boolean list = parser.nextToken() == JsonToken.START_ARRAY && field.equals("attempts");
            int count = 0;
            while (list && parser.nextToken() == JsonToken.START_OBJECT) {
                parser.skipChildren();
                count++;
            }
            if (list) {
                attempts = OptionalInt.of(count);
            } else {
                parser.skipChildren();
            }
        }
    }

    private Optional<ReportHead> whole() {
        return schemaVersion == null || run == null || verdict == null || !usageSeen || attempts.isEmpty()
                ? Optional.empty()
                : Optional.of(ReportHead.of(schemaVersion, run, verdict, attempts.getAsInt(), usage));
    }
}
