package dev.codexrunner.outcome;

import com.networknt.schema.AbsoluteIri;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import dev.codexrunner.events.Excerpt;
import dev.codexrunner.file.RegularFile;
import dev.codexrunner.file.SystemReason;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The JSON Schema that the final message must satisfy: codex asks the model for it, but doesn't check the reply. Read
 * and checked before the run; fetches nothing. The one class around the validator library.
 */
public final class OutputSchema {

    private static final int MAX_SCHEMA_BYTES = 4 * 1024 * 1024;
    private static final int MAX_DEPTH = 100;
    private static final int MAX_VIOLATIONS = 20;
    private static final int MAX_VIOLATION_CHARS = 300;

    private static final JsonMapper STRICT = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final String TOO_MUCH_WORK =
            "Checking it takes too much work: the schema refers to itself without end, or holds a pattern that"
                    + " backtracks without end.";

    private static final String NOT_CHECKABLE = "It can't be checked: the schema refers to what is not in it.";

    /** The name of a class, where the library passes on another's exception. */
    private static final Pattern WRAPPED = Pattern.compile("^(?:[a-z]\\w*+\\.)++[A-Z]\\w*: ");

    /** Names a schema of the runner's own in place of a file. */
    private static final String BUILT_IN = "builtin:";

    private static final String FINDINGS = "findings";

    private final Schema schema;
    private final String json;

    private OutputSchema(Schema schema, String json) {
        this.schema = schema;
        this.json = json;
    }

    /** Whether a path names a schema of the runner's own: {@code builtin:findings}. */
    public static boolean isBuiltIn(Path file) {
        return file.toString().startsWith(BUILT_IN);
    }

