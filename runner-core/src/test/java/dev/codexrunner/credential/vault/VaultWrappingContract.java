package dev.codexrunner.credential.vault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.failure.Failure;
import dev.codexrunner.testkit.vault.VaultAdmin;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What holds for secret ids inside response-wrapping tokens against every server that speaks Vault's API. */
interface VaultWrappingContract {

    VaultContractServer server();

    @Test
    default void a_wrapped_secret_id_is_unwrapped_first_and_only_once() {
        String wrappingToken = server().admin().wrapped("auth/approle/role/runner/secret-id", Map.of());

        assertThat(server().scene()
                        .appRole(server().roleId(), wrappingToken)
                        .wrapped()
                        .fetched())
                .isEqualTo(VaultContractServer.TOKEN);

        Failure second = server().scene()
                .appRole(server().roleId(), wrappingToken)
                .wrapped()
                .failure();
        assertThat(second.code()).isEqualTo("vault-wrapping-token-spent");
        assertThat(second.why()).contains("incident");
        assertThat(second.toString()).doesNotContain(wrappingToken);
    }

    @Test
    default void a_wrapping_token_that_somebody_else_unwrapped_points_to_an_incident() {
        String wrappingToken = server().admin().wrapped("auth/approle/role/runner/secret-id", Map.of());
        assertThat(server().admin().status("POST", "sys/wrapping/unwrap", Map.of("token", wrappingToken)))
                .isEqualTo(200);

        Failure failure = server().scene()
                .appRole(server().roleId(), wrappingToken)
                .wrapped()
                .failure();

        assertThat(failure.code()).isEqualTo("vault-wrapping-token-spent");
        assertThat(failure.why()).contains("incident");
        assertThat(failure.toString()).doesNotContain(wrappingToken);
    }

    @Test
    default void an_expired_wrapping_token_is_named() {
        VaultAdmin admin = server().admin();
        long before = server().livingLogins();
        String wrappingToken = admin.wrapped("auth/approle/role/runner/secret-id", Map.of(), 1);
        Instant giveUp = Instant.now().plusSeconds(60);
        while (admin.status("POST", "sys/wrapping/lookup", Map.of("token", wrappingToken)) == 200
                || server().livingLogins() > before) {
            assertThat(Instant.now()).as("the token expires").isBefore(giveUp);
        }

        assertThat(server().scene()
                        .appRole(server().roleId(), wrappingToken)
                        .wrapped()
                        .failure()
                        .code())
                .isEqualTo("vault-wrapping-token-spent");
    }

    @Test
    default void a_wrapping_token_that_was_made_elsewhere_is_an_incident_and_left_as_it_is() {
        String swapped = server().admin().wrapped("sys/wrapping/wrap", Map.of("secret_id", "of-the-attacker"));
        Failure failure =
                server().scene().appRole(server().roleId(), swapped).wrapped().failure();
        assertThat(failure.code()).isEqualTo("vault-wrapping-origin-incident");
        assertThat(failure.what()).contains("sys/wrapping/wrap", "incident");
        assertThat(failure.toString()).doesNotContain(swapped);
        assertThat(server().admin().status("POST", "sys/wrapping/unwrap", Map.of("token", swapped)))
                .isEqualTo(200);
    }

    @Test
    default void a_wrapping_token_of_another_mount_is_not_taken_for_the_roles() {
        String elsewhere = server().admin().wrapped("auth/approle/role/runner/secret-id", Map.of());
        assertThat(server().scene()
                        .appRole(server().roleId(), elsewhere)
                        .mount("other/approle")
                        .wrapped()
                        .failure()
                        .code())
                .isEqualTo("vault-wrapping-origin-incident");
        assertThat(server().admin().status("POST", "sys/wrapping/unwrap", Map.of("token", elsewhere)))
                .isEqualTo(200);
    }
}
