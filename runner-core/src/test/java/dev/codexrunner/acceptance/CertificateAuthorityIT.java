package dev.codexrunner.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.failure.FailureKind;
import dev.codexrunner.reliability.Area;
import dev.codexrunner.reliability.Fault;
import dev.codexrunner.reliability.Seen;
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

    @Fault(
            area = Area.CODEX,
            made = "another authority's bundle for codex",
            promised = "exit 5 before a turn, with --ca-bundle as the fix")
    @Test
    void the_wrong_one_for_codex(Seen seen) throws Exception {
        RunnerProcess runner = scene.run();
        Leftovers leftovers = Leftovers.before(scene, runner);

        FinishedRun run =
                runner.option("--ca-bundle", anotherCa(runner).toString()).finish();

        run.failsAs(FailureKind.CONNECTIVITY, "login-service-unreachable");
        seen.exit(run.exitCode()).that("login-service-unreachable");
        leftovers.noneAfter(run, seen);
        assertThat(run.text("/verdict/fix")).contains("--ca-bundle");
    }

    @Fault(area = Area.NETWORK, made = "another authority's bundle for Vault", promised = "exit 5, the server named")
    @Test
    void the_wrong_one_for_vault(Seen seen) throws Exception {
        RunnerProcess runner = scene.run();
        Leftovers leftovers = Leftovers.before(scene, runner);

        FinishedRun run =
                runner.option("--vault-ca", anotherCa(runner).toString()).finish();

        run.failsAs(FailureKind.CONNECTIVITY, "tls-unknown-ca");
        seen.exit(run.exitCode()).that("tls-unknown-ca");
        leftovers.noneAfter(run, seen);
        assertThat(run.text("/verdict/reason")).contains(scene.vault().address().getAuthority());
    }

    @Fault(area = Area.NETWORK, made = "a CA bundle that is no PEM", promised = "exit 5, the file named")
    @Test
    void a_garbage_file(Seen seen) throws Exception {
        RunnerProcess runner = scene.run();
        Leftovers leftovers = Leftovers.before(scene, runner);
        Path garbage = Files.writeString(runner.folder().resolve("garbage.pem"), "this is no certificate\n");

        FinishedRun run = runner.option("--ca-bundle", garbage.toString()).finish();

        run.failsAs(FailureKind.CONNECTIVITY, "ca-file-not-pem");
        seen.exit(run.exitCode()).that("ca-file-not-pem");
        leftovers.noneAfter(run, seen);
        assertThat(run.text("/verdict/reason")).contains("garbage.pem");
    }

    @Fault(area = Area.NETWORK, made = "a CA bundle that does not exist", promised = "exit 5, the file named")
    @Test
    void a_missing_file(Seen seen) throws Exception {
        RunnerProcess runner = scene.run();
        Leftovers leftovers = Leftovers.before(scene, runner);

        FinishedRun run = runner.option("--ca-bundle", "/nowhere/ca.pem").finish();

        run.failsAs(FailureKind.CONNECTIVITY, "ca-file-missing");
        seen.exit(run.exitCode()).that("ca-file-missing");
        leftovers.noneAfter(run, seen);
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
