package dev.codexrunner.rotation.check;

import dev.codexrunner.config.RotationCheckConfig;
import dev.codexrunner.credential.AccessToken;
import dev.codexrunner.credential.CredentialKind;
import dev.codexrunner.credential.vault.SecretFields;
import dev.codexrunner.credential.vault.SecretMetadata;
import dev.codexrunner.credential.vault.SecretVersion;
import dev.codexrunner.credential.vault.VersionedSecrets;
import dev.codexrunner.credential.vault.WriteResult;
import dev.codexrunner.secret.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the tests of the check are made of: a clock that stands, limits, and secrets in memory. */
final class Checks {

    static final Instant NOW = Instant.parse("2026-11-21T03:00:00Z");
    static final String TOKEN = "at-0123456789abcdefghijklmnop";

    private Checks() {}

    static RotationCheckConfig limits() {
        return limits(Optional.empty());
    }

    /** @param maxVersionAge as {@code --max-version-age} */
    static RotationCheckConfig limits(Optional<Duration> maxVersionAge) {
        return new RotationCheckConfig(
                Optional.empty(),
                Duration.ofDays(14),
                Duration.ofDays(3),
                Duration.ofDays(90),
                maxVersionAge,
                Duration.ofDays(1),
                Optional.empty(),
                Optional.empty());
    }

    static Instant ago(Duration duration) {
        return NOW.minus(duration);
    }

    static AccessToken personal() {
        return new AccessToken(
                Secret.of("access_token", TOKEN), CredentialKind.PERSONAL_ACCESS_TOKEN, Optional.empty(), List.of());
    }

    static SecretVersion present(int version, Instant created, String... namesAndValues) {
        SecretFields fields = SecretFields.EMPTY;
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields = fields.withText(namesAndValues[i], namesAndValues[i + 1]);
        }
        return new SecretVersion(SecretVersion.State.PRESENT, version, Optional.of(created), fields);
    }

    static SecretMetadata metadata(Map<String, String> custom) {
        return new SecretMetadata(1, List.of(), custom);
    }

    /** Answers what it was told; what it was told nothing of is absent. Never written to: a check only reads. */
    static final class Remembered implements VersionedSecrets {

        final Map<String, SecretVersion> latest = new HashMap<>();
        final Map<String, SecretMetadata> metadata = new HashMap<>();
        final Map<String, RuntimeException> inTheWay = new HashMap<>();

        @Override
        public SecretVersion latest(String path) {
            obstacle("data " + path);
            return latest.getOrDefault(path, SecretVersion.ABSENT);
        }

        @Override
        public SecretVersion version(String path, int version) {
            throw new AssertionError("a check reads the latest version alone");
        }

        @Override
        public WriteResult write(String path, SecretFields fields, int cas) {
            throw new AssertionError("a check writes nothing");
        }

        @Override
        public SecretMetadata metadata(String path) {
            obstacle("metadata " + path);
            return metadata.getOrDefault(path, SecretMetadata.ABSENT);
        }

        @Override
        public void patchCustomMetadata(String path, Map<String, String> entries) {
            throw new AssertionError("a check writes nothing");
        }

        @Override
        public void destroy(String path, List<Integer> versions) {
            throw new AssertionError("a check destroys nothing");
        }

        private void obstacle(String what) {
            RuntimeException obstacle = inTheWay.get(what);
            if (obstacle != null) {
                throw obstacle;
            }
        }
    }
}
