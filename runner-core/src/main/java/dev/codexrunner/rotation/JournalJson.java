package dev.codexrunner.rotation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Base64;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.ser.std.ToStringSerializer;

/** The journal as JSON text. Pure. */
final class JournalJson {

    private static final String FORMAT = "format";
    /** Tells a journal whose key was changed, under which no fingerprint in it means anything any more. */
    private static final String KEY_CHECK = "fingerprintKeyCheck";

    private static final int SHORTEST_KEY = 32;

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new SimpleModule()
                    .addSerializer(TokenExpiry.class, ToStringSerializer.instance)
                    .addDeserializer(TokenExpiry.class, new ExpiryReader()))
            .changeDefaultPropertyInclusion(given -> given.withValueInclusion(JsonInclude.Include.NON_ABSENT))
            .enable(EnumFeature.WRITE_ENUMS_USING_TO_STRING)
            .enable(EnumFeature.READ_ENUMS_USING_TO_STRING)
            .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private JournalJson() {}

    static String write(RotationJournal journal) {
        ObjectNode root = MAPPER.createObjectNode();
        root.put(FORMAT, RotationJournal.FORMAT);
        root.setAll((ObjectNode) MAPPER.valueToTree(journal));
        root.put(KEY_CHECK, Fingerprints.of(journal).keyCheck());
        return MAPPER.writeValueAsString(root);
    }

    /**
     * @param paths for the words of a failure
     * @throws dev.codexrunner.failure.FailureException ROTATION_JOURNAL_UNREADABLE, ROTATION_JOURNAL_TOO_NEW or
     *     ROTATION_JOURNAL_KEY_CHANGED
     */
    static RotationJournal read(String text, RotationPaths paths) {
        RotationJournal journal;
        JsonNode keyCheck;
        try {
            if (!(MAPPER.readTree(text) instanceof ObjectNode root)) {
                throw unreadable(paths, "It is no JSON object.");
            }
            requireKnownFormat(root, paths);
            root.remove(FORMAT);
            keyCheck = root.path(KEY_CHECK);
            root.remove(KEY_CHECK);
            journal = MAPPER.treeToValue(root, RotationJournal.class);
        } catch (JacksonException broken) {
            TokenStreamLocation at = broken.getLocation();
            // Its message quotes the text.
            throw unreadable(
                    paths,
                    at == null || at.getLineNr() < 1
                            ? "A part of it is missing, unknown or of the wrong sort."
                            : "It is no JSON from line " + at.getLineNr() + ", column " + at.getColumnNr() + " on.");
        }
        flaw(journal).ifPresent(flaw -> {
            throw unreadable(paths, flaw);
        });
        requireItsKey(journal, keyCheck, paths);
        return journal;
    }

    private static void requireKnownFormat(ObjectNode root, RotationPaths paths) {
        JsonNode format = root.path(FORMAT);
        if (!format.isInt() || format.intValue() < RotationJournal.FORMAT) {
            throw unreadable(paths, "It does not say its format.");
        }
        if (format.intValue() > RotationJournal.FORMAT) {
            throw RotationJournalFailure.ROTATION_JOURNAL_TOO_NEW
                    .with(paths, paths.journal(), format.intValue(), RotationJournal.FORMAT)
                    .asException();
        }
    }

    private static void requireItsKey(RotationJournal journal, JsonNode keyCheck, RotationPaths paths) {
        if (!keyCheck.isMissingNode() && !Fingerprints.of(journal).keyCheck().equals(keyCheck.stringValue(""))) {
            throw RotationJournalFailure.ROTATION_JOURNAL_KEY_CHANGED
                    .with(paths, paths.journal())
                    .asException();
        }
    }

    private static Optional<String> flaw(RotationJournal journal) {
        try {
            if (Base64.getDecoder().decode(journal.fingerprintKey()).length < SHORTEST_KEY) {
                return Optional.of("Its fingerprint key is too short.");
            }
        } catch (IllegalArgumentException e) {
            return Optional.of("Its fingerprint key is no Base64.");
        }
        return journal.state().flaw();
    }

    private static RuntimeException unreadable(RotationPaths paths, String why) {
        return RotationJournalFailure.ROTATION_JOURNAL_UNREADABLE
                .with(paths, paths.journal(), why)
                .asException();
    }

    private static final class ExpiryReader extends StdScalarDeserializer<TokenExpiry> {

        ExpiryReader() {
            super(TokenExpiry.class);
        }

        @Override
        public TokenExpiry deserialize(JsonParser parser, DeserializationContext context) {
            String text = parser.getValueAsString("");
            return TokenExpiry.parse(text).orElseGet(() ->
                    (TokenExpiry) context.handleWeirdStringValue(TokenExpiry.class, text, "no expiry"));
        }
    }
}
