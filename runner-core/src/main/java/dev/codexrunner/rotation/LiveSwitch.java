package dev.codexrunner.rotation;

import dev.codexrunner.credential.vault.SecretFields;
import dev.codexrunner.credential.vault.SecretVersion;
import dev.codexrunner.credential.vault.VersionedSecrets;
import dev.codexrunner.credential.vault.WriteResult;
import dev.codexrunner.failure.Failure;
import dev.codexrunner.failure.FailureException;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Puts a token on the live path, siblings kept, by check-and-set on the version that an intent names. Whoever does so,
 * and however often: the write that wins is the next version, and no later one can be. So that version tells for good
 * whether the intent came true, also where an answer was lost.
 */
final class LiveSwitch {

    private final RotationPaths paths;
    private final VersionedSecrets kv;
    private final LiveSecret live;
    private final LiveMetadata metadata;

    LiveSwitch(RotationPaths paths, VersionedSecrets kv, LiveSecret live, LiveMetadata metadata) {
        this.paths = paths;
        this.kv = kv;
        this.live = live;
        this.metadata = metadata;
    }

    /** What came of it. */
    sealed interface Switched {

        /**
         * The token went live.
         *
         * @param version as this version
         * @param latest whether it still is the latest one
         */
        record Landed(int version, boolean latest) implements Switched {}

        /** Another write came first, and the token is not live by this intent. */
        record Overtaken(int latestVersion) implements Switched {}

        /**
         * It is not live by this intent: Vault does not allow the write.
         *
         * @param failure Vault's final word
         */
        record Denied(Failure failure) implements Switched {}

        /**
         * It is not live, since it must not be or can't be any more.
         *
         * @param why one clause
         */
        record Withheld(String why) implements Switched {}

        /** It is not live, since something speaks against it now. */
        record Disproven(Failure failure) implements Switched {}
    }

    /**
     * @param facts of the token, for metadata beside it
     * @param release asked only where it is still to be written
     */
    Switched go(
            Intent intent,
            TokenFacts facts,
            Optional<MetadataMode> mode,
            Fingerprints fingerprints,
            Supplier<Release> release) {
        int from = intent.fromLiveVersion();
        WriteTries tries = new WriteTries(
                paths, paths.live(), "Whether the token went live is not known; the same step again finds out.");
        while (true) {
            SecretVersion now = live.latest();
            if (now.version() != from) {
                return landedOrOvertaken(intent, now, fingerprints);
            }
            Release leave = release.get();
            if (!(leave instanceof Release.Granted granted)) {
                return unlessLanded(notGranted(leave), intent, fingerprints);
            }
            SecretFields kept = now.fields().with(paths.field(), granted.token());
            WriteResult result;
            try {
                result = kv.write(paths.live(), metadata.beside(kept, facts.atVersion(from + 1), mode), from);
            } catch (FailureException e) {
                if (!LiveMetadata.isDenial(e.failure())) {
                    throw e;
                }
                return unlessLanded(new Switched.Denied(e.failure()), intent, fingerprints);
            }
            if (result instanceof WriteResult.Written written) {
                return new Switched.Landed(written.version(), true);
            }
            tries.failed(result);
        }
    }

    /** A token that is gone may have gone because somebody else has just made it live, and destroyed it where it waited. */
    private Switched unlessLanded(Switched otherwise, Intent intent, Fingerprints fingerprints) {
        SecretVersion now = live.latest();
        return now.version() == intent.fromLiveVersion() ? otherwise : landedOrOvertaken(intent, now, fingerprints);
    }

    private static Switched notGranted(Release leave) {
        return leave instanceof Release.Disproven disproven
                ? new Switched.Disproven(disproven.failure())
                : new Switched.Withheld(((Release.Lapsed) leave).why());
    }

    private Switched landedOrOvertaken(Intent intent, SecretVersion now, Fingerprints fingerprints) {
        int ours = intent.fromLiveVersion() + 1;
        SecretVersion first = now.version() == ours ? now : live.version(ours);
        if (live.holds(first, intent.fingerprint(), fingerprints)) {
            return new Switched.Landed(ours, now.version() == ours);
        }
        // Its own version may be gone, and the token written once more since, with other fields or by hand.
        return live.holding(intent.fingerprint(), fingerprints).stream()
                .filter(number -> number > ours)
                .reduce((earlier, later) -> later)
                .<Switched>map(number -> new Switched.Landed(number, now.version() == number))
                .orElseGet(() -> new Switched.Overtaken(now.version()));
    }
}
