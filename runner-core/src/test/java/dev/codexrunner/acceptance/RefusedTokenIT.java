package dev.codexrunner.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.failure.FailureKind;
import dev.codexrunner.testkit.backend.TokenFlaw;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** A token that isn't good is found out at once, and called what it is. */
@ExtendWith(WithScene.class)
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RefusedTokenIT {

    /** codex alone asks the model so often for a run whose every request is answered 401 (5 streams). */
    private static final int REQUESTS_OF_CODEX_ALONE = 6;

    private final Scene scene;

    RefusedTokenIT(Scene scene) {
        this.scene = scene;
    }

    private RunnerProcess flawed(TokenFlaw flaw) throws Exception {
        return scene.run(scene.issuer().issueFlawed(flaw).token()).withCodexOwnRetries();
    }

    /** Runs it, and sees to it that codex was not left to find out by itself. */
    private FinishedRun endedEarly(RunnerProcess runner) throws Exception {
        int before = scene.requestsSoFar();
        FinishedRun run = runner.finish();
        assertThat(scene.modelRequestsSince(before)).hasSizeLessThan(REQUESTS_OF_CODEX_ALONE);
        return run;
    }

    @Test
    void an_expired_token_never_reaches_codex() throws Exception {
        int before = scene.requestsSoFar();

        FinishedRun run = flawed(TokenFlaw.EXPIRED).finish().failsAs(FailureKind.CREDENTIAL, "jwt-expired");

        assertThat(run.text("/verdict/reason")).contains("expired");
        assertThat(run.report().at("/codex/attempts")).isEmpty();
        assertThat(scene.requestsSoFar()).isEqualTo(before);
        assertThat(scene.vault().livingTokens())
                .as("our Vault token is revoked here too")
                .isZero();
    }

    @Test
    void a_token_signed_by_an_unknown_key() throws Exception {
        assertThat(endedEarly(flawed(TokenFlaw.UNKNOWN_KEY_ID))
                        .failsAs(FailureKind.CREDENTIAL, "login-token-unknown-key")
                        .text("/verdict/reason"))
                .contains("retired-key");
    }

    @Test
    void a_token_with_a_bad_signature() throws Exception {
        FinishedRun run = endedEarly(flawed(TokenFlaw.BAD_SIGNATURE));

        run.failsAs(FailureKind.CREDENTIAL, "login-token-signature");
    }

    @Test
    void a_revoked_token() throws Exception {
        String token = scene.issuer().issueAgentIdentity().token();
        scene.issuer().revoke(token);

        endedEarly(scene.run(token).withCodexOwnRetries()).failsAs(FailureKind.CREDENTIAL, "login-token-revoked");
    }

    @Test
    void a_revoked_personal_access_token() throws Exception {
        String token = scene.issuer().issuePersonalAccessToken();
        scene.issuer().revoke(token);
        RunnerProcess runner = scene.run(token).withCodexOwnRetries();

        endedEarly(runner).failsAs(FailureKind.CREDENTIAL, "login-token-revoked");

        assertThat(LeakSearch.forToken(token).in(runner.folder())).isEmpty();
    }

    @Test
    void a_token_that_is_refused_in_the_midst_of_a_run() throws Exception {
        scene.run().playing("unauthorized").finish().failsAs(FailureKind.CREDENTIAL, "token-refused");
    }

    @Test
    void a_workspace_that_refuses_the_request() throws Exception {
        scene.run().playing("workspace_403").finish().failsAs(FailureKind.CREDENTIAL, "workspace-refused");
    }

    @Test
    void a_workspace_that_refuses_the_token_itself() throws Exception {
        scene.backend().refuseWorkspace();
        try {
            scene.run(scene.issuer().issuePersonalAccessToken())
                    .finish()
                    .failsAs(FailureKind.CREDENTIAL, "login-workspace-refused");
        } finally {
            scene.backend().restore();
        }
    }

    @Test
    void an_api_key_in_place_of_a_token() throws Exception {
        String key = scene.issuer().issueApiKey();
        RunnerProcess runner = scene.run(key);

        runner.finish().failsAs(FailureKind.CREDENTIAL, "token-is-api-key");

        assertThat(LeakSearch.forToken(key).in(runner.folder())).isEmpty();
    }
}
