package dev.codexrunner.credential.vault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.failure.Failure;
import dev.codexrunner.testkit.network.ClosedPort;
import dev.codexrunner.testkit.vault.VaultStandIn;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Standby nodes that send us on; where they may send us is {@link StandbyRedirectTest}'s. */
final class VaultStandbyTest {

    private final VaultStandInScene scene = new VaultStandInScene();

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void a_standby_sends_login_read_and_revocation_on_to_the_active_node() {
        VaultScene fetch = scene.fetch();
        try (VaultStandIn standby = VaultStandIn.start(scene.ca)) {
            standby.standBy(scene.vault.address());
            assertThat(fetch.at(standby.address()).fetched()).isEqualTo(VaultStandInScene.TOKEN);
            assertThat(standby.lines()).isEqualTo(scene.vault.lines()).hasSize(4);
        }
        assertThat(scene.vault.livingTokens()).isZero();
    }

    @Test
    void a_standby_that_sends_on_to_another_is_followed_once() {
        VaultScene fetch = scene.fetch();
        try (VaultStandIn first = VaultStandIn.start(scene.ca);
                VaultStandIn second = VaultStandIn.start(scene.ca)) {
            first.standBy(second.address());
            second.standBy(scene.vault.address());
            assertThat(fetch.at(first.address()).failure().code()).isEqualTo("vault-standby-redirect");
            assertThat(scene.vault.lines()).isEmpty();
        }
    }

    @Test
    void an_active_node_that_cannot_be_reached_is_named_in_place_of_the_standby() {
        VaultScene fetch = scene.fetch();
        try (ClosedPort port = ClosedPort.hold()) {
            URI gone = URI.create("https://" + scene.vault.address().getHost() + ":" + port.number());
            scene.vault.standBy(gone);
            Failure failure = fetch.failure();
            assertThat(failure.code()).isEqualTo("connection-refused");
            assertThat(failure.what()).contains(gone.getAuthority());
        }
    }
}
