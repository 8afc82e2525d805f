package dev.codexrunner.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.failure.FailureKind;
import dev.codexrunner.reliability.Area;
import dev.codexrunner.reliability.Fault;
import dev.codexrunner.reliability.Seen;
import dev.codexrunner.testkit.backend.TokenFlaw;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Secrets that are not there, not readable or not what a token is, in the real server. */
@ExtendWith(WithScene.class)
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class VaultSecretFaultIT {

    private final Scene scene;

    VaultSecretFaultIT(Scene scene) {
        this.scene = scene;
    }

    private RunWithoutCodex reading(String path) throws Exception {
        return RunWithoutCodex.in(scene).option("--vault-path", path);
    }

    private void write(String path, Map<String, ?> body) {
        scene.vault().admin().write(path, body);
    }

    @Fault(area = Area.VAULT, made = "the latest version was deleted", promised = "said, with the way to undelete it")
    @Test
    void the_version_was_deleted(Seen seen) throws Exception {
        scene.vault().store("ci/deleted", "at-some-token-of-nobody-0123456789");
        write("secret/delete/ci/deleted", Map.of("versions", List.of(1)));
        reading("secret/ci/deleted#access_token").endsAs(FailureKind.SECRET_SOURCE, "vault-version-deleted", seen);
    }

    @Fault(area = Area.VAULT, made = "the latest version was destroyed", promised = "said: it is gone for good")
    @Test
    void the_version_was_destroyed(Seen seen) throws Exception {
        scene.vault().store("ci/destroyed", "at-some-token-of-nobody-0123456789");
        write("secret/destroy/ci/destroyed", Map.of("versions", List.of(1)));
        reading("secret/ci/destroyed#access_token").endsAs(FailureKind.SECRET_SOURCE, "vault-version-destroyed", seen);
    }

    @Fault(area = Area.VAULT, made = "the field is a number", promised = "said, with its type")
    @Test
    void the_field_is_not_text(Seen seen) throws Exception {
        write("secret/data/ci/number", Map.of("data", Map.of("access_token", 42)));
        reading("secret/ci/number#access_token").endsAs(FailureKind.SECRET_SOURCE, "vault-field-not-text", seen);
    }

    @Fault(
            area = Area.VAULT,
            made = "the token was stored with a line break behind it (it is expired, too)",
            promised = "the line break is taken off and the token judged: exit 4, jwt-expired")
    @Test
    void the_token_ends_with_a_line_break(Seen seen) throws Exception {
        String token = scene.issuer().issueFlawed(TokenFlaw.EXPIRED).token();
        write("secret/data/ci/line-break", Map.of("data", Map.of("access_token", token + "\n")));
        reading("secret/ci/line-break#access_token")
                .confidential(token)
                .endsAs(FailureKind.CREDENTIAL, "jwt-expired", seen);
    }

    @Fault(
            area = Area.VAULT,
            made = "a whole JSON document was stored in the token's field",
            promised = "exit 4, called what it is, and nothing of it shown")
    @Test
    void the_field_holds_a_json_document(Seen seen) throws Exception {
        String token = scene.issuer().issuePersonalAccessToken();
        write(
                "secret/data/ci/document",
                Map.of("data", Map.of("access_token", "{\"access_token\": \"" + token + "\"}")));
        reading("secret/ci/document#access_token")
                .confidential(token)
                .endsAs(FailureKind.CREDENTIAL, "token-is-auth-json", seen);
    }

    @Fault(area = Area.VAULT, made = "a KV version 2 engine read as version 1", promised = "both versions named")
    @Test
    void the_kv_version_is_wrong(Seen seen) throws Exception {
        reading("secret/ci/codex#access_token")
                .option("--vault-kv-version", "1")
                .endsAs(FailureKind.SECRET_SOURCE, "vault-kv-version-wrong", seen);
    }

    @Fault(
            area = Area.VAULT,
            made = "the API's path (secret/data/...) in --vault-path",
            promised = "the right path said")
    @Test
    void the_path_is_the_apis(Seen seen) throws Exception {
        FinishedRun run = reading("secret/data/ci/codex#access_token")
                .endsAs(FailureKind.SECRET_SOURCE, "vault-api-path-given", seen);
        assertThat(run.text("/verdict/fix")).contains("secret/ci/codex#access_token");
    }
}
