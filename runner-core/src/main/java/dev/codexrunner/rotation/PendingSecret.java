package dev.codexrunner.rotation;

import dev.codexrunner.credential.vault.SecretFields;
import dev.codexrunner.credential.vault.SecretMetadata;
import dev.codexrunner.credential.vault.SecretVersion;
import dev.codexrunner.credential.vault.VersionedSecrets;
import dev.codexrunner.credential.vault.WriteResult;
import dev.codexrunner.secret.Secret;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The pending path: where candidates wait. Somebody else's secret may lie there as well: it is neither written over nor
 * destroyed.
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
     * @param stillWanted called before each further try; throws where somebody else has staged meanwhile
     * @return the version that holds it
     * @throws dev.codexrunner.failure.FailureException ROTATION_PENDING_FOREIGN, ROTATION_WRITES_LOST
     */
    int write(Secret token, Runnable stillWanted) {
        WriteTries tries = new WriteTries(paths, paths.pending(), "");
        while (true) {
            SecretVersion latest = kv.latest(paths.pending());
            if (latest.fields().text(paths.field()).equals(Optional.of(token))) {
                return latest.version();
            }
            requireOurs(latest);
            WriteResult result =
                    kv.write(paths.pending(), SecretFields.EMPTY.with(paths.field(), token), latest.version());
            if (result instanceof WriteResult.Written written) {
                return written.version();
            }
            tries.failed(result);
            stillWanted.run();
        }
    }

    private void requireOurs(SecretVersion latest) {
        boolean ours = !latest.isPresent()
                || holdsOurFieldOnly(latest)
                || (latest.fields().names().contains(paths.field())
                        && MetadataEntries.ofCandidate(
                                kv.metadata(paths.pending()).custom()));
        if (!ours) {
            throw RotationFailure.ROTATION_PENDING_FOREIGN
                    .with(
                            paths,
                            paths.pending(),
                            String.join(", ", latest.fields().names()))
                    .asException();
        }
    }

    private boolean holdsOurFieldOnly(SecretVersion version) {
        return version.fields().names().equals(Set.of(paths.field()));
    }

    /** The candidate's token; empty where its version does not hold it any more. */
    Optional<Secret> token(Candidate candidate, Fingerprints fingerprints) {
        return read(candidate)
                .fields()
                .text(paths.field())
                .filter(token -> fingerprints.same(token, candidate.fingerprint()));
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
     * Destroys what stages left in the versions up to and including this one. What anybody else wrote there stays.
     *
     * @param named the journal's candidate, whose version is ours also where it was deleted and can't be read
     */
    Optional<String> destroyUpTo(int version, Optional<Candidate> named, Fingerprints fingerprints) {
        List<Integer> left = kv.metadata(paths.pending()).versions().stream()
                .filter(one -> one.number() <= version && !one.destroyed())
                .map(SecretMetadata.Version::number)
                .filter(number -> isOurs(kv.version(paths.pending(), number), number, named, fingerprints))
                .toList();
        return LiveSecret.destroy(kv, paths.pending(), left);
    }

    private boolean isOurs(SecretVersion there, int number, Optional<Candidate> named, Fingerprints fingerprints) {
        Optional<Secret> text = there.fields().text(paths.field());
        boolean leftByStage =
                holdsOurFieldOnly(there) && text.flatMap(LiveSecret::shaped).isPresent();
        return leftByStage
                || named.filter(candidate -> candidate.version() == number)
                        .filter(candidate -> !there.isPresent()
                                || text.filter(token -> fingerprints.same(token, candidate.fingerprint()))
                                        .isPresent())
                        .isPresent();
    }

    /** Destroys one version. */
    Optional<String> destroy(int version) {
        return LiveSecret.destroy(kv, paths.pending(), List.of(version));
    }
}
