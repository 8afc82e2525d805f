package dev.codexrunner.rotation;

import dev.codexrunner.credential.vault.SecretVersion;
import dev.codexrunner.credential.vault.VersionedSecrets;
import dev.codexrunner.credential.vault.WriteResult;
import dev.codexrunner.failure.FailureException;

/**
 * Keeps an intent from coming true: what is live is written once more, so that no check-and-set on the version which the
 * intent names can be won any more, not even by a request that is on its way.
 */
final class LiveFence {

    private final RotationPaths paths;
    private final VersionedSecrets kv;
    private final LiveSecret live;

    LiveFence(RotationPaths paths, VersionedSecrets kv, LiveSecret live) {
        this.paths = paths;
        this.kv = kv;
        this.live = live;
    }

    /**
     * Where nothing is live, a version without fields is written.
     *
     * @return whether the version after the intent's is taken now, by this write or by any other; false where Vault denies
     *     it, and thus the intent's to whoever has the same rights
     */
    boolean set(Intent intent) {
        int from = intent.fromLiveVersion();
        WriteTries tries = new WriteTries(
                paths,
                paths.live(),
                "Whether the promotion was kept from the live secret is not known; the same step again"
                        + " finds out.");
        SecretVersion now = live.latest();
        while (now.version() == from) {
            try {
                WriteResult result =
                        kv.write(paths.live(), MetadataEntries.movedOn(now.fields(), paths.field(), from), from);
                if (!(result instanceof WriteResult.Written)) {
                    tries.failed(result);
                }
            } catch (FailureException e) {
                if (!LiveMetadata.isDenial(e.failure())) {
                    throw e;
                }
                return false;
            }
            now = live.latest();
        }
        return true;
    }

    /** Whether the version after the intent's is such a fence: it holds the token that was live before, or none as before. */
    boolean stands(Intent intent) {
        SecretVersion fence = live.version(intent.fromLiveVersion() + 1);
        SecretVersion before = live.version(intent.fromLiveVersion());
        return fence.isPresent()
                && fence.fields().text(paths.field()).equals(before.fields().text(paths.field()));
    }
}
