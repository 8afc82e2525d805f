package dev.codexrunner.rotation;

import dev.codexrunner.credential.vault.SecretFields;
import dev.codexrunner.credential.vault.VersionedSecrets;
import java.util.ArrayList;
import java.util.List;

/** Kills a rotator before or after its n-th request. Not thread-safe. */
final class KillPoint implements WatchedSecrets.Watch {

    static final int NEVER = Integer.MAX_VALUE;

    private final int at;
    private final boolean afterIt;
    private final List<String> requests = new ArrayList<>();

    KillPoint(int at, boolean afterIt) {
        this.at = at;
        this.afterIt = afterIt;
    }

    @Override
    public void before(String request) {
        requests.add(request);
        if (requests.size() == at && !afterIt) {
            throw new Killed("before " + request);
        }
    }

    @Override
    public void after(String request) {
        if (requests.size() == at && afterIt) {
            throw new Killed("after " + request);
        }
    }

    int requests() {
        return requests.size();
    }

    /** Looks at every version that was ever written to the live path; thus at what any consumer can have read. */
    static List<String> unprovenLiveTokens(RotationScene scene) {
        List<String> unproven = new ArrayList<>();
        VersionedSecrets kv = scene.kv;
        for (int version = 1; version <= kv.latest(scene.paths.live()).version(); version++) {
            SecretFields fields = kv.version(scene.paths.live(), version).fields();
            fields.text(RotationScene.FIELD)
                    .filter(token -> !scene.world.isProven(token.reveal()))
                    .ifPresent(token -> unproven.add(token.reveal()));
        }
        return unproven;
    }
}
