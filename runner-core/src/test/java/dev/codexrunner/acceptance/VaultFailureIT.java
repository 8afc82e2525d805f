package dev.codexrunner.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.failure.FailureKind;
import dev.codexrunner.reliability.Area;
import dev.codexrunner.reliability.Fault;
import dev.codexrunner.reliability.Seen;
import dev.codexrunner.testkit.network.ClosedPort;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** A Vault that doesn't give the token: codex never starts, and the cause is named. */
@ExtendWith(WithScene.class)
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class VaultFailureIT {

    private final Scene scene;

    VaultFailureIT(Scene scene) {
        this.scene = scene;
    }

    private FinishedRun withoutCodex(RunnerProcess runner, Seen seen) throws Exception {
        int before = scene.requestsSoFar();
        Leftovers leftovers = Leftovers.before(scene, runner);
        FinishedRun run = runner.finish();
        seen.exit(run.exitCode());
        assertThat(run.report().at("/codex/attempts")).isEmpty();
        assertThat(scene.requestsSoFar()).isEqualTo(before);
        leftovers.noneAfter(run, seen);
        seen.that(run.text("/verdict/code"));
        return run;
    }

    @Fault(
            area = Area.VAULT,
            made = "the real server is sealed before the run",
            promised = "exit 3, sealed, codex never started")
    @Test
    void it_is_sealed(Seen seen) throws Exception {
        RunnerProcess runner = scene.run();
        Leftovers leftovers = Leftovers.before(scene, runner);
        int before = scene.requestsSoFar();
        scene.vault().seal();
        FinishedRun run;
        try {
            run = runner.finish();
        } finally {
            scene.vault().unseal();
        }
        seen.exit(run.exitCode());
        run.failsAs(FailureKind.SECRET_SOURCE, "vault-sealed");
        assertThat(scene.requestsSoFar()).isEqualTo(before);
        leftovers.noneAfter(run, seen);
    }

    @Fault(
            area = Area.VAULT,
            made = "a path that no policy of the login grants",
            promised = "exit 3 with the policy to grant, our Vault token revoked")
    @Test
    void the_path_is_denied(Seen seen) throws Exception {
        withoutCodex(scene.run().option("--vault-path", "secret/somebody/elses#access_token"), seen)
                .failsAs(FailureKind.SECRET_SOURCE, "vault-read-denied");

        assertThat(scene.vault().livingTokens())
                .as("our Vault token is revoked here too")
                .isZero();
    }

    @Fault(
            area = Area.VAULT,
            made = "a path without a secret",
            promised = "exit 3, the path named, our Vault token revoked")
    @Test
    void nothing_is_there(Seen seen) throws Exception {
        withoutCodex(scene.run().option("--vault-path", "secret/ci/absent#access_token"), seen)
                .failsAs(FailureKind.SECRET_SOURCE, "vault-secret-not-found");

        assertThat(scene.vault().livingTokens()).isZero();
    }

    @Fault(area = Area.VAULT, made = "a secret without that field", promised = "exit 3 with the fields that exist")
    @Test
    void the_field_is_not_there(Seen seen) throws Exception {
        RunnerProcess runner = scene.run();
        scene.vault().store("ci/other-field", "at-some-token-of-nobody-0123456789");

        withoutCodex(runner.option("--vault-path", "secret/ci/other-field#codex_token"), seen)
                .failsAs(FailureKind.SECRET_SOURCE, "vault-field-missing");
    }

    @Fault(
            area = Area.VAULT,
            made = "a secret id that was never issued",
            promised = "exit 3, role id and secret id named as suspects")
    @Test
    void the_secret_id_is_wrong(Seen seen) throws Exception {
        RunnerProcess runner = scene.run();

        withoutCodex(
                        runner.option(
                                "--vault-secret-id-file",
                                TestVault.OwnerOnly.write(
                                                runner.folder().resolve("wrong"),
                                                "00000000-0000-0000-0000-000000000000")
                                        .toString()),
                        seen)
                .failsAs(FailureKind.SECRET_SOURCE, "vault-role-or-secret-id-invalid");
    }

    @Fault(area = Area.NETWORK, made = "a closed port in Vault's place", promised = "exit 5, the address named")
    @Test
    void nobody_listens(Seen seen) throws Exception {
        try (ClosedPort port = ClosedPort.hold()) {
            FinishedRun run = withoutCodex(
                    scene.run()
                            .option("--vault-addr", "https://127.0.0.1:" + port.number())
                            .option("--vault-timeout", "8s"),
                    seen);

            run.failsAs(FailureKind.CONNECTIVITY, "connection-refused");
            assertThat(run.text("/verdict/reason")).contains("127.0.0.1:" + port.number());
        }
    }

    @Fault(
            area = Area.NETWORK,
            made = "a server that takes the connection and never answers",
            promised = "exit 3 within --vault-timeout")
    @Test
    void somebody_listens_and_never_answers(Seen seen) throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            withoutCodex(
                            scene.run()
                                    .option("--vault-addr", "https://127.0.0.1:" + silent.getLocalPort())
                                    .option("--vault-timeout", "2s"),
                            seen)
                    .failsAs(FailureKind.SECRET_SOURCE, "vault-timeout");
        }
    }
}
