package dev.codexrunner.rotation;

import dev.codexrunner.credential.vault.SecretFields;
import dev.codexrunner.credential.vault.SecretMetadata;
import dev.codexrunner.credential.vault.SecretVersion;
import dev.codexrunner.credential.vault.VersionedSecrets;
import dev.codexrunner.credential.vault.WriteResult;
import dev.codexrunner.secret.Secret;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The pending path: where candidates wait. Somebody else's secret may lie there as well: it is neither written over nor
 * destroyed. Ours is what the journal names, and what names this rotation itself, by a field written with the token: a
 * stage may be killed before the journal knows of it.
 */
final class PendingSecret {

    private final RotationPaths paths;
    private final VersionedSecrets kv;

    PendingSecret(RotationPaths paths, VersionedSecrets kv) {
        this.paths = paths;
        this.kv = kv;
    }

    /**
     * Writes a token as a new version, over what a killed run left.
     *
     * @param named the candidate that the journal names
     * @param stillWanted called before each further try; throws where somebody else has staged meanwhile
     * @return the version that holds it
     * @throws dev.codexrunner.failure.FailureException ROTATION_PENDING_FOREIGN, ROTATION_WRITES_LOST
     */
    int write(Secret token, Optional<Candidate> named, Fingerprints fingerprints, Runnable stillWanted) {
        WriteTries tries = new WriteTries(paths, paths.pending(), "");
        SecretFields fields = SecretFields.EMPTY.with(paths.field(), token).withText(marker(), paths.live());
        while (true) {
            SecretVersion latest = kv.latest(paths.pending());
            requireOurs(latest, named, fingerprints);
            if (latest.fields().text(paths.field()).equals(Optional.of(token))) {
                return latest.version();
            }
            WriteResult result = kv.write(paths.pending(), fields, latest.version());
            if (result instanceof WriteResult.Written written) {
                return written.version();
            }
            tries.failed(result);
            stillWanted.run();
        }
    }

    private void requireOurs(SecretVersion latest, Optional<Candidate> named, Fingerprints fingerprints) {
        boolean ours = latest.isPresent()
                ? isMarked(latest)
                        || named.filter(one -> holds(latest, one, fingerprints)).isPresent()
                : latest.version() == 0 || !isSomebodysLivePath();
        if (!ours) {
            throw RotationFailure.ROTATION_PENDING_FOREIGN
                    .with(paths, paths.pending(), contents(latest))
                    .asException();
        }
    }

    private static String contents(SecretVersion version) {
        return version.isPresent()
                ? "with the fields " + String.join(", ", version.fields().names())
                : "whose latest version was deleted, the live one of another rotation by its metadata";
    }

    /** A live secret whose latest version was deleted may be brought back. */
    private boolean isSomebodysLivePath() {
        return kv.metadata(paths.pending())
                .custom()
                .containsKey(MetadataEntries.customName(MetadataEntries.LIVE_VERSION));
    }

    /** Name of the field that says of which live path a candidate is to be the token. */
    private String marker() {
        return paths.field() + "_staged_for";
    }

    private boolean isMarked(SecretVersion version) {
        return version.fields().text(marker()).map(Secret::reveal).equals(Optional.of(paths.live()));
    }

    private boolean holds(SecretVersion version, Candidate candidate, Fingerprints fingerprints) {
        return version.fields()
                .text(paths.field())
                .filter(token -> fingerprints.same(token, candidate.fingerprint()))
                .isPresent();
    }

    /** The candidate's token; empty where its version does not hold it any more. */
    Optional<Secret> token(Candidate candidate, Fingerprints fingerprints) {
        SecretVersion there = read(candidate);
        return holds(there, candidate, fingerprints) ? there.fields().text(paths.field()) : Optional.empty();
    }

    /** Why the candidate's token is not there; empty where its version holds something else. */
    Optional<String> absence(Candidate candidate) {
        return switch (read(candidate).state()) {
            case ABSENT -> Optional.of("is not there");
            case DELETED -> Optional.of("was deleted");
            case DESTROYED -> Optional.of("was destroyed");
            case PRESENT -> Optional.empty();
        };
    }

    private SecretVersion read(Candidate candidate) {
        return kv.version(paths.pending(), candidate.version());
    }

    int currentVersion() {
        return kv.metadata(paths.pending()).currentVersion();
    }

    /**
     * Destroys what stages left in the versions up to and including this one, and each that holds the named candidate. What
     * anybody else wrote there stays.
     *
     * @param named the journal's candidate, whose version is ours also where it was deleted and can't be read
     * @return warnings
     */
    List<String> destroyUpTo(int version, Optional<Candidate> named, Fingerprints fingerprints) {
        List<Integer> left = new ArrayList<>();
        List<String> warnings = new ArrayList<>();
        for (int number : undestroyed()) {
            SecretVersion there = number <= version ? kv.version(paths.pending(), number) : SecretVersion.ABSENT;
            boolean candidates =
                    named.filter(one -> isOf(one, number, there, fingerprints)).isPresent();
            if (number <= version && (candidates || isLeftByStage(there))) {
                left.add(number);
                beside(there).ifPresent(warnings::add);
            }
        }
        Optional<String> denied = LiveSecret.destroy(kv, paths.pending(), left);
        return denied.map(List::of).orElse(warnings);
    }

    /** Versions that hold the candidate's token, or may do so, being deleted but not destroyed; in ascending order. */
    List<Integer> holding(Candidate candidate, Fingerprints fingerprints) {
        return undestroyed().stream()
                .filter(number -> isOf(candidate, number, kv.version(paths.pending(), number), fingerprints))
                .toList();
    }

    private List<Integer> undestroyed() {
        return kv.metadata(paths.pending()).versions().stream()
                .filter(version -> !version.destroyed())
                .map(SecretMetadata.Version::number)
                .toList();
    }

    private boolean isOf(Candidate candidate, int number, SecretVersion there, Fingerprints fingerprints) {
        return holds(there, candidate, fingerprints) || (candidate.version() == number && !there.isPresent());
    }

    /** Nobody has added to it. */
    private boolean isLeftByStage(SecretVersion version) {
        return isMarked(version) && foreignFields(version).isEmpty();
    }

    private Set<String> foreignFields(SecretVersion version) {
        Set<String> names = new LinkedHashSet<>(version.fields().names());
        names.removeAll(Set.of(paths.field(), marker()));
        return names;
    }

    private Optional<String> beside(SecretVersion version) {
        Set<String> foreign = foreignFields(version);
        return foreign.isEmpty()
                ? Optional.empty()
                : Optional.of("Version " + version.version() + " of " + paths.pending()
                        + " held the candidate's token, and beside it what somebody had added: "
                        + String.join(", ", foreign) + ". It was destroyed as a whole.");
    }

    /** Destroys one version. */
    Optional<String> destroy(int version) {
        return LiveSecret.destroy(kv, paths.pending(), List.of(version));
    }
}
