package dev.codexrunner.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.failure.FailureKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every wait has a bound, and so has what a run may use. */
@ExtendWith(WithScene.class)
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LimitsIT {

    private final Scene scene;

    LimitsIT(Scene scene) {
        this.scene = scene;
    }

    private static void leftNothing(FinishedRun run) {
        assertThat(RunProcesses.of(run.text("/run/id"))).isEmpty();
    }

    @Test
    void the_whole_run_is_bounded_when_the_stream_stalls() throws Exception {
        FinishedRun run = MoreTime.until(
                MoreTime::codexStarted,
                5,
                seconds -> scene.run()
                        .playing("stream_stall")
                        .option("--timeout", seconds + "s")
                        .option("--idle-timeout", seconds + "s")
                        .finish());

        run.failsAs(FailureKind.TIMEOUT, "overall-timeout");
        leftNothing(run);
    }

    @Test
    void a_silence_is_bounded() throws Exception {
        FinishedRun run = scene.run()
                .playing("stream_stall")
                .option("--idle-timeout", "2s")
                .finish();

        run.failsAs(FailureKind.TIMEOUT, "idle-timeout");
        leftNothing(run);
    }

    @Test
    void a_command_that_never_ends_is_bounded_too() throws Exception {
        FinishedRun run = MoreTime.until(
                ended -> ended.report().at("/counts/commandsUnfinished").asInt() == 1,
                6,
                seconds -> scene.run()
                        .playing("long_command")
                        .option("--idle-timeout", seconds + "s")
                        .finish());

        run.failsAs(FailureKind.TIMEOUT, "idle-timeout");
        assertThat(run.report().at("/counts/commandsUnfinished").asInt()).isEqualTo(1);
        leftNothing(run);
    }

    @Test
    void the_tokens_are_bounded_while_the_run_lasts() throws Exception {
        FinishedRun run = scene.run()
                .playing(Scripts.SPENDS_AND_STALLS)
                .option("--max-tokens", "100")
                .finish();

        run.failsAs(FailureKind.POLICY, "budget-exceeded");
        leftNothing(run);
    }

    @Test
    void a_run_within_its_bounds_is_left_alone() throws Exception {
        scene.run()
                .playing("work")
                .option("--max-tokens", "100000")
                .option("--timeout", "60s")
                .option("--idle-timeout", "30s")
                .finish()
                .succeeds();
    }
}
