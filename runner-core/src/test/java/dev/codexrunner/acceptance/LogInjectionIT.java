package dev.codexrunner.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.reliability.Area;
import dev.codexrunner.reliability.Fault;
import dev.codexrunner.reliability.Seen;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The agent's text reaches consoles and pages, and none of them obeys it. */
@ExtendWith(WithScene.class)
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LogInjectionIT {

    private final Scene scene;

    LogInjectionIT(Scene scene) {
        this.scene = scene;
    }

    @Fault(
            area = Area.AGENT,
            made =
                    "workflow commands, console notes, ANSI and CR in message, command, output, file name, plan and tool",
            promised = "readable and obeyed by nobody: standard output and error, report.md, junit.xml")
    @ParameterizedTest
    @ValueSource(strings = {"plain", "none"})
    void an_agent_that_speaks_to_the_ci_is_not_obeyed(String progress, Seen seen) throws Exception {
        FinishedRun run = scene.run()
                .playing(HostileText.SCENARIO)
                .option("--progress", progress)
                .finish()
                .succeeds();

        assertThat(run.text("/items/commands/0/output")).as("it was said").contains("add-mask");
        assertThat(run.stdout()).contains("add-mask", "verdict: success");
        assertThat(HostileText.obeyedIn(run.stdout())).as("standard output").isEmpty();
        assertThat(HostileText.obeyedIn(run.stderr())).as("standard error").isEmpty();
        for (String page : new String[] {"report.md", "junit.xml", "stderr.log"}) {
            String text = Files.readString(run.reportDir().resolve(page));
            assertThat(HostileText.obeyedIn(text)).as(page).isEmpty();
        }
        // The runner's own verdict is on standard error, where the agent's words come only behind a mark.
        assertThat(run.stderr().lines().filter(line -> line.startsWith("verdict:")))
                .hasSize(1);
        seen.exit(run.exitCode()).that("neutral on every console and page");
    }

    @Fault(
            area = Area.AGENT,
            made = "the same, with --json",
            promised = "one JSON document on standard output, no control character in it")
    @Test
    void an_agent_that_speaks_to_the_ci_through_json_is_not_obeyed(Seen seen) throws Exception {
        FinishedRun run = scene.run()
                .playing(HostileText.SCENARIO)
                .with("--json")
                .finish()
                .succeeds();

        assertThat(HostileText.obeyedIn(run.stdout())).isEmpty();
        assertThat(tools.jackson.databind.json.JsonMapper.shared()
                        .readTree(run.stdout())
                        .path("finalMessage")
                        .asString(""))
                .isEqualTo(run.text("/finalMessage"));
        seen.exit(run.exitCode()).that("neutral, and the same text for programs");
    }

    @Fault(
            area = Area.INPUT,
            made = "workflow commands and a token in an option's value",
            promised = "exit 2; the complaint repeats neither")
    @Test
    void a_complaint_about_an_option_cannot_speak_to_the_ci(Seen seen) throws Exception {
        String token = "hvs.CAESIJ1k3Zq8Yw0T6r5N2uX4bV9cM7dLpQaFgHsEjKiRtOyW";

        FinishedRun run = scene.run()
                .option("--timeout", "1\n::error::x\n##vso[task.complete]\u001B[2K" + token)
                .finish();

        assertThat(run.exitCode()).as(run.stderr()).isEqualTo(2);
        assertThat(HostileText.obeyedIn(run.stderr())).isEmpty();
        assertThat(run.stderr()).contains("error: ").doesNotContain(token);
        seen.exit(run.exitCode()).that("neutral and masked");
    }
}
