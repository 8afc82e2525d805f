package dev.codexrunner.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.failure.FailureKind;
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

    private FinishedRun withoutCodex(RunnerProcess runner) throws Exception {
        int before = scene.requestsSoFar();
        FinishedRun run = runner.finish();
        assertThat(run.report().at("/codex/attempts")).isEmpty();
        assertThat(scene.requestsSoFar()).isEqualTo(before);
        return run;
    }

    @Test
    void it_is_sealed() throws Exception {
        RunnerProcess runner = scene.run();
        scene.vault().seal();
        try {
            withoutCodex(runner).failsAs(FailureKind.SECRET_SOURCE, "vault-sealed");
        } finally {
            scene.vault().unseal();
        }
    }

    @Test
    void the_path_is_denied() throws Exception {
        withoutCodex(scene.run().option("--vault-path", "secret/somebody/elses#access_token"))
                .failsAs(FailureKind.SECRET_SOURCE, "vault-read-denied");

        assertThat(scene.vault().livingTokens())
                .as("our Vault token is revoked here too")
                .isZero();
    }

    @Test
    void nothing_is_there() throws Exception {
        withoutCodex(scene.run().option("--vault-path", "secret/ci/absent#access_token"))
                .failsAs(FailureKind.SECRET_SOURCE, "vault-secret-not-found");

        assertThat(scene.vault().livingTokens()).isZero();
    }

    @Test
    void the_field_is_not_there() throws Exception {
        RunnerProcess runner = scene.run();
        scene.vault().store("ci/other-field", "at-some-token-of-nobody-0123456789");

        withoutCodex(runner.option("--vault-path", "secret/ci/other-field#codex_token"))
                .failsAs(FailureKind.SECRET_SOURCE, "vault-field-missing");
    }

    @Test
    void the_secret_id_is_wrong() throws Exception {
        RunnerProcess runner = scene.run();

        withoutCodex(runner.option(
                        "--vault-secret-id-file",
                        TestVault.OwnerOnly.write(
                                        runner.folder().resolve("wrong"), "00000000-0000-0000-0000-000000000000")
                                .toString()))
                .failsAs(FailureKind.SECRET_SOURCE, "vault-role-or-secret-id-invalid");
    }

    @Test
    void nobody_listens() throws Exception {
        int closedPort;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closedPort = socket.getLocalPort();
        }
        FinishedRun run = withoutCodex(scene.run()
                .option("--vault-addr", "https://127.0.0.1:" + closedPort)
                .option("--vault-timeout", "3s"));

        run.failsAs(FailureKind.CONNECTIVITY, run.text("/verdict/code"));
        assertThat(run.text("/verdict/reason")).contains("127.0.0.1:" + closedPort);
    }

    @Test
    void somebody_listens_and_never_answers() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            FinishedRun run = withoutCodex(scene.run()
                    .option("--vault-addr", "https://127.0.0.1:" + silent.getLocalPort())
                    .option("--vault-timeout", "2s"));

            assertThat(run.exitCode()).as(run.stderr()).isIn(3, 5);
            run.failsAs(
                    run.exitCode() == 3 ? FailureKind.SECRET_SOURCE : FailureKind.CONNECTIVITY,
                    run.text("/verdict/code"));
        }
    }
}
