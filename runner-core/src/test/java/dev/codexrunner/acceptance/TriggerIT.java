package dev.codexrunner.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.failure.FailureKind;
import dev.codexrunner.reliability.Area;
import dev.codexrunner.reliability.Fault;
import dev.codexrunner.reliability.Seen;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** A trigger that isn't trusted is refused before anything is fetched, unless its risks were accepted by name. */
@ExtendWith(WithScene.class)
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TriggerIT {

    private final Scene scene;

    TriggerIT(Scene scene) {
        this.scene = scene;
    }

    private RunnerProcess pullRequestOfAFork() throws Exception {
        RunnerProcess runner = scene.run();
        return runner.env("GITHUB_ACTIONS", "true")
                .env("GITHUB_EVENT_NAME", "pull_request")
                .env("RUNNER_ENVIRONMENT", "github-hosted")
                .env(
                        "GITHUB_EVENT_PATH",
                        Files.writeString(runner.folder().resolve("event.json"), """
                                {"pull_request": {"head": {"repo": {"full_name": "stranger/app"}},
                                                  "base": {"repo": {"full_name": "corp/app"}}},
                                 "repository": {"full_name": "corp/app", "private": true}}
                                """)
                                .toString());
    }

    @Fault(
            area = Area.POLICY,
            made = "a whole run in a job of a fork's pull request, on a hosted runner",
            promised = "exit 12 before Vault is asked, with both switches")
    @Test
    void a_fork_on_a_hosted_runner(Seen seen) throws Exception {
        RunnerProcess runner = pullRequestOfAFork();
        Leftovers leftovers = Leftovers.before(scene, runner);
        int before = scene.requestsSoFar();

        FinishedRun run = runner.finish().failsAs(FailureKind.POLICY, "trigger-untrusted");

        assertThat(scene.requestsSoFar()).isEqualTo(before);
        assertThat(run.text("/verdict/fix"))
                .contains("--allow-untrusted-trigger fork --allow-untrusted-trigger hosted-runner");
        assertThat(run.report().at("/trust/trigger/risks/0/allowed").asBoolean(true))
                .isFalse();
        leftovers.noneAfter(run, seen.exit(run.exitCode()).that("no token fetched"));
    }

    @Test
    void risks_that_were_accepted_stand_in_the_report() throws Exception {
        FinishedRun run = pullRequestOfAFork()
                .with("--allow-untrusted-trigger", "fork", "--allow-untrusted-trigger", "hosted-runner")
                .finish()
                .succeeds();

        assertThat(run.text("/trust/trigger/ci")).isEqualTo("github-actions");
        assertThat(run.text("/trust/trigger/risks/0/evidence")).isEqualTo("the pull request comes from stranger/app");
        assertThat(run.report().at("/trust/trigger/risks/1/allowed").asBoolean(false))
                .isTrue();
    }
}
