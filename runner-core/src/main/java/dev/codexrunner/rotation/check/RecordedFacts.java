package dev.codexrunner.rotation.check;

import dev.codexrunner.credential.vault.SecretFields;
import dev.codexrunner.rotation.MetadataEntries;
import dev.codexrunner.rotation.TokenExpiry;
import dev.codexrunner.rotation.TokenFacts;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What is written down about the live token beside its value.
 *
 * @param liveVersion the version that it is about, where it says so
 * @param owner who answers for the token
 * @param tokenName what it is called where it was created
 * @param expiresAt when it ends
 * @param misreadExpiry what stands where it should say when it ends, and says it not
 * @param verifiedAt when it was last proven
 * @param complete whether all places could be read; what is missing may be recorded where not
 */
record RecordedFacts(
        OptionalInt liveVersion,
        Optional<String> owner,
        Optional<String> tokenName,
        Optional<TokenExpiry> expiresAt,
        Optional<String> misreadExpiry,
        Optional<Instant> verifiedAt,
        boolean complete) {

    /** Of a place that can't be read. */
    static final RecordedFacts UNREAD = new RecordedFacts(
            OptionalInt.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false);

    /** From {@code custom_metadata}: {@code codex_owner} and so on. */
    static RecordedFacts custom(Map<String, String> metadata) {
        return read(MetadataEntries.knownIn(metadata));
    }

    /** From the token's sibling fields: {@code access_token_owner} and so on. */
    static RecordedFacts fields(SecretFields fields, String tokenField) {
        return read(MetadataEntries.knownBeside(fields, tokenField));
    }

    /** From the rotation's journal. */
    static RecordedFacts journal(TokenFacts facts) {
        return new RecordedFacts(
                OptionalInt.of(facts.version()),
                facts.owner(),
                facts.tokenName(),
                facts.expiresAt(),
                Optional.empty(),
                facts.verifiedAt(),
                true);
    }

    /** What is missing here is taken from there. */
    RecordedFacts or(RecordedFacts other) {
        return new RecordedFacts(
                liveVersion.isPresent() ? liveVersion : other.liveVersion,
                owner.or(other::owner),
                tokenName.or(other::tokenName),
                expiresAt.or(other::expiresAt),
                misreadExpiry.or(other::misreadExpiry),
                verifiedAt.or(other::verifiedAt),
                complete && other.complete);
    }

    /** Whether it is certainly about another version than this one. */
    boolean isAboutAnother(int version) {
        return liveVersion.isPresent() && liveVersion.getAsInt() != version;
    }

    private static RecordedFacts read(Map<String, String> known) {
        Optional<Integer> version = text(known, MetadataEntries.LIVE_VERSION).flatMap(RecordedFacts::number);
        Optional<String> expiry = text(known, MetadataEntries.EXPIRES_AT);
        return new RecordedFacts(
                version.map(OptionalInt::of).orElseGet(OptionalInt::empty),
                text(known, MetadataEntries.OWNER),
                text(known, MetadataEntries.TOKEN_NAME),
                expiry.flatMap(TokenExpiry::parse),
                expiry.filter(text -> TokenExpiry.parse(text).isEmpty()),
                text(known, MetadataEntries.VERIFIED_AT).flatMap(RecordedFacts::instant),
                true);
    }

    private static Optional<String> text(Map<String, String> known, String name) {
        return Optional.ofNullable(known.get(name));
    }

    private static Optional<Integer> number(String text) {
        return text.matches("[0-9]{1,9}") ? Optional.of(Integer.parseInt(text)) : Optional.empty();
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeException noInstant) {
            return Optional.empty();
        }
    }
}
