package dev.codexrunner.rotation;

import dev.codexrunner.credential.identity.TokenIdentity;
import dev.codexrunner.credential.vault.SecretFields;
import dev.codexrunner.secret.Secret;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What is kept of a token beside it, as names and texts: the one place that knows how it is written and read. Pure.
 */
public final class MetadataEntries {

    /** Entries can be set, but not removed, so this stands where nothing is known. */
    private static final String UNKNOWN = "unknown";

    private static final String CUSTOM_PREFIX = "codex_";

    public static final String OWNER = "owner";
    public static final String TOKEN_NAME = "token_name";
    public static final String EXPIRES_AT = "expires_at";
    private static final String ACCOUNT_ID = "account_id";
    private static final String USER_ID = "user_id";
    private static final String EMAIL = "email";
    public static final String LIVE_VERSION = "live_version";
    public static final String VERIFIED_AT = "verified_at";

    private static final List<String> NAMES =
            List.of(OWNER, TOKEN_NAME, EXPIRES_AT, ACCOUNT_ID, USER_ID, EMAIL, LIVE_VERSION, VERIFIED_AT);

    private MetadataEntries() {}

    /** What an entry is called in {@code custom_metadata}: {@code codex_owner}. */
    public static String customName(String name) {
        return CUSTOM_PREFIX + name;
    }

    /** For {@code custom_metadata} of the live path. */
    static Map<String, String> custom(TokenFacts facts) {
        return prefixed(CUSTOM_PREFIX, entries(facts));
    }

    /** For {@code custom_metadata} of the pending path. */
    static Map<String, String> custom(Candidate candidate) {
        Map<String, String> entries = entries(candidate.live(0));
        entries.remove(LIVE_VERSION);
        return prefixed(CUSTOM_PREFIX, entries);
    }

    /** The fields with these entries as siblings of the token. */
    static SecretFields beside(SecretFields fields, String tokenField, TokenFacts facts) {
        SecretFields result = fields;
        for (Map.Entry<String, String> entry :
                prefixed(tokenField + "_", entries(facts)).entrySet()) {
            result = result.withText(entry.getKey(), entry.getValue());
        }
        return result;
    }

    /** The fields with the same token in the next version, so that siblings which tell of it still do. */
    static SecretFields movedOn(SecretFields fields, String tokenField, int version) {
        String name = tokenField + "_" + LIVE_VERSION;
        return describes(fields.text(name).map(Secret::reveal), version)
                ? fields.withText(name, String.valueOf(version + 1))
                : fields;
    }

    /** The change of {@code custom_metadata} that lets it tell of the same token in the next version. */
    static Map<String, String> movedOn(Map<String, String> custom, int version) {
        String name = customName(LIVE_VERSION);
        return describes(Optional.ofNullable(custom.get(name)), version)
                ? Map.of(name, String.valueOf(version + 1))
                : Map.of();
    }

    private static boolean describes(Optional<String> said, int version) {
        return said.equals(Optional.of(String.valueOf(version)));
    }

    /** The fields without such siblings; others are left alone. */
    static SecretFields without(SecretFields fields, String tokenField, TokenFacts like) {
        if (!fields.names().contains(tokenField + "_" + LIVE_VERSION)) {
            return fields;
        }
        SecretFields result = fields;
        for (String name : prefixed(tokenField + "_", entries(like)).keySet()) {
            result = result.without(name);
        }
        return result;
    }

    /**
     * The facts with what metadata adds to them; unchanged where it tells of another version.
     *
     * @param custom {@code custom_metadata} of the live path
     * @param fields the live secret's
     */
    static TokenFacts complete(TokenFacts facts, Map<String, String> custom, SecretFields fields, String tokenField) {
        Map<String, String> inCustom = knownIn(custom);
        if (describes(inCustom, facts.version())) {
            return read(inCustom, facts);
        }
        Map<String, String> beside = knownBeside(fields, tokenField);
        return describes(beside, facts.version()) ? read(beside, facts) : facts;
    }

    /**
     * What {@code custom_metadata} says, by the names above; nothing where it says that it is not known.
     *
     * @param custom all entries of the path
     */
    public static Map<String, String> knownIn(Map<String, String> custom) {
        return known(name -> Optional.ofNullable(custom.get(customName(name))));
    }

    /** What the siblings of the token say, by the names above; nothing where they say that it is not known. */
    public static Map<String, String> knownBeside(SecretFields fields, String tokenField) {
        return known(name -> fields.text(tokenField + "_" + name).map(Secret::reveal));
    }

    private static Map<String, String> known(Function<String, Optional<String>> text) {
        Map<String, String> entries = new LinkedHashMap<>();
        for (String name : NAMES) {
            text.apply(name)
                    .filter(value -> !value.isBlank() && !value.equals(UNKNOWN))
                    .ifPresent(value -> entries.put(name, value));
        }
        return entries;
    }

    /** Entries without a version were made by a person, who means the token that is there. */
    private static boolean describes(Map<String, String> entries, int version) {
        return !entries.isEmpty()
                && entries.getOrDefault(LIVE_VERSION, String.valueOf(version)).equals(String.valueOf(version));
    }

    private static TokenFacts read(Map<String, String> entries, TokenFacts facts) {
        TokenIdentity identity =
                new TokenIdentity(known(entries, ACCOUNT_ID), known(entries, USER_ID), known(entries, EMAIL));
        boolean anyIdentity =
                identity.accountId().or(identity::userId).or(identity::email).isPresent();
        return new TokenFacts(
                facts.version(),
                facts.fingerprint(),
                facts.kind(),
                known(entries, OWNER),
                known(entries, TOKEN_NAME),
                known(entries, EXPIRES_AT).flatMap(TokenExpiry::parse).or(facts::expiresAt),
                anyIdentity ? Optional.of(identity) : facts.identity(),
                known(entries, VERIFIED_AT).flatMap(MetadataEntries::instant));
    }

    private static Map<String, String> entries(TokenFacts facts) {
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put(OWNER, facts.owner().orElse(UNKNOWN));
        entries.put(TOKEN_NAME, facts.tokenName().orElse(UNKNOWN));
        entries.put(EXPIRES_AT, facts.expiresAt().map(TokenExpiry::toString).orElse(UNKNOWN));
        entries.put(
                ACCOUNT_ID, facts.identity().flatMap(TokenIdentity::accountId).orElse(UNKNOWN));
        entries.put(USER_ID, facts.identity().flatMap(TokenIdentity::userId).orElse(UNKNOWN));
        entries.put(EMAIL, facts.identity().flatMap(TokenIdentity::email).orElse(UNKNOWN));
        entries.put(LIVE_VERSION, String.valueOf(facts.version()));
        entries.put(VERIFIED_AT, facts.verifiedAt().map(Instant::toString).orElse(UNKNOWN));
        return entries;
    }

    private static Map<String, String> prefixed(String prefix, Map<String, String> entries) {
        Map<String, String> result = new LinkedHashMap<>();
        entries.forEach((name, text) -> result.put(prefix + name, text));
        return result;
    }

    private static Optional<String> known(Map<String, String> entries, String name) {
        return Optional.ofNullable(entries.get(name));
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
