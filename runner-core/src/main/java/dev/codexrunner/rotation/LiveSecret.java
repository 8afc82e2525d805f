package dev.codexrunner.rotation;

import dev.codexrunner.config.TokenKind;
import dev.codexrunner.credential.AccessToken;
import dev.codexrunner.credential.TokenInspector;
import dev.codexrunner.credential.identity.TokenIdentity;
import dev.codexrunner.credential.vault.SecretMetadata;
import dev.codexrunner.credential.vault.SecretVersion;
import dev.codexrunner.credential.vault.VersionedSecrets;
import dev.codexrunner.failure.Failure;
import dev.codexrunner.failure.FailureException;
import dev.codexrunner.secret.Secret;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** The live path: its latest version is what every consumer reads. */
final class LiveSecret {

    private final RotationPaths paths;
    private final VersionedSecrets kv;
    private final LiveMetadata metadata;

    LiveSecret(RotationPaths paths, VersionedSecrets kv, LiveMetadata metadata) {
        this.paths = paths;
        this.kv = kv;
        this.metadata = metadata;
    }

    SecretVersion latest() {
        return kv.latest(paths.live());
    }

    SecretVersion version(int number) {
        return kv.version(paths.live(), number);
    }

    /** What is there of the versions after the one and before the other, in ascending order. */
    Stream<SecretVersion> between(int after, int before) {
        return before - after < 2
                ? Stream.empty()
                : kv.metadata(paths.live()).versions().stream()
                        .filter(version -> !version.destroyed())
                        .map(SecretMetadata.Version::number)
                        .filter(number -> number > after && number < before)
                        .sorted()
                        .map(this::version);
    }

    /**
     * As {@link #latest()}, and it must have the number that the user expects.
     *
     * @throws FailureException ROTATION_LIVE_VERSION_UNEXPECTED
     */
    SecretVersion latest(OptionalInt expected, RotationJournal journal) {
        SecretVersion latest = latest();
        if (expected.isPresent() && expected.getAsInt() != latest.version()) {
            throw RotationFailure.ROTATION_LIVE_VERSION_UNEXPECTED
                    .with(paths, latest.version(), expected.getAsInt(), Words.latest(journal))
                    .asException();
        }
        return latest;
    }

    /**
     * The token of a version; empty where there is none.
     *
     * @throws FailureException ROTATION_FIELD_NOT_TEXT
     */
    Optional<Secret> token(SecretVersion version) {
        Optional<Secret> text = version.fields().text(paths.field());
        if (text.isEmpty() && version.fields().names().contains(paths.field())) {
            throw RotationFailure.ROTATION_FIELD_NOT_TEXT
                    .with(paths, paths.field(), paths.live())
                    .asException();
        }
        return text.filter(value -> !value.isBlank());
    }

    /** Whether a version holds the token with that fingerprint. */
    boolean holds(SecretVersion version, String fingerprint, Fingerprints fingerprints) {
        return version.fields()
                .text(paths.field())
                .filter(token -> fingerprints.same(token, fingerprint))
                .isPresent();
    }

    /** What is known of the token in a version: by the journal, else by metadata and by the token itself. */
    Optional<TokenFacts> facts(SecretVersion version, JournalSecret journal) {
        return token(version).map(token -> {
            String fingerprint = journal.fingerprints().of(token);
            RotationState state = journal.state();
            return Stream.concat(state.live().stream(), state.previous().stream())
                    .filter(known -> known.fingerprint().equals(fingerprint))
                    .findFirst()
                    .map(known -> known.atVersion(version.version()))
                    .orElseGet(
                            () -> metadata.complete(itself(token, version.version(), fingerprint), version.fields()));
        });
    }

    private static TokenFacts itself(Secret token, int version, String fingerprint) {
        Optional<AccessToken> shaped = shaped(token);
        return new TokenFacts(
                version,
                fingerprint,
                shaped.map(AccessToken::kind),
                Optional.empty(),
                Optional.empty(),
                shaped.flatMap(AccessToken::expiresAt).map(TokenExpiry::at),
                shaped.flatMap(LiveSecret::claimed),
                Optional.empty());
    }

