package dev.codexrunner.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.reliability.Area;
import dev.codexrunner.reliability.Fault;
import dev.codexrunner.reliability.Seen;
import dev.codexrunner.testkit.backend.AuthOutcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the agent's commands see of the secrets around them, and whose credential is used. */
@ExtendWith(WithScene.class)
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SecretsInSightIT {

    private final Scene scene;

    SecretsInSightIT(Scene scene) {
        this.scene = scene;
    }

    @ParameterizedTest
    @ValueSource(strings = {"read-only", "workspace-write", "danger-full-access"})
    void a_command_that_prints_its_environment_prints_no_secret(String sandbox) throws Exception {
        String token = scene.issuer().issueAgentIdentity().token();
        String secretId = scene.vault().newSecretId();
        RunnerProcess runner = scene.run(token)
                .playing(Scripts.ENVIRONMENT_BACKWARDS)
                .option("--sandbox", sandbox)
                .without("--vault-secret-id-file")
                .env("CODEX_RUNNER_VAULT_SECRET_ID", secretId)
                .env("VAULT_TOKEN", "a-token-of-somebody-else")
                .env("GITHUB_TOKEN", "a-secret-of-the-pipeline");
        if (sandbox.equals("danger-full-access")) {
            runner.with("--allow-danger-full-access");
        }

        FinishedRun run = runner.finish().succeeds();

        // The command printed each line backwards, so that no redactor can have hidden anything from this test.
        List<String> printed = run.text("/items/commands/0/output")
                .lines()
                .map(line -> new StringBuilder(line).reverse().toString())
                .toList();
        assertThat(printed)
                .anyMatch(line -> line.startsWith("PATH="))
                .noneMatch(line -> line.contains("VAULT_") || line.contains("BAO_"))
                .noneMatch(line -> line.startsWith("CODEX_ACCESS_TOKEN=") || line.startsWith("GITHUB_TOKEN="))
                .noneMatch(line -> line.contains(token) || line.contains(secretId));
        assertThat(run.report().at("/credential/exposed").asBoolean()).isEqualTo(sandbox.equals("danger-full-access"));
    }

    @Fault(
            area = Area.AGENT,
            made = "a profile of the CI user that writes its environment down, exports a password and replaces git",
            promised = "no shell reads it, neither beside the sandbox nor in it")
    @ParameterizedTest
    @ValueSource(strings = {"read-only", "workspace-write"})
    void the_profile_of_the_ci_user_is_not_run(String sandbox, Seen seen) throws Exception {
        RunnerProcess runner =
                scene.run().playing(Scripts.ENVIRONMENT_BACKWARDS).option("--sandbox", sandbox);
        Path home = runner.folder().resolve("home");
        String profile = """
                env > '%s/profile-ran'
                env > '%s/profile-ran'
                export DB_PASSWORD=swordfish-of-the-pipeline
                git() { echo replaced; }
                """.formatted(home, runner.workspace());
        for (String name : List.of(".bashrc", ".bash_profile", ".profile", ".zshenv")) {
            Files.writeString(home.resolve(name), profile);
        }

        FinishedRun run = runner.finish().succeeds();

        assertThat(run.text("/items/commands/0/output"))
                .contains("HTAP")
                .doesNotContain(new StringBuilder("swordfish").reverse());
        assertThat(home.resolve("profile-ran")).doesNotExist();
        assertThat(runner.workspace().resolve("profile-ran")).doesNotExist();
        seen.exit(run.exitCode()).that("not run, nothing of it seen");
    }

    @Test
    void a_stray_api_key_does_not_change_who_pays() throws Exception {
        var identity = scene.issuer().issueAgentIdentity();
        int before = scene.requestsSoFar();

        FinishedRun run = scene.run(identity.token())
                .env("CODEX_API_KEY", scene.issuer().issueApiKey())
                .env("OPENAI_API_KEY", scene.issuer().issueApiKey())
                .finish()
                .succeeds();

        assertThat(scene.modelRequestsSince(before)).isNotEmpty().allSatisfy(request -> {
            assertThat(request.auth().outcome()).isEqualTo(AuthOutcome.ASSERTION_VERIFIED);
            assertThat(request.auth().detail()).isEqualTo(identity.runtimeId());
        });
        assertThat(run.text("/credential/kind")).isEqualTo("agent_identity");
    }
}
