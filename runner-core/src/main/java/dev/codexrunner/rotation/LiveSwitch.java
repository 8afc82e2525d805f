package dev.codexrunner.rotation;

import dev.codexrunner.credential.vault.SecretFields;
import dev.codexrunner.credential.vault.SecretVersion;
import dev.codexrunner.credential.vault.VersionedSecrets;
import dev.codexrunner.credential.vault.WriteResult;
import dev.codexrunner.failure.Failure;
import dev.codexrunner.secret.Secret;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Puts a token on the live path, siblings kept, by check-and-set on the version that an intent names. Whoever does so,
 * and however often: the write that wins is the next version, and no later one can be. So that version tells for good
 * whether the intent came true, also where an answer was lost.
 */
final class LiveSwitch {

    private static final int LOST_ANSWERS = 3;

    private final RotationPaths paths;
    private final VersionedSecrets kv;
    private final LivePath live;
    private final LiveMetadata metadata;

    LiveSwitch(RotationPaths paths, VersionedSecrets kv, LivePath live, LiveMetadata metadata) {
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

        /** It is not live, and there is nothing to write it with any more. */
        record Withheld() implements Switched {}
    }

    /**
     * @param facts of the token, for metadata beside it
     * @param token asked only where it is still to be written; empty where it may not be or can't be
     */
    Switched go(
            Intent intent,
            TokenFacts facts,
            Optional<MetadataMode> mode,
            Fingerprints fingerprints,
            Supplier<Optional<Secret>> token) {
        int from = intent.fromLiveVersion();
        for (int lostAnswers = 0; ; ) {
            SecretVersion now = live.latest();
            if (now.version() != from) {
                return landedOrOvertaken(intent, now, fingerprints);
            }
            Optional<Secret> value = token.get();
            if (value.isEmpty()) {
                return withheldUnlessLanded(intent, fingerprints);
            }
            SecretFields kept = now.fields().with(paths.field(), value.get());
            WriteResult result = kv.write(paths.live(), metadata.beside(kept, facts.atVersion(from + 1), mode), from);
            if (result instanceof WriteResult.Written written) {
                return new Switched.Landed(written.version(), true);
            }
            if (result instanceof WriteResult.Unknown unknown && ++lostAnswers == LOST_ANSWERS) {
                throw uncertain(unknown.failure());
            }
        }
    }

    /** A token that is gone may have gone because somebody else has just made it live, and destroyed it where it waited. */
    private Switched withheldUnlessLanded(Intent intent, Fingerprints fingerprints) {
        SecretVersion now = live.latest();
        return now.version() == intent.fromLiveVersion()
                ? new Switched.Withheld()
                : landedOrOvertaken(intent, now, fingerprints);
    }

    private Switched landedOrOvertaken(Intent intent, SecretVersion now, Fingerprints fingerprints) {
        int ours = intent.fromLiveVersion() + 1;
        SecretVersion first = now.version() == ours ? now : live.version(ours);
        return live.holds(first, intent.fingerprint(), fingerprints)
                ? new Switched.Landed(ours, now.version() == ours)
                : new Switched.Overtaken(now.version());
    }

    private RuntimeException uncertain(Failure failure) {
        return failure.because(
                        failure.why() + " Whether the token went live is not known; the same step again finds out.")
                .asException();
    }
}
