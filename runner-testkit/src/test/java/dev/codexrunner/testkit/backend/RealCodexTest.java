package dev.codexrunner.testkit.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.codexrunner.testkit.RealCodex;
import dev.codexrunner.testkit.RealPrograms;
import dev.codexrunner.testkit.pki.PrivateCa;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The stand-in earns its place here: the real codex accepts it. */
class RealCodexTest {

    private static final List<ModelTurn> COMMAND_PATCH_MESSAGE = List.of(
            ModelTurn.answer(new OutputItem.Reasoning("**Looking** around"), new OutputItem.ShellCommand("ls -1")),
            ModelTurn.answer(
                    new OutputItem.ApplyPatch("*** Begin Patch\n*** Add File: new.txt\n+made by codex\n*** End Patch")),
            ModelTurn.message("All done."));

    private final PrivateCa ca = PrivateCa.create();
    private final TokenIssuer issuer = TokenIssuer.create();
    private RealCodex codex;
    private Path folder;
    private CodexBackend backend;
    private Path repository;

    @BeforeEach
    void start(@TempDir(cleanup = CleanupMode.ALWAYS, factory = FolderUnderTarget.class) Path fresh)
            throws IOException {
        folder = fresh;
        codex = RealPrograms.codex()
                .map(RealCodex::new)
                .orElseGet(() -> abort("no codex binary: run scripts/test, or set -Dcodexrunner.codex=PATH"));
        backend = CodexBackend.start(
                ca.issueServer().serverContext(),
                issuer,
                ScriptedModel.playing(new Scenario("work", COMMAND_PATCH_MESSAGE)));
        ca.writeBundle(folder.resolve("ca.pem"));
        repository = Files.createDirectories(folder.resolve("repository"));
        backend.connection().writeCodexHome(folder.resolve("codex-home"));
    }

    @AfterEach
    void stop() {
        if (backend != null) {
            backend.close();
        }
    }

    @Test
    void a_run_with_an_agent_identity_does_its_work_and_every_assertion_verifies() throws Exception {
        RealCodex.Result run = exec(issuer.issueAgentIdentity().token());

        assertThat(run.exitCode()).as(run.stderr()).isZero();
        assertThat(run.stdout()).contains("\"type\":\"turn.completed\"", "All done.", "file_change", "ls -1");
        assertThat(repository.resolve("new.txt")).hasContent("made by codex");
        assertThat(outcomesOf(Endpoint.TASK_REGISTER)).containsOnly(AuthOutcome.TASK_SIGNATURE_VERIFIED);
        assertThat(outcomesOf(Endpoint.RESPONSES)).hasSize(3).containsOnly(AuthOutcome.ASSERTION_VERIFIED);
        assertThat(outcomesOf(Endpoint.CONFIG_BUNDLE)).isNotEmpty().containsOnly(AuthOutcome.ASSERTION_VERIFIED);
    }

    @Test
    void a_run_with_a_personal_access_token_does_its_work_and_the_token_verifies() throws Exception {
        RealCodex.Result run = exec(issuer.issuePersonalAccessToken());

        assertThat(run.exitCode()).as(run.stderr()).isZero();
        assertThat(run.stdout()).contains("\"type\":\"turn.completed\"", "All done.");
        assertThat(outcomesOf(Endpoint.WHOAMI)).containsOnly(AuthOutcome.BEARER_VERIFIED);
        assertThat(outcomesOf(Endpoint.RESPONSES)).hasSize(3).containsOnly(AuthOutcome.BEARER_VERIFIED);
    }

    @Test
    void a_revoked_agent_identity_is_refused_when_it_registers_its_task() throws Exception {
        String token = issuer.issueAgentIdentity().token();
        assertThat(loginStatus(token).exitCode()).isZero();

        issuer.revoke(token);

        RealCodex.Result status = loginStatus(token);
        assertThat(status.exitCode()).isEqualTo(1);
        assertThat(status.stderr()).contains("agent task registration failed with status 401");
        assertThat(outcomesOf(Endpoint.TASK_REGISTER)).endsWith(AuthOutcome.REFUSED);
    }

    private RealCodex.Result exec(String token) throws IOException, InterruptedException {
        return codex.run(
                List.of("exec", "--json", "--skip-git-repo-check", "-s", "workspace-write", "-"),
                environment(token),
                repository,
                "Do the work.",
                Duration.ofMinutes(1));
    }

    private RealCodex.Result loginStatus(String token) throws IOException, InterruptedException {
        return codex.run(List.of("login", "status"), environment(token), repository, "", Duration.ofMinutes(1));
    }

    private Map<String, String> environment(String token) {
        Map<String, String> environment = new HashMap<>(backend.connection().environment());
        environment.put("HOME", folder.toString());
        environment.put("CODEX_HOME", folder.resolve("codex-home").toString());
        environment.put("CODEX_CA_CERTIFICATE", folder.resolve("ca.pem").toString());
        environment.put("CODEX_ACCESS_TOKEN", token);
        return environment;
    }

    private List<AuthOutcome> outcomesOf(Endpoint endpoint) {
        return backend.requests().stream()
                .filter(request -> request.endpoint().filter(endpoint::equals).isPresent())
                .map(request -> request.auth().outcome())
                .toList();
    }
}
