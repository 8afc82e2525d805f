package dev.codexrunner.rotation;

import dev.codexrunner.credential.vault.SecretFields;
import dev.codexrunner.credential.vault.SecretMetadata;
import dev.codexrunner.credential.vault.SecretVersion;
import dev.codexrunner.credential.vault.VersionedSecrets;
import dev.codexrunner.credential.vault.WriteResult;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** An engine, each of whose requests something else can watch, hold up, kill or lose. */
final class WatchedSecrets implements VersionedSecrets {

    /** What happens around a request. */
    interface Watch {

        /** Before it leaves; may throw, and it never leaves. */
        default void before(String request) {}

        /** After it was carried out; may throw, and nobody learns of it. */
        default void after(String request) {}

        /** What the rotator is told a write came to. */
        default WriteResult write(Supplier<WriteResult> write) {
            return write.get();
        }
    }

    private final VersionedSecrets engine;
    private final Watch watch;

    WatchedSecrets(VersionedSecrets engine, Watch watch) {
        this.engine = engine;
        this.watch = watch;
    }

    /** For a rotator that dies before this request leaves. */
    static WatchedSecrets killedBefore(VersionedSecrets engine, String request) {
        return new WatchedSecrets(engine, new Watch() {
            @Override
            public void before(String leaving) {
                if (leaving.equals(request)) {
                    throw new Killed("before " + request);
                }
            }
        });
    }

    @Override
    public SecretVersion latest(String path) {
        return watched("read " + path, () -> engine.latest(path));
    }

    @Override
    public SecretVersion version(String path, int version) {
        return watched("read " + path + " version " + version, () -> engine.version(path, version));
    }

    @Override
    public WriteResult write(String path, SecretFields fields, int cas) {
        return watched("write " + path, () -> watch.write(() -> engine.write(path, fields, cas)));
    }

    @Override
    public SecretMetadata metadata(String path) {
        return watched("read metadata of " + path, () -> engine.metadata(path));
    }

    @Override
    public void patchCustomMetadata(String path, Map<String, String> entries) {
        watched("write metadata of " + path, () -> {
            engine.patchCustomMetadata(path, entries);
            return "";
        });
    }

    @Override
    public void destroy(String path, List<Integer> versions) {
        watched("destroy versions of " + path, () -> {
            engine.destroy(path, versions);
            return "";
        });
    }

    private <T> T watched(String request, Supplier<T> call) {
        watch.before(request);
        T answer = call.get();
        watch.after(request);
        return answer;
    }
}
