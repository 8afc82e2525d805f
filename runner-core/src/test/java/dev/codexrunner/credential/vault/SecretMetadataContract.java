package dev.codexrunner.credential.vault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.credential.vault.SecretMetadata.Version;
import dev.codexrunner.credential.vault.SecretVersion.State;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What holds for what a server knows of a secret besides its values. */
interface SecretMetadataContract {

    VaultContractServer server();

    @Test
    default void metadata_tells_of_every_version_and_of_none() {
        RotationRoles roles = RotationRoles.ofFreshSecret(server());
        try (VaultSession session = roles.session("rotator")) {
            VersionedSecrets kv = session.kv(roles.path());
            assertThat(kv.metadata(roles.path())).isEqualTo(SecretMetadata.ABSENT);
            kv.write(roles.path(), RotationRoles.token("at-1"), 0);
            kv.write(roles.path(), RotationRoles.token("at-2"), 1);
            kv.destroy(roles.path(), List.of(1));

            SecretMetadata metadata = kv.metadata(roles.path());

            assertThat(metadata.currentVersion()).isEqualTo(2);
            assertThat(metadata.custom()).isEmpty();
            assertThat(metadata.versions()).extracting(Version::number).containsExactly(1, 2);
            assertThat(metadata.version(1)).hasValueSatisfying(first -> {
                assertThat(first.destroyed()).isTrue();
                assertThat(first.createdTime()).isPresent();
                assertThat(first.deletionTime()).isEmpty();
            });
            assertThat(metadata.version(2)
                            .map(second -> second.stateAt(
                                    second.createdTime().orElseThrow().plusSeconds(1))))
                    .hasValue(State.PRESENT);
        }
    }

    @Test
    default void custom_metadata_is_merged_and_stays_with_new_versions() {
        RotationRoles roles = RotationRoles.ofFreshSecret(server());
        try (VaultSession session = roles.session("rotator")) {
            VersionedSecrets kv = session.kv(roles.path());
            kv.write(roles.path(), RotationRoles.token("at-1"), 0);
            kv.patchCustomMetadata(roles.path(), Map.of("codex_owner", "J\u00fcrgen \u20ac", "codex_token_name", "a"));
            kv.patchCustomMetadata(roles.path(), Map.of("codex_token_name", "b", "codex_expires_at", "never"));
            kv.write(roles.path(), RotationRoles.token("at-2"), 1);

            assertThat(kv.metadata(roles.path()).custom())
                    .isEqualTo(Map.of(
                            "codex_owner", "J\u00fcrgen \u20ac", "codex_token_name", "b", "codex_expires_at", "never"));
        }
    }

    @Test
    default void metadata_without_a_version_is_an_absent_secret() {
        RotationRoles roles = RotationRoles.ofFreshSecret(server());
        String metadata = roles.path().replace("secret/", "secret/metadata/");
        try (VaultSession session = roles.session("rotator")) {
            VersionedSecrets kv = session.kv(roles.path());
            server().admin().write(metadata, Map.of("custom_metadata", Map.of("other", "kept")));
            kv.patchCustomMetadata(roles.path(), Map.of("codex_owner", "ann"));
            assertThat(kv.latest(roles.path())).isEqualTo(SecretVersion.ABSENT);
            assertThat(kv.metadata(roles.path()).currentVersion()).isZero();
            assertThat(kv.metadata(roles.path()).custom()).isEqualTo(Map.of("other", "kept", "codex_owner", "ann"));
            assertThat(kv.write(roles.path(), RotationRoles.token("at-1"), 0)).isEqualTo(new WriteResult.Written(1));
        }
    }

    @Test
    default void entries_are_merged_also_where_patch_is_not_allowed_or_there_is_nothing_to_patch() {
        RotationRoles roles = RotationRoles.ofFreshSecret(server());
        String metadata = roles.path().replace("secret/", "secret/metadata/");
        String policy = "path \"%s\" { capabilities = [\"create\", \"read\", \"update\"] }".formatted(metadata);
        try (VaultSession session = roles.session("old-rotator", policy)) {
            VersionedSecrets kv = session.kv(roles.path());
            kv.patchCustomMetadata(roles.path(), Map.of("codex_owner", "ann", "codex_token_name", "a"));
            kv.patchCustomMetadata(roles.path(), Map.of("codex_token_name", "b"));
            assertThat(kv.metadata(roles.path()).custom())
                    .isEqualTo(Map.of("codex_owner", "ann", "codex_token_name", "b"));
        }
        RotationRoles nothing = RotationRoles.ofFreshSecret(server());
        try (VaultSession session = server().root().session()) {
            session.kv(nothing.path()).patchCustomMetadata(nothing.path(), Map.of("codex_owner", "ann"));
            assertThat(session.kv(nothing.path()).metadata(nothing.path()).custom())
                    .isEqualTo(Map.of("codex_owner", "ann"));
        }
    }

    @Test
    default void an_entry_beyond_the_servers_limit_is_refused_with_its_words() {
        RotationRoles roles = RotationRoles.ofFreshSecret(server());
        try (VaultSession session = roles.session("rotator")) {
            VersionedSecrets kv = session.kv(roles.path());
            kv.write(roles.path(), RotationRoles.token("at-1"), 0);
            assertThat(VersionedSecretsContract.codeOf(
                            () -> kv.patchCustomMetadata(roles.path(), Map.of("codex_owner", "x".repeat(600)))))
                    .isEqualTo("vault-write-refused");
        }
    }

    @Test
    default void old_versions_are_pruned() {
        RotationRoles roles = RotationRoles.ofFreshSecret(server());
        try (VaultSession session = roles.session("rotator")) {
            VersionedSecrets kv = session.kv(roles.path());
            for (int version = 0; version < 12; version++) {
                kv.write(roles.path(), RotationRoles.token("at-" + version), version);
            }
            SecretMetadata metadata = kv.metadata(roles.path());
            assertThat(metadata.currentVersion()).isEqualTo(12);
            assertThat(metadata.versions())
                    .extracting(Version::number)
                    .containsExactly(3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
            assertThat(kv.version(roles.path(), 2)).isEqualTo(SecretVersion.ABSENT);
            assertThat(kv.version(roles.path(), 3).fields()).isEqualTo(RotationRoles.token("at-2"));
        }
    }

    @Test
    @Timeout(30)
    default void a_version_that_expires_becomes_a_deleted_one() {
        RotationRoles roles = RotationRoles.ofFreshSecret(server());
        server().admin()
                .write(roles.path().replace("secret/", "secret/metadata/"), Map.of("delete_version_after", "1s"));
        try (VaultSession session = roles.session("rotator")) {
            VersionedSecrets kv = session.kv(roles.path());
            kv.write(roles.path(), RotationRoles.token("at-1"), 0);
            Version version = kv.metadata(roles.path()).version(1).orElseThrow();
            Instant expires = version.deletionTime().orElseThrow();
            assertThat(version.stateAt(expires.minusMillis(1))).isEqualTo(State.PRESENT);
            assertThat(version.stateAt(expires)).isEqualTo(State.DELETED);
            SecretVersion latest = kv.latest(roles.path());
            while (latest.isPresent()) {
                latest = kv.latest(roles.path());
            }
            assertThat(latest.state()).isEqualTo(State.DELETED);
            assertThat(latest.version()).isEqualTo(1);
        }
    }
}