    /** A value that is no token has no identity; whatever is wrong with it is not this step's concern. */
    static Optional<TokenIdentity> claimed(AccessToken token) {
        try {
            return TokenIdentity.claimed(token);
        } catch (FailureException unreadable) {
            return Optional.empty();
        }
    }

    /** The value as a token, expired or not; empty where it is none. */
    static Optional<AccessToken> shaped(Secret value) {
        try {
            return Optional.of(TokenInspector.inspectEvenIfExpired(value, TokenKind.ACCESS_TOKEN));
        } catch (FailureException noToken) {
            return Optional.empty();
        }
    }

    /** The numbers of all versions that still hold the token, in ascending order. */
    List<Integer> holding(String fingerprint, Fingerprints fingerprints) {
        return kv.metadata(paths.live()).versions().stream()
                .filter(version -> !version.destroyed())
                .map(SecretMetadata.Version::number)
                .filter(number -> holds(version(number), fingerprint, fingerprints))
                .toList();
    }

    /** The latest version that still holds the token, tried first where it was seen last. */
    Optional<SecretVersion> find(TokenFacts facts, Fingerprints fingerprints) {
        SecretVersion expected = version(facts.version());
        if (holds(expected, facts.fingerprint(), fingerprints)) {
            return Optional.of(expected);
        }
        List<Integer> holding = holding(facts.fingerprint(), fingerprints);
        return holding.isEmpty() ? Optional.empty() : Optional.of(version(holding.get(holding.size() - 1)));
    }

    /**
     * Destroys every version that holds the token and is older than the latest one was at first sight: what is written
     * meanwhile is what consumers read.
     *
     * @param knownVersion where it was; destroyed also if it was deleted, so that it can't be read
     * @throws FailureException ROTATION_DESTROY_DENIED
     */
    Destroyed destroy(String fingerprint, int knownVersion, Fingerprints fingerprints) {
        int latest = latest().version();
        List<Integer> left = kv.metadata(paths.live()).versions().stream()
                .filter(version -> !version.destroyed())
                .map(SecretMetadata.Version::number)
                .toList();
        List<Integer> versions = left.stream()
                .filter(number -> number < latest)
                .filter(number -> holdsOrHeld(number, knownVersion, fingerprint, fingerprints))
                .toList();
        List<Integer> unreadable = left.stream()
                .filter(number -> !versions.contains(number))
                .filter(number -> version(number).state() == SecretVersion.State.DELETED)
                .toList();
        Optional<String> denied = destroy(kv, paths.live(), versions);
        if (denied.isPresent()) {
            throw RotationFailure.ROTATION_DESTROY_DENIED
                    .with(paths, versions, denied.get())
                    .asException();
        }
        List<Integer> kept = left.stream()
                .filter(number -> number >= latest)
                .filter(number -> holds(version(number), fingerprint, fingerprints))
                .toList();
        return new Destroyed(versions, unreadable, kept);
    }

    /**
     * What became of the versions that hold a token.
     *
     * @param versions destroyed now
     * @param unreadable deleted but not destroyed, so that nobody can say what they hold
     * @param kept live or newer than what was live at first sight, so that they were left as they are
     */
    record Destroyed(List<Integer> versions, List<Integer> unreadable, List<Integer> kept) {}

    private boolean holdsOrHeld(int number, int knownVersion, String fingerprint, Fingerprints fingerprints) {
        SecretVersion version = version(number);
        return holds(version, fingerprint, fingerprints)
                || (number == knownVersion && version.state() == SecretVersion.State.DELETED);
    }

    /** @return a warning where Vault denies it */
    static Optional<String> destroy(VersionedSecrets kv, String path, List<Integer> versions) {
        if (versions.isEmpty()) {
            return Optional.empty();
        }
        try {
            kv.destroy(path, versions);
            return Optional.empty();
        } catch (FailureException e) {
            Failure failure = e.failure();
            if (!LiveMetadata.isDenial(failure)) {
                throw e;
            }
            return Optional.of("Version " + versions + " of " + path
                    + " could not be destroyed and still holds a token: " + failure.reason());
        }
    }
}
