package dev.codexrunner.rotation;

import dev.codexrunner.credential.vault.SecretFields;
import dev.codexrunner.credential.vault.SecretMetadata;
import dev.codexrunner.credential.vault.SecretVersion;
import dev.codexrunner.credential.vault.VersionedSecrets;
import dev.codexrunner.credential.vault.WriteResult;
import dev.codexrunner.failure.Failure;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A KV version 2 engine in memory. Thread-safe. */
final class KvInMemory implements VersionedSecrets {

    private static final class Version {
        private final Instant created;
        private SecretFields fields;
        private SecretVersion.State state = SecretVersion.State.PRESENT;

        Version(Instant created, SecretFields fields) {
            this.created = created;
            this.fields = fields;
        }
    }

    private final Map<String, List<Version>> secrets = new HashMap<>();
    private final Map<String, Map<String, String>> custom = new HashMap<>();
    private final Clock clock;
    private final boolean keepsCustomMetadata;
    private Optional<Failure> destroyDenied = Optional.empty();
    private int maxVersions = Integer.MAX_VALUE;

    KvInMemory(Clock clock, boolean keepsCustomMetadata) {
        this.clock = clock;
        this.keepsCustomMetadata = keepsCustomMetadata;
    }

    synchronized KvInMemory keepingOnly(int versions) {
        maxVersions = versions;
        return this;
    }

    @Override
    public synchronized SecretVersion latest(String path) {
        return version(path, versions(path).size());
    }

    @Override
    public synchronized SecretVersion version(String path, int number) {
        List<Version> all = versions(path);
        if (number < 1 || number > all.size() || number <= all.size() - maxVersions) {
            return SecretVersion.ABSENT;
        }
        Version one = all.get(number - 1);
        SecretFields fields = one.state == SecretVersion.State.PRESENT ? one.fields : SecretFields.EMPTY;
        return new SecretVersion(one.state, number, Optional.of(one.created), fields);
    }

    @Override
    public synchronized WriteResult write(String path, SecretFields fields, int cas) {
        List<Version> all = secrets.computeIfAbsent(path, key -> new ArrayList<>());
        if (cas != all.size()) {
            return new WriteResult.CasLost();
        }
        all.add(new Version(clock.instant(), fields));
        return new WriteResult.Written(all.size());
    }

    @Override
    public synchronized SecretMetadata metadata(String path) {
        List<Version> all = versions(path);
        List<SecretMetadata.Version> versions = new ArrayList<>();
        for (int number = Math.max(1, all.size() - maxVersions + 1); number <= all.size(); number++) {
            Version one = all.get(number - 1);
            Optional<Instant> deleted =
                    one.state == SecretVersion.State.DELETED ? Optional.of(one.created) : Optional.empty();
            versions.add(new SecretMetadata.Version(
                    number, Optional.of(one.created), deleted, one.state == SecretVersion.State.DESTROYED));
        }
        return new SecretMetadata(all.size(), versions, custom.getOrDefault(path, Map.of()));
    }

    @Override
    public synchronized void patchCustomMetadata(String path, Map<String, String> entries) {
        if (keepsCustomMetadata) {
            Map<String, String> merged = new LinkedHashMap<>(custom.getOrDefault(path, Map.of()));
            merged.putAll(entries);
            custom.put(path, merged);
        }
    }

    /** A version as if it had been written with other fields. */
    synchronized void rewrite(String path, int number, SecretFields fields) {
        versions(path).get(number - 1).fields = fields;
    }

    /** What a version was written with, whatever became of it. */
    synchronized SecretFields everWritten(String path, int number) {
        return versions(path).get(number - 1).fields;
    }

    /** As a policy without the destroy path does; empty to allow it again. */
    synchronized void denyDestroy(Optional<Failure> denial) {
        destroyDenied = denial;
    }

    @Override
    public synchronized void destroy(String path, List<Integer> numbers) {
        destroyDenied.ifPresent(failure -> {
            throw failure.asException();
        });
        for (int number : numbers) {
            set(path, number, SecretVersion.State.DESTROYED);
        }
    }

    /** As {@code vault kv delete} does. */
    synchronized void delete(String path, int number) {
        set(path, number, SecretVersion.State.DELETED);
    }

    private void set(String path, int number, SecretVersion.State state) {
        List<Version> all = versions(path);
        if (number >= 1 && number <= all.size()) {
            all.get(number - 1).state = state;
        }
    }

    private List<Version> versions(String path) {
        return secrets.getOrDefault(path, List.of());
    }
}
