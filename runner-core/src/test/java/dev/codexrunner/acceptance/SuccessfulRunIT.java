package dev.codexrunner.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.failure.FailureKind;
import dev.codexrunner.testkit.backend.AuthOutcome;
import dev.codexrunner.testkit.backend.HandledRequest;
import dev.codexrunner.testkit.backend.ModelTurn;
import dev.codexrunner.testkit.backend.OutputItem.Message;
import dev.codexrunner.testkit.backend.OutputItem.ShellCommand;
import dev.codexrunner.testkit.backend.Scenario;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The main job, from the token in Vault to the report. */
@ExtendWith(WithScene.class)
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SuccessfulRunIT {

    private final Scene scene;

    SuccessfulRunIT(Scene scene) {
        this.scene = scene;
    }

    @Test
    void a_report_names_the_thread_the_message_the_command_the_changed_file_and_where_the_token_came_from()
            throws Exception {
        RunnerProcess runner = scene.run().playing("work");

        FinishedRun run = runner.finish().succeeds();

        JsonNode report = run.report();
        assertThat(run.text("/codex/threadId")).matches("[0-9a-f-]{36}");
        assertThat(run.text("/finalMessage")).isEqualTo("All done.");
        assertThat(run.text("/items/commands/0/command")).contains("ls -1");
        assertThat(run.text("/items/fileChanges/0/path")).endsWith("new.txt");
        assertThat(Files.readString(runner.workspace().resolve("new.txt"))).isEqualTo("made by codex\n");
        assertThat(run.text("/credential/source")).isEqualTo("vault");
        assertThat(run.text("/credential/kind")).isEqualTo("agent_identity");
        assertThat(run.text("/credential/vault/path")).startsWith("secret/ci/run-");
        assertThat(report.at("/credential/vault/version").asInt()).isEqualTo(1);
        assertThat(report.at("/credential/exposed").asBoolean()).isFalse();
        assertThat(run.text("/credential/expiresAt")).isNotBlank();
        assertThat(run.text("/codex/sandbox")).isEqualTo("workspace-write");
        assertThat(run.stdout()).isEqualTo("All done.\n");
        assertThat(run.privateHomes()).isEmpty();
        assertThat(RunProcesses.of(run.text("/run/id"))).isEmpty();
    }

    @Test
    void the_backend_verifies_the_assertion_that_codex_made_from_the_token() throws Exception {
        var identity = scene.issuer().issueAgentIdentity();
        int before = scene.requestsSoFar();

        scene.run(identity.token()).playing("work").finish().succeeds();

        assertThat(scene.modelRequestsSince(before))
                .hasSize(3)
                .allSatisfy(request -> assertThat(request.auth())
                        .isEqualTo(new dev.codexrunner.testkit.backend.AuthCheck(
                                AuthOutcome.ASSERTION_VERIFIED, identity.runtimeId())));
    }

    @Test
    void our_vault_token_is_revoked_before_codex_says_its_first_word() throws Exception {
        String foreign = scene.vault().login();
        assertThat(scene.vault().livingTokens()).as("the count sees a login").isEqualTo(1);
        scene.vault().revoke(foreign);
        List<Integer> living = new CopyOnWriteArrayList<>();

        try (Scene.Listening listening =
                scene.listen(request -> living.add(scene.vault().livingTokens()))) {
            scene.run().finish().succeeds();
        }

        assertThat(living).isNotEmpty().containsOnly(0);
    }

    @Test
    void a_personal_access_token_works_as_well() throws Exception {
        String token = scene.issuer().issuePersonalAccessToken();
        int before = scene.requestsSoFar();
        RunnerProcess runner = scene.run(token);

        FinishedRun run = runner.finish().succeeds();

        assertThat(run.text("/credential/kind")).isEqualTo("personal_access_token");
        assertThat(run.report().at("/credential/expiresAt").isNull()).isTrue();
        assertThat(scene.modelRequestsSince(before))
                .extracting(HandledRequest::auth)
                .allSatisfy(auth -> assertThat(auth.outcome()).isEqualTo(AuthOutcome.BEARER_VERIFIED))
                .isNotEmpty();
        assertThat(LeakSearch.forToken(token).in(runner.folder())).isEmpty();
    }

    @Test
    void no_form_of_the_token_is_left_anywhere() throws Exception {
        String token = scene.issuer().issueAgentIdentity().token();
        RunnerProcess runner = scene.run(token).playing("work");
        Path kept = runner.folder().resolve("codex-home");

        runner.option("--codex-home", kept.toString()).finish().succeeds();

        assertThat(kept.resolve("sessions")).as("what is searched is there").isDirectory();
        assertThat(LeakSearch.forToken(token).in(runner.folder())).isEmpty();
    }

    @Test
    void a_token_that_the_agent_prints_fails_the_run_and_is_masked_in_every_form_on_every_way_out() throws Exception {
        String token = scene.issuer().issueAgentIdentity().token();
        LeakSearch search = LeakSearch.forToken(token);
        RunnerProcess runner = scene.run(token).with("--json");
        String all = search.printed();
        Files.writeString(runner.workspace().resolve("stolen.txt"), all);
        scene.backend()
                .play(Scripts.with(List.of(Scenario.of(
                        "prints_the_token",
                        ModelTurn.answer(
                                new Message("It is " + all), new ShellCommand("cat stolen.txt; cat stolen.txt >&2")),
                        ModelTurn.message("Done: " + all)))));
        try {
            FinishedRun run =
                    runner.playing("prints_the_token").finish().failsAs(FailureKind.POLICY, "token-in-record");

            assertThat(run.report().at("/credential/exposed").asBoolean()).isTrue();
            assertThat(run.report().at("/counts/commands").asInt()).isEqualTo(1);
            assertThat(run.text("/finalMessage")).startsWith("Done: ").contains("[redacted:");
            assertThat(search.in(run.stdout() + run.stderr())).isEmpty();
            assertThat(search.in(run.reportDir())).isEmpty();
        } finally {
            scene.backend().play(Scripts.standard());
        }
    }

    @Test
    void json_on_standard_output_is_the_report() throws Exception {
        FinishedRun run = scene.run().playing("work").with("--json").finish().succeeds();

        assertThat(JsonMapper.shared().readTree(run.stdout())).isEqualTo(run.report());
    }
}
