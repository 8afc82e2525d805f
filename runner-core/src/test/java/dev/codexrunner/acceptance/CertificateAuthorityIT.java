package dev.codexrunner.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.failure.FailureKind;
import dev.codexrunner.testkit.pki.PrivateCa;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** The company's CA: what is wrong with it is said, not "Connection failed". */
@ExtendWith(WithScene.class)
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CertificateAuthorityIT {

    private final Scene scene;

    CertificateAuthorityIT(Scene scene) {
        this.scene = scene;
    }

    private static Path anotherCa(RunnerProcess runner) throws Exception {
        return PrivateCa.create().writeBundle(runner.folder().resolve("another-ca.pem"));
    }

    @Test
    void the_wrong_one_for_codex() throws Exception {
        RunnerProcess runner = scene.run();

        FinishedRun run =
                runner.option("--ca-bundle", anotherCa(runner).toString()).finish();

        assertThat(run.exitCode()).as(run.stderr()).isEqualTo(FailureKind.CONNECTIVITY.exitCode());
        run.failsAs(FailureKind.CONNECTIVITY, run.text("/verdict/code"));
    }

    @Test
    void the_wrong_one_for_vault() throws Exception {
        RunnerProcess runner = scene.run();

        FinishedRun run =
                runner.option("--vault-ca", anotherCa(runner).toString()).finish();

        run.failsAs(FailureKind.CONNECTIVITY, run.text("/verdict/code"));
        assertThat(run.text("/verdict/reason")).contains(scene.vault().address().getAuthority());
    }

    @Test
    void a_garbage_file() throws Exception {
        RunnerProcess runner = scene.run();
        Path garbage = Files.writeString(runner.folder().resolve("garbage.pem"), "this is no certificate\n");

        FinishedRun run = runner.option("--ca-bundle", garbage.toString()).finish();

        run.failsAs(FailureKind.CONNECTIVITY, run.text("/verdict/code"));
        assertThat(run.text("/verdict/reason")).contains("garbage.pem");
    }

    @Test
    void a_missing_file() throws Exception {
        RunnerProcess runner = scene.run();

        FinishedRun run = runner.option("--ca-bundle", "/nowhere/ca.pem").finish();

        run.failsAs(FailureKind.CONNECTIVITY, run.text("/verdict/code"));
        assertThat(run.text("/verdict/reason")).contains("/nowhere/ca.pem");
    }

    @Test
    void codex_own_variable_names_it_as_well() throws Exception {
        scene.run()
                .without("--ca-bundle")
                .without("--vault-ca")
                .env("CODEX_CA_CERTIFICATE", scene.caFile().toString())
                .finish()
                .succeeds();
    }
}
