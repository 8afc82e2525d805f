package dev.codexrunner.rotation;

import dev.codexrunner.credential.vault.VersionedSecrets;
import dev.codexrunner.transport.Pause;
import java.security.SecureRandom;
import java.time.Clock;

/** What all steps of one rotator work with. */
record RotationTools(
        RotationPaths paths,
        VersionedSecrets kv,
        Verification verification,
        Clock clock,
        SecureRandom random,
        String by,
        RotationLimits limits,
        Pause pause) {

    LiveMetadata metadata() {
        return new LiveMetadata(paths, kv);
    }

    LiveSecret live() {
        return new LiveSecret(paths, kv, metadata());
    }

    PendingSecret pending() {
        return new PendingSecret(paths, kv);
    }
}
