package dev.codexrunner.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** The ways in for a prompt, and floods in both directions. The scenario that is played proves which prompt arrived. */
@ExtendWith(WithScene.class)
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PromptAndOutputIT {

    private final Scene scene;

    PromptAndOutputIT(Scene scene) {
        this.scene = scene;
    }

    @Test
    void a_prompt_by_file() throws Exception {
        RunnerProcess runner = scene.run();
        Path prompt = Files.writeString(runner.folder().resolve("prompt.md"), RunnerProcess.prompt("several_messages"));

        FinishedRun run = runner.promptArgument(Optional.empty())
                .with("--prompt-file", prompt.toString())
                .finish()
                .succeeds();

        assertThat(run.stdout()).isEqualTo("Second.\n");
    }

    @Test
    void a_prompt_as_an_argument() throws Exception {
        FinishedRun run = scene.run()
                .promptArgument(Optional.of(RunnerProcess.prompt("several_messages")))
                .finish()
                .succeeds();

        assertThat(run.stdout()).isEqualTo("Second.\n");
    }

    @Test
    void a_prompt_of_a_megabyte_arrives_to_its_last_word() throws Exception {
        FinishedRun run = scene.run()
                .stdin("word ".repeat(200_000) + RunnerProcess.prompt("several_messages"))
                .finish()
                .succeeds();

        assertThat(run.stdout()).isEqualTo("Second.\n");
    }

    @Test
    void a_command_that_floods_its_output() throws Exception {
        FinishedRun run = scene.run().playing("huge_output").finish().succeeds();

        assertThat(run.report().at("/items/commands/0/outputLength").asLong()).isGreaterThan(1_000_000);
        assertThat(run.report().at("/counts/malformedLines").asInt()).isZero();
        assertThat(Files.size(run.reportDir().resolve("report.json"))).isLessThan(1_000_000);
    }

    @Test
    void a_message_that_is_a_flood() throws Exception {
        FinishedRun run = scene.run().playing("huge_message").finish();

        assertThat(run.exitCode()).as(run.stderr()).isZero();
        assertThat(run.report().at("/counts/agentMessages").asInt()).isEqualTo(1);
        assertThat(run.stdout()).contains("mmmm");
    }

    @Test
    void a_message_that_speaks_to_the_build_server_says_nothing_in_the_progress() throws Exception {
        FinishedRun run = scene.run().playing("unicode_separators").finish().succeeds();

        // Standard output is for programs and stays as the agent wrote it; wrappers fence it.
        assertThat(run.stderr())
                .doesNotContain("::add-mask::")
                .doesNotContain("\u001b[31m")
                .doesNotContain("\r");
    }
}
