package dev.codexrunner.credential.vault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.config.KvVersion;
import dev.codexrunner.failure.Failure;
import dev.codexrunner.testkit.vault.VaultAdmin;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What holds for finding and reading a secret against every server that speaks Vault's API. */
interface VaultSecretContract {

    VaultContractServer server();

    @Test
    default void a_nested_mount_and_a_version_1_engine_are_found_out() {
        assertThat(server().root().path("team/kv/ci/codex#access_token").fetched())
                .isEqualTo("at-nested");
        assertThat(server().root().path("team/kv/ci/codex").kv(KvVersion.V2).fetched())
                .isEqualTo("at-nested");
        assertThat(server().root().path("plain/ci/codex").fetched()).isEqualTo("at-plain");
        assertThat(server().root().path("plain/ci/codex").kv(KvVersion.V1).fetched())
                .isEqualTo("at-plain");
    }

    @Test
    default void an_ordinary_token_suffices_for_a_nested_mount() {
        assertThat(server().scene()
                        .appRole(server().roleId(), server().secretId())
                        .path("team/kv/ci/codex")
                        .fetched())
                .isEqualTo("at-nested");
    }

    @Test
    default void a_wrong_kv_version_is_named_in_both_directions() {
        assertThat(server().root().kv(KvVersion.V1).failure().code()).isEqualTo("vault-kv-version-wrong");
        assertThat(server().root()
                        .path("plain/ci/codex")
                        .kv(KvVersion.V2)
                        .failure()
                        .code())
                .isEqualTo("vault-kv-version-wrong");
        assertThat(server().root().path("plain/ci/codex").version(1).failure().code())
                .isEqualTo("vault-pin-needs-v2");
        Failure api = server().root().path("secret/data/ci/codex#access_token").failure();
        assertThat(api.code()).isEqualTo("vault-api-path-given");
        assertThat(api.fix()).contains("secret/ci/codex#access_token");
    }

    @Test
    default void a_pinned_version_is_read_and_a_missing_one_named() {
        assertThat(server().root().version(1).fetched()).isEqualTo("at-old");
        Failure missing = server().root().version(9).failure();
        assertThat(missing.code()).isEqualTo("vault-version-not-found");
        assertThat(missing.why()).contains("2");
    }

    @Test
    default void deleted_and_destroyed_versions_are_named() {
        server().admin().write("secret/data/ci/gone", VaultContractServer.secret("at-1"));
        server().admin().write("secret/delete/ci/gone", Map.of("versions", List.of(1)));
        Failure deleted = server().root().path("secret/ci/gone").failure();
        assertThat(deleted.code()).isEqualTo("vault-version-deleted");
        assertThat(deleted.what()).containsPattern("deleted at 20\\d\\d-");

        server().admin().write("secret/destroy/ci/gone", Map.of("versions", List.of(1)));
        assertThat(server().root().path("secret/ci/gone").failure().code()).isEqualTo("vault-version-destroyed");
    }

    @Test
    default void a_denied_path_is_named_as_the_policy_needs_it() {
        Failure denied = server().scene()
                .appRole(server().roleId(), server().secretId())
                .path("secret/other/codex")
                .failure();

        assertThat(denied.code()).isEqualTo("vault-read-denied");
        assertThat(denied.fix()).contains("path \"secret/data/other/codex\"");
        assertThat(server().livingLogins()).isZero();
    }

    @Test
    default void absent_mounts_secrets_and_fields_are_told_apart() {
        assertThat(server().root().path("nowhere/ci/codex").failure().code()).isEqualTo("vault-mount-not-found");
        assertThat(server().root().path("secret/ci/none").failure().code()).isEqualTo("vault-secret-not-found");
        Failure field = server().root().path("secret/ci/codex#tokn").failure();
        assertThat(field.code()).isEqualTo("vault-field-missing");
        assertThat(field.why()).contains("access_token", "blank", "count").doesNotContain(VaultContractServer.TOKEN);
        assertThat(server().root().path("secret/ci/codex#blank").failure().code())
                .isEqualTo("vault-field-empty");
        assertThat(server().root().path("secret/ci/codex#count").failure().code())
                .isEqualTo("vault-field-not-text");
    }

    @Test
    default void a_namespace_has_secrets_of_its_own_and_a_missing_one_is_named() {
        server().admin().write("sys/namespaces/team1", Map.of());
        VaultAdmin inside = server().admin().in("team1");
        inside.write("sys/mounts/mine", Map.of("type", "kv", "options", Map.of("version", "1")));
        inside.write("mine/ci/codex", Map.of("access_token", "at-team1"));

        assertThat(server().root().namespace("team1").path("mine/ci/codex").fetched())
                .isEqualTo("at-team1");
        assertThat(server().root().namespace("nobody").failure().code()).isEqualTo("vault-namespace-not-found");
    }
}
