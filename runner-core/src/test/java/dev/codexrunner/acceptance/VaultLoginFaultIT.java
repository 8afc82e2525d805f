package dev.codexrunner.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.credential.vault.TestJwt;
import dev.codexrunner.failure.FailureKind;
import dev.codexrunner.reliability.Area;
import dev.codexrunner.reliability.Fault;
import dev.codexrunner.reliability.Seen;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Logins that the real server refuses, or whose token it does not take back. */
@ExtendWith(WithScene.class)
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class VaultLoginFaultIT {

    private final Scene scene;

    VaultLoginFaultIT(Scene scene) {
        this.scene = scene;
    }

    @Fault(area = Area.VAULT, made = "a role id that no role has", promised = "role id and secret id named as suspects")
    @Test
    void the_role_id_is_wrong(Seen seen) throws Exception {
        RunWithoutCodex.in(scene)
                .option("--vault-role-id", "00000000-0000-0000-0000-000000000000")
                .endsAs(FailureKind.SECRET_SOURCE, "vault-role-or-secret-id-invalid", seen);
    }

    @Fault(
            area = Area.VAULT,
            made = "a secret id that was destroyed",
            promised = "role id and secret id named as suspects")
    @Test
    void the_secret_id_was_revoked(Seen seen) throws Exception {
        String secretId = scene.vault().newSecretId();
        scene.vault().admin().write("auth/approle/role/ci/secret-id/destroy", Map.of("secret_id", secretId));
        RunWithoutCodex.in(scene)
                .secretId(secretId)
                .endsAs(FailureKind.SECRET_SOURCE, "vault-role-or-secret-id-invalid", seen);
    }

    @Fault(
            area = Area.VAULT,
            made = "a secret id for one use, used before",
            promised = "role id and secret id named as suspects")
    @Test
    void the_secret_id_is_out_of_uses(Seen seen) throws Exception {
        Role role = new Role("once", Map.of("token_policies", "ci", "token_ttl", "1m", "secret_id_num_uses", 1));
        String secretId = role.secretId(Map.of());
        String token = scene.vault()
                .admin()
                .write("auth/approle/login", Map.of("role_id", role.id(), "secret_id", secretId))
                .at("/auth/client_token")
                .stringValue();
        scene.vault().revoke(token);
        role.run(secretId).endsAs(FailureKind.SECRET_SOURCE, "vault-role-or-secret-id-invalid", seen);
    }

    @Fault(
            area = Area.VAULT,
            made = "a secret id bound to another network (CIDR)",
            promised = "the address named as what is refused")
    @Test
    void the_secret_id_is_for_another_network(Seen seen) throws Exception {
        Role role = new Role("ci", Map.of());
        role.run(role.secretId(Map.of("cidr_list", List.of("10.1.2.3/32"))))
                .endsAs(FailureKind.SECRET_SOURCE, "vault-login-address-refused", seen);
    }

    @Fault(area = Area.VAULT, made = "a namespace that does not exist", promised = "the namespace named")
    @Test
    void the_namespace_is_wrong(Seen seen) throws Exception {
        FinishedRun run = RunWithoutCodex.in(scene)
                .option("--vault-namespace", "nobody")
                .endsAs(FailureKind.SECRET_SOURCE, "vault-namespace-not-found", seen);
        assertThat(run.text("/verdict/reason")).contains("nobody");
    }

    @Fault(
            area = Area.VAULT,
            made = "a JWT that is valid from an hour from now on (the issuer's clock is ahead)",
            promised = "the clocks named as suspects")
    @Test
    void the_clock_of_the_jwts_issuer_is_ahead(Seen seen) throws Exception {
        TestJwt issuer = new TestJwt();
        scene.vault().admin().write("sys/auth/skewed", Map.of("type", "jwt"));
        scene.vault()
                .admin()
                .write("auth/skewed/config", Map.of("jwt_validation_pubkeys", List.of(issuer.publicKeyPem())));
        scene.vault()
                .admin()
                .write(
                        "auth/skewed/role/ci",
                        Map.of(
                                "role_type", "jwt",
                                "bound_audiences", List.of("vault"),
                                "user_claim", "sub",
                                "token_policies", "ci"));
        FinishedRun run = RunWithoutCodex.in(scene)
                .without("--vault-role-id")
                .without("--vault-secret-id-file")
                .option("--vault-auth", "jwt")
                .option("--vault-auth-mount", "skewed")
                .option("--vault-role", "ci")
                .secretFile(
                        "--vault-jwt-file", issuer.issueNotBefore(Instant.now().plusSeconds(3600), "vault", "job-1"))
                .endsAs(FailureKind.SECRET_SOURCE, "vault-jwt-not-valid-now", seen);
        assertThat(run.text("/verdict/fix")).contains("clocks");
    }

    @Fault(
            area = Area.VAULT,
            made = "a role whose tokens may not revoke themselves (no default policy)",
            promised = "the run goes on, with a warning")
    @Test
    void the_token_may_not_revoke_itself(Seen seen) throws Exception {
        Role role = new Role(
                "no-revoke", Map.of("token_policies", "ci", "token_no_default_policy", true, "token_ttl", "1m"));
        RunnerProcess runner = scene.run();
        List<String> before = scene.vault().accessors();
        FinishedRun run = runner.option("--vault-role-id", role.id())
                .option(
                        "--vault-secret-id-file",
                        TestVault.OwnerOnly.write(
                                        runner.folder().resolveSibling("no-revoke.secret"), role.secretId(Map.of()))
                                .toString())
                .finish()
                .succeeds();
        seen.exit(run.exitCode());
        assertThat(run.report().at("/warnings").toString()).contains("was not revoked", "permission denied");
        List<String> left = new ArrayList<>(scene.vault().accessors());
        left.removeAll(before);
        assertThat(left).hasSize(1);
        scene.vault().admin().write("auth/token/revoke-accessor", Map.of("accessor", left.get(0)));
        seen.that("a warning with the token's time to live");
    }

    /** A role of the real server's AppRole. */
    private final class Role {

        private final String name;

        Role(String name, Map<String, Object> settings) {
            this.name = name;
            if (!settings.isEmpty()) {
                scene.vault().admin().write("auth/approle/role/" + name, settings);
            }
        }

        String id() {
            return scene.vault()
                    .admin()
                    .read("auth/approle/role/" + name + "/role-id")
                    .at("/data/role_id")
                    .stringValue();
        }

        String secretId(Map<String, Object> settings) {
            return scene.vault()
                    .admin()
                    .write("auth/approle/role/" + name + "/secret-id", settings)
                    .at("/data/secret_id")
                    .stringValue();
        }

        RunWithoutCodex run(String secretId) throws Exception {
            return RunWithoutCodex.in(scene).option("--vault-role-id", id()).secretId(secretId);
        }
    }
}
