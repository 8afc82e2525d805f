package dev.codexrunner.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.failure.FailureKind;
import dev.codexrunner.testkit.backend.TokenFlaw;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** A login that is stored, and a home that is kept. */
@ExtendWith(WithScene.class)
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CodexHomeIT {

    private final Scene scene;

    CodexHomeIT(Scene scene) {
        this.scene = scene;
    }

    @Test
    void a_stored_login_works_and_is_reported_as_exposing_the_token() throws Exception {
        String token = scene.issuer().issueAgentIdentity().token();
        RunnerProcess runner = scene.run(token);

        FinishedRun run = runner.with("--login-mode", "stored", "--allow-stored-login")
                .finish()
                .succeeds();

        assertThat(run.report().at("/credential/exposed").asBoolean()).isTrue();
        assertThat(run.privateHomes()).isEmpty();
        assertThat(LeakSearch.forToken(token).in(runner.folder())).isEmpty();
    }

    @Test
    void a_stored_login_without_its_switch_is_refused() throws Exception {
        scene.run().with("--login-mode", "stored").finish().isRefusedAs(FailureKind.POLICY, "stored-login-not-allowed");
    }

    @Test
    void a_stored_login_that_fails_leaves_its_log_redacted() throws Exception {
        String token = scene.issuer().issueFlawed(TokenFlaw.UNKNOWN_KEY_ID).token();
        RunnerProcess runner = scene.run(token);

        FinishedRun run =
                runner.with("--login-mode", "stored", "--allow-stored-login").finish();

        run.failsAs(FailureKind.CREDENTIAL, "stored-login-failed");
        assertThat(run.reportDir().resolve("codex-login.log")).isNotEmptyFile();
        assertThat(LeakSearch.forToken(token).in(runner.folder())).isEmpty();
    }

    @Test
    void a_resumed_thread_is_charged_for_this_run_only() throws Exception {
        RunnerProcess first = scene.run();
        Path home = first.folder().resolve("codex-home");
        String thread = first.option("--codex-home", home.toString())
                .finish()
                .succeeds()
                .text("/codex/threadId");

        FinishedRun second = scene.run()
                .option("--codex-home", home.toString())
                .workspace(first.workspace())
                .with("--resume", thread)
                .finish()
                .succeeds();

        assertThat(second.text("/codex/threadId")).isEqualTo(thread);
        assertThat(second.report().at("/usage/inputTokens").asInt()).isEqualTo(100);
        assertThat(second.report().at("/threadUsage/inputTokens").asInt()).isEqualTo(200);
        assertThat(home).isDirectory();
    }
}
