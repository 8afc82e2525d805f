package dev.codexrunner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LastMomentTest {

    @Test
    void what_heeds_no_interrupt_is_halted_with_words_and_the_exit_code_of_a_timeout() throws Exception {
        Process stuck = start("stuck");
        String err = new String(stuck.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(stuck.waitFor()).isEqualTo(11);
        assertThat(err)
                .contains("was halted more than a minute after --timeout", "rotation-halted")
                .contains("codex-runner rotation status");
    }

    @Test
    void what_came_to_its_end_is_not_halted_afterwards() throws Exception {
        Process done = start("done");
        assertThat(done.getErrorStream().readAllBytes()).isEmpty();
        assertThat(done.waitFor()).isZero();
    }

    private static Process start(String program) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Program.class.getName(),
                        program)
                .start();
    }

    /** A process of its own: the JVM that is halted must not be the tests'. */
    static final class Program {

        public static void main(String[] arguments) throws InterruptedException {
            PrintStream err = System.err;
            try (LastMoment moment = RotationUseCase.halting(Duration.ofMillis(700), err)) {
                CountDownLatch never = new CountDownLatch(1);
                while (arguments[0].equals("stuck") && never.getCount() > 0) {
                    boolean unused = never.await(1, TimeUnit.MINUTES);
                }
            }
        }
    }
}
