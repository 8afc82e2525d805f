package dev.codexrunner.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.failure.FailureKind;
import dev.codexrunner.reliability.Area;
import dev.codexrunner.reliability.Fault;
import dev.codexrunner.reliability.Seen;
import dev.codexrunner.testkit.vault.VaultFault;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** A response-wrapped secret id that somebody tampered with: each is an incident, and says so. */
@ExtendWith(WithScene.class)
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class WrappedSecretIdIT {

    private final Scene scene;

    WrappedSecretIdIT(Scene scene) {
        this.scene = scene;
    }

    private static String wrapped(TestVault vault, int ttlSeconds) {
        return vault.admin().wrapped("auth/approle/role/ci/secret-id", Map.of(), ttlSeconds);
    }

    private RunWithoutCodex run(TestVault vault, String wrappingToken) throws Exception {
        return RunWithoutCodex.at(scene, vault).secretId(wrappingToken).with("--vault-wrapped");
    }

    @Fault(
            area = Area.VAULT,
            made = "the secret id's wrapping token has expired",
            promised = "said, with the incident that it may be instead")
    @Test
    void the_wrapping_token_has_expired(Seen seen) throws Exception {
        int before = scene.vault().livingTokens();
        String token = wrapped(scene.vault(), 1);
        Instant giveUp = Instant.now().plusSeconds(30);
        while (scene.vault().admin().status("POST", "sys/wrapping/lookup", Map.of("token", token)) == 200
                || scene.vault().livingTokens() > before) {
            assertThat(Instant.now()).as("the token expires").isBefore(giveUp);
        }
        run(scene.vault(), token).endsAs(FailureKind.SECRET_SOURCE, "vault-wrapping-token-spent", seen);
    }

    @Fault(
            area = Area.VAULT,
            made = "somebody else has unwrapped the secret id before the run",
            promised =
                    "called a security incident, unless the token's time had run out (Vault does not tell them apart)")
    @Test
    void somebody_else_has_unwrapped_it(Seen seen) throws Exception {
        String token = wrapped(scene.vault(), 60);
        assertThat(scene.vault().admin().status("POST", "sys/wrapping/unwrap", Map.of("token", token)))
                .isEqualTo(200);
        FinishedRun run =
                run(scene.vault(), token).endsAs(FailureKind.SECRET_SOURCE, "vault-wrapping-token-spent", seen);
        assertThat(run.stderr()).contains("security incident");
        seen.that("the word incident");
    }

    @Fault(
            area = Area.VAULT,
            made = "somebody else unwraps the secret id between our look at the token and our unwrapping",
            promised = "a failure of its own: an incident for certain")
    @Test
    void somebody_else_unwraps_it_in_the_same_moment(Seen seen) throws Exception {
        try (TestVault vault = TestVault.startStandIn(scene.ca())) {
            RunWithoutCodex run = run(vault, wrapped(vault, 60));
            vault.standIn().fail(VaultFault.OVERTAKEN, 1, "sys/wrapping/unwrap");
            assertThat(run.endsAs(FailureKind.SECRET_SOURCE, "vault-unwrap-incident", seen)
                            .stderr())
                    .contains("security incident");
        }
    }

    @Fault(
            area = Area.VAULT,
            made = "the wrapping token was swapped for one around an attacker's own secret id (sys/wrapping/wrap)",
            promised = "an incident of its own name; the token is not unwrapped")
    @Test
    void it_was_swapped_for_another(Seen seen) throws Exception {
        String swapped = scene.vault().admin().wrapped("sys/wrapping/wrap", Map.of("secret_id", "of-the-attacker"));
        FinishedRun run =
                run(scene.vault(), swapped).endsAs(FailureKind.SECRET_SOURCE, "vault-wrapping-origin-incident", seen);
        assertThat(run.text("/verdict/reason")).contains("sys/wrapping/wrap");
        assertThat(scene.vault().admin().status("POST", "sys/wrapping/unwrap", Map.of("token", swapped)))
                .isEqualTo(200);
        seen.that("the swapped token is still there, as evidence");
    }

    @Fault(
            area = Area.VAULT,
            made = "the connection breaks after the unwrapping was carried out",
            promised = "not tried again; the secret id is to be destroyed")
    @Test
    void its_answer_is_lost(Seen seen) throws Exception {
        try (TestVault vault = TestVault.startStandIn(scene.ca())) {
            RunWithoutCodex run = run(vault, wrapped(vault, 60));
            vault.standIn().forgetCalls();
            vault.standIn().fail(VaultFault.ANSWER_LOST, 1, "sys/wrapping/unwrap");
            FinishedRun finished = run.endsAs(FailureKind.SECRET_SOURCE, "vault-unwrap-answer-lost", seen);
            assertThat(finished.text("/verdict/fix")).contains("Destroy that secret id");
            assertThat(vault.standIn().lines()).containsExactly("POST sys/wrapping/lookup", "POST sys/wrapping/unwrap");
            seen.that("one unwrapping");
        }
    }
}
