package dev.codexrunner.rotation;

import dev.codexrunner.credential.vault.SecretFields;
import dev.codexrunner.credential.vault.VersionedSecrets;
import dev.codexrunner.failure.Failure;
import dev.codexrunner.failure.FailureException;
import dev.codexrunner.failure.FailureKind;
import java.util.Map;
import java.util.Optional;

/** Owner, name, expiry and identity of the live token, kept where the server keeps them. */
final class LiveMetadata {

    private final RotationPaths paths;
    private final VersionedSecrets kv;

    LiveMetadata(RotationPaths paths, VersionedSecrets kv) {
        this.paths = paths;
        this.kv = kv;
    }

    /**
     * Where this server keeps them.
     *
     * @param mode where
     * @param warning what the user should know of it
     */
    record Choice(MetadataMode mode, Optional<String> warning) {}

    /**
     * Finds out where, by writing a candidate's metadata to the pending path and reading it back.
     *
     * @param wanted where the user wants it; empty: in {@code custom_metadata} if it stays there
     */
    Choice choose(Optional<MetadataMode> wanted, Candidate candidate) {
        if (wanted.equals(Optional.of(MetadataMode.FIELDS))) {
            return new Choice(MetadataMode.FIELDS, Optional.empty());
        }
        try {
            kv.patchCustomMetadata(paths.pending(), MetadataEntries.custom(candidate));
            boolean kept = kv.metadata(paths.pending())
                    .custom()
                    .keySet()
                    .containsAll(MetadataEntries.custom(candidate).keySet());
            if (kept) {
                return new Choice(MetadataMode.CUSTOM, Optional.empty());
            }
            return instead(wanted, "The server drops custom_metadata");
        } catch (FailureException e) {
            if (!isDenial(e.failure()) || wanted.isPresent()) {
                throw e;
            }
            return instead(
                    wanted, "custom_metadata can't be written: " + e.failure().reason());
        }
    }

    /** The token's fields as they are to be written, this metadata with them where it belongs there. */
    SecretFields beside(SecretFields fields, TokenFacts facts, Optional<MetadataMode> mode) {
        return mode.equals(Optional.of(MetadataMode.FIELDS))
                ? MetadataEntries.beside(fields, paths.field(), facts)
                : MetadataEntries.without(fields, paths.field(), facts);
    }

    /**
     * Says in {@code custom_metadata} what is live now. A denial is no failure of the step, whose token is live already.
     *
     * @return a warning
     */
    Optional<String> describe(TokenFacts facts, Optional<MetadataMode> mode) {
        return mode.equals(Optional.of(MetadataMode.FIELDS)) ? Optional.empty() : patch(MetadataEntries.custom(facts));
    }

    /**
     * Has {@code custom_metadata} that tells of this version tell of the next one, which holds the same token.
     *
     * @return a warning
     */
    Optional<String> moveOn(int version) {
        Map<String, String> change =
                MetadataEntries.movedOn(kv.metadata(paths.live()).custom(), version);
        return change.isEmpty() ? Optional.empty() : patch(change);
    }

    private Optional<String> patch(Map<String, String> entries) {
        try {
            kv.patchCustomMetadata(paths.live(), entries);
            return Optional.empty();
        } catch (FailureException e) {
            if (!isDenial(e.failure())) {
                throw e;
            }
            return Optional.of("Owner, name and expiry could not be written to custom_metadata of " + paths.live()
                    + ": " + e.failure().reason());
        }
    }

    /** The facts with what the metadata of the live path adds. */
    TokenFacts complete(TokenFacts facts, SecretFields fields) {
        return MetadataEntries.complete(facts, kv.metadata(paths.live()).custom(), fields, paths.field());
    }

    private Choice instead(Optional<MetadataMode> wanted, String why) {
        String consequence = wanted.isPresent()
                ? "; owner, name and expiry are kept in the journal only."
                : "; owner, name and expiry are kept in fields beside the token instead (" + paths.field()
                        + "_owner, ...).";
        return new Choice(wanted.orElse(MetadataMode.FIELDS), Optional.of(why + consequence));
    }

    /** Vault's final word, not a way that is blocked for a moment. */
    static boolean isDenial(Failure failure) {
        return failure.kind() == FailureKind.SECRET_SOURCE && !failure.retryable();
    }
}
