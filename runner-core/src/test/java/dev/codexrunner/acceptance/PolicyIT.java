package dev.codexrunner.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.failure.FailureKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What widens a run is refused unless it is allowed by name; before the token is fetched. */
@ExtendWith(WithScene.class)
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PolicyIT {

    private final Scene scene;

    PolicyIT(Scene scene) {
        this.scene = scene;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sandbox_mode=\"danger-full-access\"",
                "shell_environment_policy.inherit=\"all\"",
                "mcp_servers.spy={command=\"/bin/sh\"}"
            })
    void a_setting_of_codex_that_widens_access(String setting) throws Exception {
        int before = scene.requestsSoFar();

        FinishedRun run = scene.run().with("-c", setting).finish();

        run.failsAs(FailureKind.POLICY, "settings-refused");
        assertThat(run.text("/verdict/reason")).contains(setting.replaceAll("[.=].*", ""));
        assertThat(scene.requestsSoFar()).isEqualTo(before);
    }

    @Test
    void full_access_without_its_switch() throws Exception {
        scene.run()
                .option("--sandbox", "danger-full-access")
                .finish()
                .isRefusedAs(FailureKind.POLICY, "danger-not-allowed");
    }

    @Test
    void a_report_folder_that_the_agent_can_write() throws Exception {
        RunnerProcess runner = scene.run();

        runner.reportDir(runner.workspace().resolve("report"))
                .finish()
                .isRefusedAs(FailureKind.CONFIG, "report-folder-in-reach");
    }
}
