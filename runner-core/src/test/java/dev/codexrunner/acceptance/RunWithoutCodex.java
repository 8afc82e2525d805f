package dev.codexrunner.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.failure.FailureKind;
import dev.codexrunner.reliability.Seen;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A run that ends before codex starts, with an AppRole of one Vault server. Not thread-safe. */
final class RunWithoutCodex {

    private final Scene scene;
    private final TestVault vault;
    private final RunnerProcess runner;
    private final List<String> confidential = new ArrayList<>();

    private RunWithoutCodex(Scene scene, TestVault vault, RunnerProcess runner) {
        this.scene = scene;
        this.vault = vault;
        this.runner = runner;
    }

    /** At the scene's own server. */
    static RunWithoutCodex in(Scene scene) throws IOException, InterruptedException {
        return at(scene, scene.vault());
    }

    /** At another server. Even one that is well has no field of that name, so that codex is never started. */
    static RunWithoutCodex at(Scene scene, TestVault vault) throws IOException, InterruptedException {
        vault.store("ci/codex", "at-some-token-of-nobody-0123456789");
        RunWithoutCodex run = new RunWithoutCodex(scene, vault, scene.run())
                .option("--vault-addr", vault.address().toString())
                .option("--vault-role-id", vault.roleId())
                .option("--vault-path", "secret/ci/codex#absent");
        return run.secretId(vault.newSecretId());
    }

    RunWithoutCodex option(String name, String value) {
        runner.option(name, value);
        return this;
    }

    RunWithoutCodex without(String option) {
        runner.without(option);
        return this;
    }

    RunWithoutCodex with(String... arguments) {
        runner.with(arguments);
        return this;
    }

    RunWithoutCodex env(String name, String value) {
        runner.env(name, value);
        return this;
    }

    /** Sets the secret id, or the token around it. */
    RunWithoutCodex secretId(String value) throws IOException {
        return secretFile("--vault-secret-id-file", value);
    }

    /** Writes a secret to a file that the option names; it must not turn up in what the run leaves. */
    RunWithoutCodex secretFile(String option, String value) throws IOException {
        confidential(value);
        Path file =
                runner.folder().resolveSibling(runner.folder().getFileName() + "-" + confidential.size() + ".secret");
        return option(option, TestVault.OwnerOnly.write(file, value).toString());
    }

    /** What must not turn up in what the run leaves. */
    RunWithoutCodex confidential(String value) {
        confidential.add(value);
        return this;
    }

    /** The folder for files that the run is given. */
    Path folder() {
        return runner.folder();
    }

    /** The server was well in the end: what was missing was the field alone. */
    FinishedRun getsAsFarAsTheField(Seen seen) throws IOException, InterruptedException {
        FinishedRun run = endsAs(FailureKind.SECRET_SOURCE, "vault-field-missing", seen);
        seen.that("login, read and revocation went well");
        return run;
    }

    /** Runs it, and looks at verdict, leftovers and leaks. */
    FinishedRun endsAs(FailureKind kind, String code, Seen seen) throws IOException, InterruptedException {
        int requests = scene.requestsSoFar();
        int tokens = vault.livingTokens();
        Leftovers leftovers = Leftovers.before(scene, runner);
        FinishedRun run = runner.finish();
        seen.exit(run.exitCode());
        run.failsAs(kind, code);
        seen.that(code);
        assertThat(run.report().at("/codex/attempts")).isEmpty();
        assertThat(scene.requestsSoFar()).isEqualTo(requests);
        for (String secret :
                confidential.stream().flatMap(RunWithoutCodex::parts).toList()) {
            assertThat(LeakSearch.forToken(secret).in(runner.folder())).isEmpty();
        }
        assertThat(vault.livingTokens() - tokens).as("our Vault tokens").isLessThanOrEqualTo(0);
        leftovers.noneAfter(run, seen);
        return run;
    }

    /** Of a JWT the two parts that are a secret, which may get away one without the other. */
    private static Stream<String> parts(String secret) {
        String[] segments = secret.split("\\.", -1);
        return segments.length == 3 ? Stream.of(segments[1], segments[2]) : Stream.of(secret);
    }
}