    private static OutputSchema builtIn(String name) {
        if (!name.equals(BUILT_IN + FINDINGS)) {
            throw OutputFailure.SCHEMA_NOT_READABLE
                    .with(name, "There is no built-in schema of that name; there is builtin:findings.")
                    .asException();
        }
        try (InputStream in =
                OutputSchema.class.getResourceAsStream("/dev/codexrunner/contract/" + FINDINGS + ".schema.json")) {
            if (in == null) {
                throw new IllegalStateException("The jar lacks the schema " + name);
            }
            return parse(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a schema file, or a schema of the runner's own.
     *
     * @throws dev.codexrunner.failure.FailureException {@link OutputFailure#SCHEMA_NOT_READABLE},
     *     {@link OutputFailure#SCHEMA_NOT_JSON} or {@link OutputFailure#SCHEMA_INVALID}
     */
    public static OutputSchema read(Path file) {
        if (isBuiltIn(file)) {
            return builtIn(file.toString());
        }
        try (InputStream in = RegularFile.open(file)) {
            byte[] bytes = in.readNBytes(MAX_SCHEMA_BYTES + 1);
            if (bytes.length > MAX_SCHEMA_BYTES) {
                throw OutputFailure.SCHEMA_NOT_READABLE
                        .with(file, "It is larger than 4 MiB.")
                        .asException();
            }
            return parse(file.toString(), new String(bytes, StandardCharsets.UTF_8));
        } catch (NoSuchFileException missing) {
            throw OutputFailure.SCHEMA_NOT_READABLE
                    .with(file, "There is no such file.")
                    .asException();
        } catch (IOException unreadable) {
            throw OutputFailure.SCHEMA_NOT_READABLE
                    .with(file, "The system said: " + SystemReason.of(unreadable) + ".")
                    .asException();
        }
    }

    /**
     * A schema's text.
     *
     * @param name what messages call it
     * @throws dev.codexrunner.failure.FailureException {@link OutputFailure#SCHEMA_NOT_JSON} or
     *     {@link OutputFailure#SCHEMA_INVALID}
     */
    public static OutputSchema parse(String name, String json) {
        JsonNode document;
        try {
            document = STRICT.readTree(json);
        } catch (JacksonException broken) {
            throw OutputFailure.SCHEMA_NOT_JSON.with(name, problem(broken)).asException();
        }
        if (!document.isObject() && !document.isBoolean()) {
            throw OutputFailure.SCHEMA_INVALID
                    .with(name, "Its root is neither an object nor true or false.")
                    .asException();
        }
        try {
            SchemaRegistry registry = registry();
            Optional<String> wrong = firstViolation(registry, document);
            if (wrong.isPresent()) {
                throw OutputFailure.SCHEMA_INVALID.with(name, wrong.get()).asException();
            }
            Schema schema = registry.getSchema(document);
            schema.initializeValidators();
            return new OutputSchema(schema, json);
        } catch (SchemaException | IllegalArgumentException | BoundedRegularExpressions.TooMuchWork invalid) {
            String words = WRAPPED.matcher(String.valueOf(invalid.getMessage())).replaceFirst("");
            String message = Excerpt.head(CauseRules.oneLine(words), MAX_VIOLATION_CHARS);
            throw OutputFailure.SCHEMA_INVALID.with(name, message).asException();
        }
    }

    /** The schema's text, as it was read. */
    public String json() {
        return json;
    }

    private static SchemaRegistry registry() {
        return SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12,
                builder -> builder.schemaRegistryConfig(SchemaRegistryConfig.builder()
                                .locale(Locale.ROOT)
                                .regularExpressionFactory(new BoundedRegularExpressions())
                                .build())
                        .schemaLoader(loader -> loader.allow(OutputSchema::isMetaSchema)));
    }

    /** These lie inside the library's jar; nothing is ever fetched, neither over the network nor from a file. */
    private static boolean isMetaSchema(AbsoluteIri iri) {
        String text = iri.toString();
        return text.startsWith("https://json-schema.org/") || text.startsWith("http://json-schema.org/");
    }

    private static Optional<String> firstViolation(SchemaRegistry registry, JsonNode document) {
        Schema metaSchema = registry.getSchema(SchemaLocation.of(SpecificationVersion.DRAFT_2020_12.getDialectId()));
        return metaSchema.validate(document).stream().findFirst().map(OutputSchema::text);
    }

    /** Checks a final message as it is: no fence is stripped, since whoever reads the output would not strip it either. */
    public OutputCheck check(String message) {
        JsonNode value;
        try {
            value = STRICT.readTree(message);
        } catch (JacksonException broken) {
            String fence =
                    message.stripLeading().startsWith("```") ? " It stands in a code fence, which is no JSON." : "";
            return new OutputCheck(Optional.of(problem(broken) + fence), List.of(), Optional.empty());
        }
        if (value.isMissingNode()) {
            return new OutputCheck(Optional.of("It is empty."), List.of(), Optional.empty());
        }
        List<Error> errors;
        try {
            errors = schema.validate(value);
        } catch (SchemaException unresolved) {
            return new OutputCheck(Optional.empty(), List.of(NOT_CHECKABLE), Optional.empty());
        } catch (BoundedRegularExpressions.TooMuchWork | StackOverflowError endless) {
            return new OutputCheck(Optional.empty(), List.of(TOO_MUCH_WORK), Optional.empty());
        }
        List<String> violations =
                errors.stream().limit(MAX_VIOLATIONS).map(OutputSchema::text).toList();
        return new OutputCheck(
                Optional.empty(), violations, errors.isEmpty() ? Optional.of(value.toString()) : Optional.empty());
    }

    private static String text(Error error) {
        return Excerpt.head(CauseRules.oneLine(error.toString()), MAX_VIOLATION_CHARS);
    }

    private static String problem(JacksonException broken) {
        TokenStreamLocation at = broken.getLocation();
        String place = at == null ? "" : "Line " + at.getLineNr() + ", column " + at.getColumnNr() + ": ";
        String message = String.valueOf(broken.getOriginalMessage());
        return place + Excerpt.head(CauseRules.oneLine(message), MAX_VIOLATION_CHARS);
    }
}
